"""References as lines of text, in pieces that a terminal may colour."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple

from gazette_diff.core.references import Judgement
from gazette_diff.report.references.wording import (
    DOUBTFUL,
    JUDGEMENTS,
    judged_summary,
    names_of,
    summary_of,
    targets_in_words,
    title_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazette_diff.core.language import Language
    from gazette_diff.core.references import JudgedReference, Reference
    from gazette_diff.core.tree import Metadata

# No source is padded further than this; a longer name pushes its own line to the right.
_WIDEST = 28
_WRONG = (Judgement.STALE, Judgement.DANGLING)


class Piece(NamedTuple):
    """A piece of a line; ``role`` says what it is: wrong, to be checked, printed words, aside."""

    text: str
    role: Literal["", "wrong", "check", "printed", "aside"] = ""


Line = list[Piece]


def reference_lines(
    metadata: Metadata, references: Sequence[Reference], language: Language
) -> Iterator[Line]:
    """Yield a line for each of *references*, ``!`` before what is wrong, and the summary."""
    width = _width(one.source.name for one in references)
    for one in references:
        told = targets_in_words(one).in_(language)
        source, printed = Piece(_padded(one.source.name, width)), Piece(f"“{one.text}”", "printed")
        if one.problem is not None:
            yield [Piece("! ", "wrong"), source, printed, Piece(f"  {told}", "wrong")]
        else:
            yield [
                Piece("  "),
                source,
                printed,
                Piece(f" → {told}", "" if one.targets else "aside"),
            ]
    if references:
        yield []
    yield _summary(metadata, summary_of(references).in_(language), language)


def judged_lines(
    metadata: Metadata, judged: Sequence[JudgedReference], language: Language, *, whole: bool
) -> Iterator[Line]:
    """Yield a line for each finding of *judged* (for each of it, if *whole*), and the summary."""
    shown = [one for one in judged if whole or one.finding]
    sources = _width(one.reference.source.name for one in shown)
    kinds = _width(JUDGEMENTS[one.judgement].in_(language) for one in shown)
    for one in shown:
        yield _judged(one, kinds, sources, language)
    if shown:
        yield []
    yield _summary(metadata, judged_summary(judged).in_(language), language)


def _judged(one: JudgedReference, kinds: int, sources: int, language: Language) -> Line:
    zh = language == "zh"
    reference = one.reference
    role: Literal["", "wrong", "check"] = "check" if one.finding else ""
    line = [
        Piece(
            _padded(JUDGEMENTS[one.judgement].in_(language), kinds),
            "wrong" if one.judgement in _WRONG else role,
        ),
        Piece(_padded(reference.source.name, sources)),
        Piece(f"“{reference.text}”", "printed"),
    ]
    if one.old is not None and one.old.text != reference.text:
        line.append(Piece(f"（旧文“{one.old.text}”）" if zh else f" (was “{one.old.text}”)"))
    if reference.targets:
        line.append(Piece(f" → {names_of(reference.targets, ranged=reference.ranged)}"))
    line.append(Piece(("：" if zh else ": ") + one.reason.in_(language)))
    if one.doubtful:
        line.append(Piece(("；" if zh else "; ") + DOUBTFUL.in_(language), "check"))
    return line


def _summary(metadata: Metadata, summary: str, language: Language) -> Line:
    title = title_of(metadata)
    mark = "：" if language == "zh" else ": "
    return [Piece(f"{title}{mark}{summary}" if title else summary)]


def _columns(text: str) -> int:
    """Return how many columns of a terminal *text* takes: two for each Chinese character."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def _width(names: Iterable[str]) -> int:
    return min(max(map(_columns, names), default=0), _WIDEST)


def _padded(name: str, width: int) -> str:
    return name + " " * max(0, width - _columns(name)) + "  "
