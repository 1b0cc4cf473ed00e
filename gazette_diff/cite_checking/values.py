"""What checking the citations of a document yields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from gazette_diff.core.diagnostics import Code, Diagnostic

#: What could not be checked, or need not be wrong: told, but no fault of the document.
NOTES = frozenset({Code.WORK_NOT_HELD, Code.VERSION_NOT_KNOWN, Code.TEXT_NOT_HELD, Code.SUPERSEDED})


class State(StrEnum):
    """How far a citation could be followed.

    ``RESOLVED`` to a provision of a text in the library; ``MISSING``: that text has no such
    provision; ``UNCHECKED``: the library knows the work, but not the text that is meant;
    ``NOT_HELD``: it does not know the work; ``ASIDE``: the citation names no work (第三条,
    前款), or one that is no regulation (本合同第五条).
    """

    RESOLVED = "resolved"
    MISSING = "missing"
    UNCHECKED = "unchecked"
    NOT_HELD = "not_held"
    ASIDE = "aside"


class Span(NamedTuple):
    """A place in the lines of a document.

    ``line`` counts from 1; ``start`` and ``end`` are offsets in code points into the line as
    it stands (``end`` into ``last``, where it ends in a later line).
    """

    line: int
    start: int
    end: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedCitation:
    """One citation of the document: ``text`` as printed at ``span``.

    ``title`` is that of the regulation in the library, ``version`` the full name of the
    version it was checked against, ``provisions`` the names of what it resolved to.
    """

    span: Span
    text: str
    work: str
    state: State
    title: str = ""
    version: str = ""
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found at ``span``, about the citation with the index ``citation``."""

    span: Span
    diagnostic: Diagnostic
    citation: int

    @property
    def is_note(self) -> bool:
        """Whether it tells only that something was not checked, or need not be wrong."""
        return self.diagnostic.code in NOTES


@dataclass(frozen=True, slots=True)
class CheckedText:
    """The citations of a document in order, and the findings in order of their places."""

    citations: tuple[CheckedCitation, ...]
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> Mapping[State, int]:
        """How many citations there are of each state, all states named."""
        counted = Counter(one.state for one in self.citations)
        return {state: counted[state] for state in State}
