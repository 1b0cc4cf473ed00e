"""What ``gazette-diff cite`` prints of the provisions that were cited."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.citation import CitationStyle, format_citation, format_gathered
from gazette_diff.cli.framework import MisuseError
from gazette_diff.core.errors import InvalidCitationError, NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import Regulation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.citation import Gathered, Hit, Resolved
    from gazette_diff.core.language import Language

# What begins so is meant as a number, though it cannot be read as one.
_MEANT_AS_CITATION = re.compile(
    r"\s*(?:第\s*[零一二三四五六七八九十百千0-9（(]|art|[0-9.（()）]+(?:$|[条款项目章节编\s]))",
    re.I,
)
_NOT_SPOKEN_OF = Bilingual("没有提到“{words}”的条文", "no provision speaks of “{words}”")
# So many of what was found by words are shown.
_MOST = 10
_MORE = Bilingual("……另有{more}处，--format json 列出全部", "… {more} more; --format json has all")


class Manner(NamedTuple):
    """How a citation of *regulation* is written: its style, and what it says of the version."""

    style: CitationStyle
    version: str
    regulation: Regulation

    @property
    def uri(self) -> str:
        """The URI of the version; to spell its title takes longer than all else, so few ask."""
        from gazette_diff import api

        return api.uri_of(self.regulation)

    @property
    def _written(self) -> str:
        return self.uri if self.style is CitationStyle.URI else ""

    def one(self, resolved: Resolved) -> str:
        """Return the citation of one provision."""
        return format_citation(resolved, self.style, version=self.version, uri=self._written)

    def all(self, gathered: Gathered) -> str:
        """Return the citation of all that was named."""
        return format_gathered(gathered, self.style, version=self.version, uri=self._written)


def manner_of(regulation: Regulation, style: str) -> Manner:
    """Return how provisions of *regulation* are cited in *style*."""
    from gazette_diff.citation import version_words

    return Manner(CitationStyle(style), version_words(regulation), regulation)


def as_text(gathered: Gathered, manner: Manner) -> str:
    """Return the citation and the words of what it names.

    Of several provisions, the citation of the whole stands first, and each provision under
    its own name.
    """
    if gathered.single is not None:
        return _block(manner.one(gathered.single), gathered.single)
    blocks = [_block(one.words, one) for one in gathered.provisions]
    return "\n".join([manner.all(gathered) + "\n", *blocks])


def _block(name: str, resolved: Resolved) -> str:
    """Return *name*, the containers around, and the words, with an empty line before them."""
    where = " ".join(resolved.path)
    return "\n".join([name, *([where] if where else []), "", resolved.text, ""])


def as_json(gathered: Gathered, manner: Manner) -> str:
    """Return the same as data: ``gazette-diff/provision@1``, or ``provisions@1`` of several."""
    single = gathered.single
    if single is not None:
        data = {
            "schema": "gazette-diff/provision@1",
            "citation": manner.one(single),
            **_work(single),
            **_provision(single),
        }
    else:
        data = {
            "schema": "gazette-diff/provisions@1",
            "citation": manner.all(gathered),
            **_work(gathered.members[0].first),
            "provisions": [
                {"citation": manner.one(one), **_provision(one)} for one in gathered.provisions
            ],
        }
    return dumped(data)


def as_bibtex(gathered: Gathered, manner: Manner) -> str:
    """Return an entry of BibTeX for the whole of what was cited."""
    from gazette_diff.citation import as_bibtex, uri_of

    first = gathered.members[0].first
    uri = uri_of(manner.uri, first.eid)
    return as_bibtex(first.metadata, gathered.words, uri=uri, version=manner.version)


def as_csl(gathered: Gathered, manner: Manner) -> str:
    """Return CSL-JSON, a list with one item, for the whole of what was cited."""
    from gazette_diff.citation import as_csl, uri_of

    first = gathered.members[0].first
    uri = uri_of(manner.uri, first.eid)
    return dumped([as_csl(first.metadata, gathered.words, uri=uri, version=manner.version)])


#: What writes each format.
RENDERERS = {"text": as_text, "json": as_json, "bibtex": as_bibtex, "csl-json": as_csl}


def named_or_found(regulation: Regulation, text: str) -> Gathered | tuple[Hit, ...]:
    """Return what *text* names as a citation; else the provisions that hold its words.

    Raises:
        InvalidCitationError: it is meant as a citation that cannot be read.
        NotFoundError: it names nothing, or is words that stand nowhere.
    """
    from gazette_diff.citation import find_words, parse_citation, resolve_each

    try:
        citation = parse_citation(text)
    except InvalidCitationError as error:
        if _MEANT_AS_CITATION.match(text) or not text.strip():
            raise
        hits = find_words(regulation, text)
        if not hits:
            raise NotFoundError(
                _NOT_SPOKEN_OF.fill(words=text.strip()),
                where=regulation.metadata.title,
                mend=error.mend,
            ) from error
        return hits
    return resolve_each(regulation, citation)


def found(hits: Sequence[Hit], words: str, form: str, manner: Manner, language: Language) -> str:
    """Return what was found by *words*, the best first: as text no more than a window holds.

    Raises:
        MisuseError: the format is for one citation.
    """
    if form == "json":
        return _hits_as_json(hits, words, manner)
    if form != "text":
        raise MisuseError(
            Bilingual("按词句查找只有 text 和 json", "what is found by words is text or json"),
            where=f"--format {form}",
        )
    lines = [f"{manner.one(hit.provision)}\n    {hit.excerpt}\n" for hit in hits[:_MOST]]
    if more := len(hits) - _MOST:
        lines += [_MORE.fill(more=more).in_(language) + "\n"] if more > 0 else []
    return "".join(lines)


def _hits_as_json(hits: Sequence[Hit], words: str, manner: Manner) -> str:
    """Return what was found by *words* as data: ``gazette-diff/found@1``."""
    provisions = [
        {
            "citation": manner.one(hit.provision),
            "score": round(hit.score, 4),
            **_provision(hit.provision),
        }
        for hit in hits
    ]
    return dumped({"schema": "gazette-diff/found@1", "words": words, "provisions": provisions})


def _work(resolved: Resolved) -> dict[str, object]:
    from gazette_diff.report.json_values import work_as_json

    metadata = resolved.metadata
    return {**work_as_json(metadata), "constructed": metadata.constructed}


def _provision(resolved: Resolved) -> dict[str, object]:
    return {
        "eid": resolved.eid,
        "label": resolved.placed.provision.label,
        "path": list(resolved.path),
        "text": resolved.text,
    }


def dumped(data: object) -> str:
    """Return *data* as JSON to be read by people too."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
