"""Which version changed which article: the articles of all texts, followed through them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.core.changes import ProvisionRef
from gazette_diff.report.kinds import Kind, kind_of

if TYPE_CHECKING:
    from gazette_diff.core.changes import Change
    from gazette_diff.core.history import History


@dataclass(frozen=True)
class Thread:
    """Articles that became one another, through all texts at hand.

    ``articles`` and ``kinds`` have an element for each text: which articles they are in it
    (none where there is none), and what its version did to them. The first text did
    nothing; None also stands where there is nothing yet, or nothing any more.
    """

    articles: tuple[tuple[ProvisionRef, ...], ...]
    kinds: tuple[Kind | None, ...]


def threads(history: History) -> tuple[Thread, ...]:
    """Return the threads of *history*, in the order of the latest text.

    Each article of each text stands in exactly one thread; articles that were split or
    merged share theirs. A thread that ended stands where its last article was deleted.
    """
    held = history.held
    if len(held) < 2:
        return ()
    strands: list[_Strand] = []
    for number, revision in enumerate(held):
        if revision.changes is not None:
            strands = _woven(strands, revision.changes.changes, number)
    return tuple(strand.thread(len(held)) for strand in strands)


class _Strand:
    """A thread while it is followed."""

    def __init__(self) -> None:
        self.articles: dict[int, list[ProvisionRef]] = {}
        self.kinds: dict[int, Kind] = {}

    def thread(self, texts: int) -> Thread:
        return Thread(
            tuple(tuple(self.articles.get(n, ())) for n in range(texts)),
            tuple(self.kinds.get(n) for n in range(texts)),
        )

    def take(self, other: _Strand) -> None:
        """Take over what *other* has: the two were merged."""
        for number, refs in other.articles.items():
            self.articles.setdefault(number, []).extend(refs)
        for number, kind in other.kinds.items():
            mine = self.kinds.setdefault(number, kind)
            if mine is not kind:
                self.kinds[number] = Kind.REGROUPED


def _woven(strands: list[_Strand], changes: tuple[Change, ...], number: int) -> list[_Strand]:
    """Return the strands that go on through *changes*, which lead to the text *number*.

    They stand in the order of the changes, those that ended before behind the one that they
    followed.
    """
    by_eid = {ref.eid: strand for strand in strands for ref in strand.articles.get(number - 1, ())}
    woven: list[_Strand] = []
    for change in changes:
        own = list(dict.fromkeys(by_eid[r.eid] for r in change.old if r.eid in by_eid))
        strand = own[0] if own else _Strand()
        for other in own[1:]:
            strand.take(other)
        if number == 1:
            strand.articles[0] = list(change.old)
        strand.articles[number] = list(change.new)
        strand.kinds[number] = kind_of(change)
        woven.append(strand)
    return _with_ended(woven, strands, number)


def _with_ended(woven: list[_Strand], before: list[_Strand], number: int) -> list[_Strand]:
    """Put the strands of *before* that had ended already into *woven*, where they stood."""
    last: _Strand | None = None
    for strand in before:
        if strand in woven:
            last = strand
        elif not strand.articles.get(number - 1):
            woven.insert(woven.index(last) + 1 if last is not None else 0, strand)
            last = strand
    return woven
