"""The changes between two versions as ``textualMod`` elements (mapping, section 5).

What Akoma Ntoso has no word for stands in our own namespace: ``lx:part`` (heading, table,
closing; the text of the provision where it is left out), and ``lx:start`` and ``lx:end``,
which count characters within that part. ``lx:text`` are words that are no more or are new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.ontology import OWN_TEXT, PERIOD
from gazette_diff.akn.vocabulary import OWN_PREFIX
from gazette_diff.core.changes import Part, Relation, RowRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette_diff.core.changes import Change, ChangeSet, Link, Row, Segment

_TEXT = f"{OWN_PREFIX}:text"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where words stand on one side: their provision, and the characters they cover."""

    ref: RowRef
    start: int
    end: int


@dataclass(slots=True)
class _Offsets:
    """How many characters of each part of each provision of one side have been met."""

    met: Counter[tuple[str, str]] = field(default_factory=Counter)

    def take(self, ref: RowRef, length: int) -> _Stretch:
        """Return the next *length* characters of the part that *ref* names."""
        start = self.met[ref.eid, ref.part]
        self.met[ref.eid, ref.part] += length
        return _Stretch(ref, start, start + length)


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Words that were put in the place of others; either side may have none."""

    old: _Stretch | None
    new: _Stretch | None
    gone: str
    come: str


class Modifications:
    """Writes the modifications that lead from the Expression *old* to the Expression *new*."""

    def __init__(self, old: str, new: str, *, in_force: bool) -> None:
        """Take the URIs of both Expressions; *in_force* says that the new one has a period."""
        self._old = old
        self._new = new
        self._in_force = in_force

    def elements(self, changes: ChangeSet) -> tuple[Element, ...]:
        """Return a ``textualMod`` for each thing that *changes* did, numbered through."""
        plain = [*self._frame(changes.frame)]
        for change in changes.changes:
            plain += self._change(change)
        return tuple(
            element(mod.name, {"eId": f"pmod_{n}", **dict(mod.attributes)}, *mod.children)
            for n, mod in enumerate(plain, 1)
        )

    def before(self, eid: str) -> str:
        """Return the URI of the provision *eid* of the old version."""
        return f"{self._old}/!main~{eid}"

    def _frame(self, rows: Iterable[Row]) -> Iterator[Element]:
        yield from self._rows(rows, Counter())

    def _change(self, change: Change) -> Iterator[Element]:
        old, new = [ref.eid for ref in change.old], [ref.eid for ref in change.new]
        if not old:
            yield from (self._mod("insertion", [f"#{eid}"]) for eid in new)
            return
        if not new:
            texts = self._repealed(change.rows)
            yield from (self._mod("repeal", [self.before(eid)], texts=texts) for eid in old)
            return
        numbered = Counter(zip(old, new, strict=False)) if len(old) == len(new) == 1 else Counter()
        if change.renumbered and len(old) == len(new) == 1:
            yield self._mod("renumbering", [f"#{new[0]}"], previous=old[0])
        yield from self._regrouped(change.links)
        yield from self._rows(change.rows, numbered)

    def _regrouped(self, links: Iterable[Link]) -> Iterator[Element]:
        """Yield what was split and what was joined; one article may take part in both."""
        after: dict[str, list[str]] = {}
        before: dict[str, list[str]] = {}
        for link in links:
            after.setdefault(link.old, []).append(link.new)
            before.setdefault(link.new, []).append(link.old)
        for one, many in after.items():
            if len(many) > 1:
                yield self._mod("split", [f"#{eid}" for eid in many], previous=one)
        for one, many in before.items():
            if len(many) > 1:
                others = tuple(element("old", {"href": self.before(eid)}) for eid in many[1:])
                yield self._mod("join", [f"#{one}"], previous=many[0], texts=others)

    def _rows(self, rows: Iterable[Row], numbered: Counter[tuple[str, str]]) -> Iterator[Element]:
        """Yield what *rows* changed; pairs of eIds in *numbered* are known to correspond."""
        old, new = _Offsets(), _Offsets()
        for row in rows:
            if row.old is not None and row.new is not None:
                pair = (row.old.eid, row.new.eid)
                if _renumbered(*pair, numbered) and not numbered[pair]:
                    yield self._mod("renumbering", [f"#{pair[1]}"], previous=pair[0])
                numbered[pair] += 1
            for hunk in _hunks(row, old, new):
                # An editorial row that was set aside has edits, and is told as unchanged.
                if row.relation is not Relation.UNCHANGED:
                    yield self._edit(hunk)

    def _edit(self, hunk: _Hunk) -> Element:
        gone = (element("old", None, element(_TEXT, None, hunk.gone)),) if hunk.gone else ()
        come = (element("new", None, element(_TEXT, None, hunk.come)),) if hunk.come else ()
        kind = "substitution" if gone and come else "insertion" if come else "repeal"
        if hunk.new is None:
            return self._mod(kind, [], previous=hunk.old, texts=gone)
        return self._mod(kind, [], hunk.new, previous=hunk.old, texts=(*gone, *come))

    def _repealed(self, rows: Iterable[Row]) -> tuple[Element, ...]:
        """Return the words of *rows*, all of which are gone."""
        offsets = _Offsets()
        texts = []
        for row in rows:
            if row.old is not None and row.old_text:
                stretch = offsets.take(row.old, len(row.old_text))
                attributes = {"href": self.before(row.old.eid), **_place(stretch)}
                texts.append(element("old", attributes, element(_TEXT, None, row.old_text)))
        return tuple(texts)

    def _mod(
        self,
        kind: str,
        destinations: Iterable[str],
        place: _Stretch | None = None,
        *,
        previous: _Stretch | str | None = None,
        texts: tuple[Element, ...] = (),
    ) -> Element:
        """Return a modification of *destinations*, or of the *place* in the new version.

        *previous* is what it was in the old one; without a place in the new version that
        is what was modified.
        """
        targets = [element("destination", {"href": href}) for href in destinations]
        if place is not None:
            targets = [element("destination", {"href": _reference(place.ref), **_place(place)})]
        before = None if previous is None else self._previous(previous)
        if not targets and before is not None:
            targets, before = [element("destination", dict(before))], None
        return element(
            "textualMod",
            {"type": kind},
            element("source", {"href": self._new}),
            *targets,
            element("force", {"period": f"#{PERIOD}"}) if self._in_force else None,
            None if before is None else element("previous", before),
            *texts,
        )

    def _previous(self, place: _Stretch | str) -> dict[str, str | None]:
        """Return the attributes that name *place* in the old version."""
        if isinstance(place, str):
            return {"href": self.before(place)}
        inside = isinstance(place.ref.part, Part)
        return {"href": self.before(place.ref.eid) if inside else self._old, **_place(place)}


def _renumbered(old: str, new: str, numbered: Counter[tuple[str, str]]) -> bool:
    """Tell whether a provision inside an article counts otherwise than it did.

    Inside an article that has another number the rest of the eId is compared.
    """
    for before, after in numbered:
        if old.startswith(f"{before}__") and new.startswith(f"{after}__"):
            return old[len(before) :] != new[len(after) :]
    return old != new


def _hunks(row: Row, old: _Offsets, new: _Offsets) -> Iterator[_Hunk]:
    """Yield the edits of *row*; deleted and added words beside each other are one."""
    gone: list[Segment] = []
    come: list[Segment] = []
    for segment in (*row.segments, None):
        if segment is not None and segment.op != "=":
            (gone if segment.op == "-" else come).append(segment)
            continue
        if gone or come:
            yield _hunk(row, "".join(s.text for s in gone), "".join(s.text for s in come), old, new)
            gone, come = [], []
        if segment is not None:
            for offsets, ref in ((old, row.old), (new, row.new)):
                if ref is not None:
                    offsets.take(ref, len(segment.text))


def _hunk(row: Row, gone: str, come: str, old: _Offsets, new: _Offsets) -> _Hunk:
    before = old.take(row.old, len(gone)) if row.old else None
    after = new.take(row.new, len(come)) if row.new else None
    return _Hunk(before, after, gone, come)


def _reference(ref: RowRef) -> str:
    """Return the reference to *ref* in the new version; to all of it outside the provisions."""
    return f"#{ref.eid if isinstance(ref.part, Part) else OWN_TEXT}"


def _place(stretch: _Stretch) -> dict[str, str | None]:
    part = stretch.ref.part
    return {
        f"{OWN_PREFIX}:part": None if part is Part.TEXT else str(part),
        f"{OWN_PREFIX}:start": str(stretch.start),
        f"{OWN_PREFIX}:end": str(stretch.end),
    }
