"""References that point to no one provision of the regulation they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from gazette_diff.checking.passages import Passage, Spot, Subject
from gazette_diff.citation import references, why
from gazette_diff.core.diagnostics import Code
from gazette_diff.core.errors import AmbiguousError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.references import Scope

_NOTHING = Bilingual("所指的条款不存在", "names a provision that does not exist")
_UNCLEAR = Bilingual("不能确定所指的条款", "does not tell which provision it names")


def check_links(subject: Subject) -> Iterator[Spot]:
    """Find the references into the regulation itself that name nothing, or fit several provisions.

    References into other works are not looked at: those are not at hand.
    """
    passages = {(one.place, one.part): one for one in subject.passages}
    for reference in references(subject.regulation):
        if reference.problem is None or reference.scope is not Scope.INTERNAL:
            continue
        found = reference.found
        place = reference.source.eid
        passage = passages.get((place, reference.part)) or Passage(-1, place, reference.part, "")
        unclear = isinstance(reference.problem, AmbiguousError)
        values = {
            "cited": found.text,
            "verdict": _UNCLEAR if unclear else _NOTHING,
            "why": why(reference.problem),
        }
        yield Spot(Code.REFERENCE_TO_NOTHING, passage, found.start, values)
