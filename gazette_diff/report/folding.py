"""What a report does with unchanged articles: show them, fold them into one line, or omit them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from gazette_diff.report.rows import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

#: ``full`` shows unchanged articles like the others, ``fold`` puts a run of them in one
#: line, ``omit`` leaves them out.
Unchanged = Literal["full", "fold", "omit"]
UNCHANGED: tuple[Unchanged, ...] = get_args(Unchanged)


@dataclass(frozen=True, slots=True)
class Fold:
    """A run of unchanged articles that follow each other in both versions."""

    entries: tuple[Entry, ...]

    @property
    def renumbered(self) -> bool:
        """Whether articles of the run have other numbers now."""
        return any(entry.change.renumbered for entry in self.entries)


def arranged(entries: Iterable[Entry], unchanged: Unchanged) -> tuple[Entry | Fold, ...]:
    """Return *entries* with the quiet ones among them as *unchanged* asks for."""
    match unchanged:
        case "full":
            return tuple(entries)
        case "fold":
            return fold(entries)
        case "omit":
            return tuple(entry for entry in entries if not entry.quiet)


def fold(entries: Iterable[Entry]) -> tuple[Entry | Fold, ...]:
    """Fold the runs of unchanged articles among *entries*.

    A run ends where the old articles do not follow each other, so that its range of old
    labels (原第四条–第八条) is true.
    """
    folded: list[Entry | list[Entry]] = []
    for entry in entries:
        run = folded[-1] if folded else None
        if not entry.quiet:
            folded.append(entry)
        elif isinstance(run, list) and _follows(run[-1], entry):
            run.append(entry)
        else:
            folded.append([entry])
    return tuple(Fold(tuple(f)) if isinstance(f, list) else f for f in folded)


def _follows(before: Entry, after: Entry) -> bool:
    """Tell whether *after* comes right after *before* in the old text too.

    Either both have a new number or neither, lest a range of old numbers say too much.
    """
    if before.old_position is None or after.old_position != before.old_position + 1:
        return False
    return before.change.renumbered == after.change.renumbered
