"""The HTML page of a regulation: its references are links, its articles tell who cites them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.core.places import article_of, place_regulation
from gazette_diff.core.references import Judgement, Reference, Scope
from gazette_diff.core.tree import CONTAINERS, Level
from gazette_diff.report.html.assets import assets
from gazette_diff.report.html.page import environment
from gazette_diff.report.references.wording import PAGE as PAGE_WORDS
from gazette_diff.report.references.wording import (
    judged_summary,
    summary_of,
    targets_in_words,
    title_of,
    told_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette_diff.core.language import Language
    from gazette_diff.core.places import Placed
    from gazette_diff.core.references import JudgedReference
    from gazette_diff.core.tree import Regulation

_BAD = (Judgement.STALE, Judgement.DANGLING)


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference on the page: its anchor, where its link leads ("" for nowhere), what is said.

    ``state`` is ok, external, check or bad.
    """

    reference: Reference
    anchor: str
    href: str
    told: str
    state: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words; ``mark`` where they are a reference."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """The words of one provision on the page, with its depth and what cites it."""

    eid: str
    level: str
    label: str
    heading: str
    runs: tuple[Run, ...]
    depth: int
    cited_by: tuple[tuple[str, str], ...] = ()


def references_page(
    regulation: Regulation, references: Sequence[Reference], *, language: Language = "zh"
) -> str:
    """Return *regulation* as one HTML page, its *references* as links to what they point to.

    Every provision has its eId as its anchor and tells what cites it; what points to
    nothing stands in a list at the top. The page needs nothing beside it.
    """
    marks = [
        _mark(one, number, targets_in_words(one).in_(language), _state(one))
        for number, one in enumerate(references, 1)
    ]
    return _page(regulation, marks, summary_of(references).in_(language), language)


def judged_page(
    new: Regulation, judged: Sequence[JudgedReference], *, language: Language = "zh"
) -> str:
    """Return the *new* text as one HTML page, every internal reference with its judgement."""
    marks = []
    for number, one in enumerate(judged, 1):
        state = "bad" if one.judgement in _BAD else "check" if one.finding else "ok"
        marks.append(_mark(one.reference, number, told_of(one).in_(language), state))
    return _page(new, marks, judged_summary(judged).in_(language), language)


def _state(one: Reference) -> str:
    if one.problem is not None:
        return "bad"
    return "external" if one.scope is Scope.EXTERNAL else "ok"


def _mark(one: Reference, number: int, told: str, state: str) -> Mark:
    internal = one.scope is Scope.INTERNAL and one.targets
    href = f"#{one.targets[0].eid}" if internal else ""
    return Mark(one, f"ref-{number}", href, told, state)


def _page(regulation: Regulation, marks: Sequence[Mark], summary: str, language: Language) -> str:
    by_place: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    citing: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_place[mark.reference.source.eid, mark.reference.part].append(mark)
        if mark.href:
            for target in mark.reference.targets:
                citing[target.eid].append(mark)
    placed = place_regulation(regulation)
    # Who cites a 款 or 项 is told at it, who cites an article at its number.
    blocks = [block for top in placed for block in _blocks(top, 0, by_place, citing)]
    return (
        environment()
        .get_template("references.html.jinja")
        .render(
            assets=assets("references.css", ""),
            language="zh-CN" if language == "zh" else "en",
            t={name: words.in_(language) for name, words in PAGE_WORDS.items()},
            title=title_of(regulation.metadata) or PAGE_WORDS["untitled"].in_(language),
            summary=summary,
            findings=[mark for mark in marks if mark.state in ("bad", "check")],
            blocks=blocks,
        )
    )


def _blocks(
    placed: Placed,
    depth: int,
    by_place: dict[tuple[str, str], list[Mark]],
    citing: dict[str, list[Mark]],
) -> Iterator[Block]:
    provision = placed.provision
    text = provision.table.text if provision.table is not None else provision.text
    yield Block(
        placed.eid,
        _css_class(provision.level),
        provision.label,
        provision.heading,
        tuple(_runs(text, by_place.get((placed.eid, "text"), []))),
        depth,
        _cited_by(placed.eid, citing),
    )
    # Chapters and articles gather; only what is numbered inside them is set in.
    inner = depth + (provision.level in (Level.ITEM, Level.SUBITEM, Level.OUTLINE))
    inner += provision.level is Level.PARAGRAPH
    for child in placed.children:
        yield from _blocks(child, inner, by_place, citing)
    if provision.closing:
        runs = _runs(provision.closing, by_place.get((placed.eid, "closing"), []))
        yield Block("", "paragraph", "", "", tuple(runs), depth)


def _css_class(level: Level) -> str:
    return "container" if level in CONTAINERS else str(level)


def _runs(text: str, marks: Sequence[Mark]) -> Iterator[Run]:
    position = 0
    for mark in sorted(marks, key=lambda one: one.reference.start):
        start, end = mark.reference.start, mark.reference.end
        if start < position or text[start:end] != mark.reference.text:
            continue
        yield Run(text[position:start])
        yield Run(text[start:end], mark)
        position = end
    yield Run(text[position:])


def _cited_by(eid: str, citing: dict[str, list[Mark]]) -> tuple[tuple[str, str], ...]:
    """Return the anchor and the name of each reference that points to *eid* from elsewhere."""
    return tuple(
        (mark.anchor, mark.reference.source.name)
        for mark in citing.get(eid, [])
        if article_of(mark.reference.source.eid) != article_of(eid)
    )
