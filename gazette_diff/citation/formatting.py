"""Writing a citation: 《南阳市人民政府工作规则》（宛政〔2023〕4号）第四十四条第一款第（三）项."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from gazette_diff.citation.gathering import Gathered
    from gazette_diff.citation.resolving import Resolved
    from gazette_diff.core.tree import Metadata


class CitationStyle(StrEnum):
    """How much of a citation is written.

    ``FULL`` 《title》（文号）第…条, ``SHORT`` without the 文号, ``VERSION`` with the version
    instead (《…》（2023年修订）第…条), ``BARE`` the provision alone, ``EID`` the eId, ``URI`` the
    FRBR URI, ``MARKDOWN`` the full form as a link to the eId's anchor.
    """

    FULL = "full"
    SHORT = "short"
    VERSION = "version"
    BARE = "bare"
    EID = "eid"
    URI = "uri"
    MARKDOWN = "markdown"


def format_citation(
    resolved: Resolved,
    style: CitationStyle = CitationStyle.FULL,
    *,
    link: str = "",
    version: str = "",
    uri: str = "",
) -> str:
    """Write the citation of *resolved* in *style*.

    The title stands in 《》 and the document number in brackets after it, as official
    documents are cited (党政机关公文处理工作条例 第十二条; 立法技术规范（试行）（一）,
    法工委发〔2009〕62号, part 6: full name in 《》). The number of a 项 keeps the brackets it is
    printed with, as State Council and local texts cite it; the same 立法技术规范, part 9,
    drops them inside the text of laws.

    *link* is the address of the report or page that a Markdown link leads to; without
    one, the link stays on its own page. *version* are the words for the version
    (:func:`.version_words`); *uri* is the URI of the version, without the provision.
    """
    match style:
        case CitationStyle.FULL:
            return _work(resolved.metadata, with_number=True) + resolved.words
        case CitationStyle.SHORT:
            return _work(resolved.metadata, with_number=False) + resolved.words
        case CitationStyle.VERSION:
            return _of_version(resolved.metadata, version) + resolved.words
        case CitationStyle.BARE:
            return resolved.words
        case CitationStyle.EID:
            return resolved.eid
        case CitationStyle.URI:
            return uri_of(uri, resolved.eid)
        case CitationStyle.MARKDOWN:
            words = format_citation(resolved, CitationStyle.FULL)
            return f"[{_escaped(words)}]({link}#{resolved.eid})"
        case _:
            assert_never(style)


def format_gathered(
    gathered: Gathered,
    style: CitationStyle = CitationStyle.FULL,
    *,
    link: str = "",
    version: str = "",
    uri: str = "",
) -> str:
    """Write the citation of a list or range: 《…》第四十四条至第四十六条.

    In the EID and URI styles all of them stand one after the other; a Markdown link leads to
    the first. The other arguments are those of :func:`format_citation`.
    """
    first = gathered.members[0].first
    match style:
        case CitationStyle.FULL:
            return _work(first.metadata, with_number=True) + gathered.words
        case CitationStyle.SHORT:
            return _work(first.metadata, with_number=False) + gathered.words
        case CitationStyle.VERSION:
            return _of_version(first.metadata, version) + gathered.words
        case CitationStyle.BARE:
            return gathered.words
        case CitationStyle.EID:
            return " ".join(one.eid for one in gathered.provisions)
        case CitationStyle.URI:
            return " ".join(uri_of(uri, one.eid) for one in gathered.provisions)
        case CitationStyle.MARKDOWN:
            words = format_gathered(gathered, CitationStyle.FULL)
            return f"[{_escaped(words)}]({link}#{first.eid})"
        case _:
            assert_never(style)


def uri_of(expression: str, eid: str) -> str:
    """Return the URI of the provision *eid* in the version with the URI *expression*.

    A part follows the component it stands in after a ``~`` (AKN-NC 1.0, 4.7).
    """
    return f"{expression}/!main~{eid}"


def _of_version(metadata: Metadata, version: str) -> str:
    title = _work(metadata, with_number=False)
    return f"{title}（{version}）" if title and version else title


def _work(metadata: Metadata, *, with_number: bool) -> str:
    if not metadata.title:
        return ""
    # A title within a title takes 〈〉 (GB/T 15834-2011, 4.15).
    inner = metadata.title.replace("《", "〈").replace("》", "〉")
    number = metadata.document_number if with_number else None
    return f"《{inner}》（{number}）" if number else f"《{inner}》"


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "[]\\*_`" else c for c in text)
