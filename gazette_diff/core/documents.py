"""What reading a source yields: its documents, and the ledger that accounts for every character."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from gazette_diff.core.diagnostics import Diagnostic
from gazette_diff.core.source import SourceText
from gazette_diff.core.tree import Regulation


class LedgerEntry(NamedTuple):
    """One piece of the source and where it went (DESIGN: ``--format ledger``).

    ``place`` is an eId, ``metadata``, ``preface``, ``furniture`` or ``unplaced``; ``part``
    says which part of it (``label``, ``heading``, ``text``, ``closing``, or the kind of a
    block); ``document`` counts the documents of the source from 1, None outside them all.
    ``note`` tells what was done to the piece and why, where anything was.
    """

    line: int
    start: int
    end: int
    place: str
    part: str
    text: str
    document: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ParsedDocument:
    """A regulation found in a source: ``lines`` is its first and last line, from 1.

    ``find_diagnostics`` looks for what is doubtful when that is first asked for.
    """

    regulation: Regulation
    lines: tuple[int, int]
    find_diagnostics: Callable[[], tuple[Diagnostic, ...]] = field(
        default=tuple, compare=False, repr=False
    )

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is doubtful in the regulation and in how it was read."""
        return self.find_diagnostics()


@dataclass(frozen=True, kw_only=True)
class ParsedSource:
    """A source with the documents found in it, in their order.

    ``diagnostics`` are those that concern no single document. ``write_ledger`` writes the
    ledger when it is first asked for: most uses of a source never look at it.
    """

    source: SourceText
    documents: tuple[ParsedDocument, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    write_ledger: Callable[[], tuple[LedgerEntry, ...]] = field(
        default=tuple, compare=False, repr=False
    )

    @cached_property
    def ledger(self) -> tuple[LedgerEntry, ...]:
        """Every non-space character of the source exactly once, in order, and its place."""
        return self.write_ledger()
