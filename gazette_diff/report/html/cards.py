"""The articles of the table, arranged as the cards of the page.

A card is one change: its heading, its labels, the evidence of its links and its rows, two
cells each. Everything here is ready to print: words are HTML, labels are in one language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.core.changes import Link, Relation
from gazette_diff.report.chapters import chapter_of
from gazette_diff.report.html.anchors import Anchors, new_anchor, old_anchor
from gazette_diff.report.html.marks import marked
from gazette_diff.report.rows import Entry, TableRow
from gazette_diff.report.values import class_phrases
from gazette_diff.report.wording import CONTINUED, evidence_word, labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gazette_diff.core.changes import ProvisionRef, Segment
    from gazette_diff.core.language import Language
    from gazette_diff.report.folding import Fold
    from gazette_diff.report.sides import Side


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row: its ``anchor`` (may be empty), label, words.

    ``words`` are HTML with their marks (Markup); ``inner`` are the anchors of provisions
    around it that have no words of their own.
    """

    anchor: str
    inner: tuple[str, ...]
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """One row; ``lead`` says that it is the first of a run that lacks the same side.

    ``editorial`` says that it differs in layout and in references that follow, no more.
    """

    relation: Relation
    old: Cell | None
    new: Cell | None
    relabelled: bool
    lead: bool
    editorial: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one side of a part: the label of its article and its anchor."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that lie between one old and one new article of a card."""

    old: Head
    new: Head
    rows: tuple[CardRow, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two articles are said to correspond; the numbers in per cent."""

    old: str
    new: str
    similarity: int
    confidence: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One change on the page.

    ``title`` names its articles, of the new text where there are any; ``divided`` says that
    its parts need heads of their own; ``section`` are the headings that lie between the
    chapter and the article where they change; ``stray`` are anchors that no row took.
    """

    entry: Entry
    anchor: str
    title: str
    old_title: str
    told: tuple[str, ...]
    classes: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]
    section: tuple[str, ...]
    divided: bool
    parts: tuple[Part, ...]
    stray: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @property
    def bare(self) -> bool:
        """Whether none of its rows has a label, as in an article of one 款."""
        rows = (row for part in self.parts for row in part.rows)
        return not any(cell.label for row in rows for cell in (row.old, row.new) if cell)


@dataclass(frozen=True, slots=True)
class CardFold:
    """A run of unchanged articles; the labels name its first and last article."""

    cards: tuple[Card, ...]
    first: str
    last: str
    old_first: str
    old_last: str
    renumbered: bool


class CardMaker:
    """Makes the cards of one page in one language; gives out the anchors as it goes."""

    def __init__(self, language: Language, anchors: Anchors, *, explain: bool = False) -> None:
        """Take the *language* of labels and the *anchors* of the page.

        With *explain* every card has the evidence of its links.
        """
        self.language: Language = language
        self._anchors = anchors
        self._explain = explain
        self._section: tuple[str, ...] = ()

    def chapter(self, items: Iterable[Entry | Fold]) -> tuple[Card | CardFold, ...]:
        """Return the *items* of a chapter as cards and folds of cards."""
        self._section = ()
        return tuple(self.item(item) for item in items)

    def item(self, item: Entry | Fold) -> Card | CardFold:
        """Return *item* of a folded list as a card or a fold of cards."""
        if isinstance(item, Entry):
            return self.card(item)
        cards = tuple(self.card(entry) for entry in item.entries)
        first, last = cards[0], cards[-1]
        return CardFold(
            cards, first.title, last.title, first.old_title, last.old_title, item.renumbered
        )

    def card(self, entry: Entry) -> Card:
        """Return *entry* as a card."""
        change = entry.change
        section = self._section_of(entry)
        anchor = self._anchors.take(new_anchor(entry.anchor))
        divided = len(change.old) > 1 or len(change.new) > 1
        parts = self._parts(entry.rows, divided)
        return Card(
            entry=entry,
            anchor=anchor,
            title=(entry.new_label if change.new else entry.old_label).in_(self.language),
            old_title=entry.old_label.in_(self.language),
            told=tuple(fact.in_(self.language) for fact in entry.told),
            classes=tuple(
                (name, phrase.in_(self.language)) for name, phrase in class_phrases(change)
            ),
            flags=_flags(entry),
            section=section,
            divided=divided,
            parts=parts,
            stray=self._stray(entry),
            evidence=self._evidence(entry),
        )

    def rows(self, rows: Sequence[TableRow]) -> tuple[CardRow, ...]:
        """Return *rows* ready to print."""
        made = []
        before: TableRow | None = None
        for row in rows:
            lead = before is None or (before.old is None, before.new is None) != (
                row.old is None,
                row.new is None,
            )
            old = self._cell(row.old, row.old_segments, old_anchor) if row.old else None
            new = self._cell(row.new, row.new_segments, new_anchor) if row.new else None
            made.append(CardRow(row.relation, old, new, row.relabelled, lead, row.editorial))
            before = row
        return tuple(made)

    def _cell(self, side: Side, segments: Iterable[Segment], name: Callable[[str], str]) -> Cell:
        take = self._anchors.take
        anchor = take(name(side.eid))
        within = len(side.article.eid) if side.article else len(side.eid)
        inner = []
        around = side.eid.rpartition("__")[0]
        while len(around) > within:
            if taken := take(name(around)):
                inner.append(taken)
            around = around.rpartition("__")[0]
        return Cell(anchor, tuple(inner), side.label.in_(self.language), marked(segments))

    def _section_of(self, entry: Entry) -> tuple[str, ...]:
        """Return the headings between chapter and article, nothing if they were told before."""
        if not entry.change.new:
            return ()
        ref = entry.change.new[0]
        section = ref.path[len(chapter_of(ref).path) :]
        told, self._section = self._section, section
        return () if section == told else section

    def _parts(self, rows: Sequence[TableRow], divided: bool) -> tuple[Part, ...]:
        """Return the parts of a card; each begins where either side passes to another article."""
        seen: set[str] = set()
        return tuple(
            Part(
                self._head(old, seen, old_anchor, divided),
                self._head(new, seen, new_anchor, divided),
                self.rows(run),
            )
            for old, new, run in _runs(rows)
        )

    def _head(
        self,
        article: ProvisionRef | None,
        seen: set[str],
        name: Callable[[str], str],
        divided: bool,
    ) -> Head:
        if article is None or not divided:
            return Head("", "")
        anchor = name(article.eid)
        label = labels([article]).in_(self.language)
        if anchor in seen:
            label += CONTINUED.in_(self.language)
        seen.add(anchor)
        return Head(label, self._anchors.take(anchor))

    def _stray(self, entry: Entry) -> tuple[str, ...]:
        """Return the anchors of articles of the entry that stand nowhere yet."""
        names = [new_anchor(ref.eid) for ref in entry.change.new]
        names += [old_anchor(ref.eid) for ref in entry.change.old]
        return tuple(filter(None, map(self._anchors.take, names)))

    def _evidence(self, entry: Entry) -> tuple[Evidence, ...]:
        """Return the evidence of links that are not plain, or of all that are to be explained."""
        change = entry.change
        plain = len(change.links) <= 1 and not (change.doubtful or change.pinned)
        if plain and not self._explain:
            return ()
        refs = {("-", ref.eid): ref for ref in change.old}
        refs |= {("+", ref.eid): ref for ref in change.new}
        return tuple(self._link(link, refs) for link in change.links)

    def _link(self, link: Link, refs: dict[tuple[str, str], ProvisionRef]) -> Evidence:
        def label(side: str, eid: str) -> str:
            ref = refs.get((side, eid))
            return labels([ref]).in_(self.language) if ref else eid

        return Evidence(
            label("-", link.old),
            label("+", link.new),
            round(100 * link.similarity),
            round(100 * link.confidence),
            tuple(evidence_word(name).in_(self.language) for name in link.evidence),
        )


def _flags(entry: Entry) -> tuple[str, ...]:
    change = entry.change
    flags = {
        "renumbered": change.renumbered,
        "relocated": change.relocated,
        "editorial": change.editorial,
        "doubtful": change.doubtful,
        "pinned": change.pinned,
    }
    return tuple(name for name, holds in flags.items() if holds)


def _runs(
    rows: Sequence[TableRow],
) -> list[tuple[ProvisionRef | None, ProvisionRef | None, list[TableRow]]]:
    """Cut *rows* where the old or the new article changes; None where a run has none."""
    runs: list[tuple[ProvisionRef | None, ProvisionRef | None, list[TableRow]]] = []
    for row in rows:
        old = row.old.article if row.old else None
        new = row.new.article if row.new else None
        # A row without one side goes on with the article before it.
        if runs and _goes_on(runs[-1][0], old) and _goes_on(runs[-1][1], new):
            last_old, last_new, run = runs[-1]
            run.append(row)
            runs[-1] = (last_old or old, last_new or new, run)
        else:
            runs.append((old, new, [row]))
    return runs


def _goes_on(before: ProvisionRef | None, now: ProvisionRef | None) -> bool:
    return before is None or now is None or before == now
