"""References that point to no provision of the regulation they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from gazette_diff.checking.passages import Passage, Spot, Subject
from gazette_diff.citation import references, why
from gazette_diff.core.diagnostics import Code
from gazette_diff.core.references import Scope


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
        values = {"cited": found.text, "why": why(reference.problem)}
        yield Spot(Code.REFERENCE_TO_NOTHING, passage, found.start, values)
