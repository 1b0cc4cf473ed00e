"""References that point to no provision of the regulation they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gazette_diff.checking.passages import Passage, Spot, Subject
from gazette_diff.citation import Scope, references
from gazette_diff.core.diagnostics import Code
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.core.errors import GazetteDiffError


def check_links(subject: Subject) -> Iterator[Spot]:
    """Find the references into the regulation itself that nothing answers to.

    References into other works are not looked at: those are not at hand.
    """
    passages = {(one.place, one.part): one for one in subject.passages}
    for reference in references(subject.regulation):
        if reference.problem is None or reference.scope is not Scope.INTERNAL:
            continue
        found = reference.found
        place = reference.source.eid
        passage = passages.get((place, reference.part)) or Passage(-1, place, reference.part, "")
        values = {"cited": found.text, "why": _why(reference.problem)}
        yield Spot(Code.REFERENCE_TO_NOTHING, passage, found.start, values)


def _why(problem: GazetteDiffError) -> Bilingual:
    """Return what is missing, and what there is instead."""
    what, mend = problem.what, problem.mend
    return what if mend is None else Bilingual(f"{what.zh}；{mend.zh}", f"{what.en}; {mend.en}")
