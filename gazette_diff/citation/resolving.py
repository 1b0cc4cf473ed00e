"""From a citation to the one provision it names, or to the reason why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gazette_diff.citation import misses
from gazette_diff.citation.attachments import choose_attachment, place_attachments
from gazette_diff.citation.identity import check_work
from gazette_diff.citation.searching import Body
from gazette_diff.citation.values import Citation, Reference, Target, Unit
from gazette_diff.citation.wording import citation_parts, provision_text
from gazette_diff.core.errors import InvalidCitationError, NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.places import Placed, place
from gazette_diff.core.tree import Metadata, Regulation

_WHOLE_ATTACHMENT = re.compile("att_[0-9]+")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A citation and the one provision it names.

    ``attachment`` is the label of the attachment it stands in, "" for the text itself.
    """

    reference: Reference
    placed: Placed
    metadata: Metadata
    attachment: str = ""

    @property
    def eid(self) -> str:
        """The eId of the provision (core/places.py)."""
        return self.placed.eid

    @property
    def path(self) -> tuple[str, ...]:
        """The containers around it as printed: (第八章 会议制度,)."""
        return self.placed.path

    @property
    def text(self) -> str:
        """Its words as printed, with the labels of what is inside it, line by line."""
        return provision_text(self.placed)

    @property
    def words(self) -> str:
        """Its name within the regulation: 第四十四条第一款第（三）项."""
        return "".join(self.parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """Its name level by level: (第四十四条, 第一款, 第（三）项)."""
        if _WHOLE_ATTACHMENT.fullmatch(self.eid):
            return (self.attachment,)
        return citation_parts(self.placed, attachment=self.attachment)


def resolve(regulation: Regulation, citation: Citation) -> Resolved:
    """Return the one provision of *regulation* that *citation* names.

    The 款 may be left out where that leaves one provision only. Nothing is cut short: where
    one level does not exist, the whole citation names nothing.

    Raises:
        NotFoundError: it names nothing, several provisions, or another regulation; the
            message gives the nearest that exists, or the candidates.
        InvalidCitationError: it names several places (use ``resolve_each``), or is
            relative (前款) and so names nothing by itself.
    """
    check_work(regulation, citation)
    scopes = Scopes(regulation)
    targets = scopes.targets(citation)
    if len(targets) > 1 or targets[0].last is not None:
        raise InvalidCitationError(
            Bilingual("引注含有多个条文", "the citation names several provisions"),
            mend=Bilingual("请逐一引用", "cite them one by one"),
        )
    return scopes.find(targets[0].first)


def resolve_all(regulation: Regulation, citation: Citation) -> tuple[Resolved, ...]:
    """Return every provision that *citation* names, the two ends of a range included.

    Raises:
        NotFoundError: as :func:`resolve`, for the first one that fails.
        InvalidCitationError: a relative reference.
    """
    check_work(regulation, citation)
    scopes = Scopes(regulation)
    targets = scopes.targets(citation)
    return tuple(scopes.find(reference) for target in targets for reference in target.references)


class Scopes:
    """A regulation made ready for resolving many citations: its body and its attachments."""

    def __init__(self, regulation: Regulation) -> None:
        """Place the body and every attachment of *regulation*."""
        self.regulation = regulation
        self.body = Body(regulation, place(regulation.body))
        self._attachments = place_attachments(regulation)
        self.bodies = (
            self.body,
            *(Body(regulation, one.body, one.name) for one in self._attachments),
        )
        # Beside each body: what names the whole of it, where it is an attachment.
        self._wholes = (None, *(one.whole for one in self._attachments))

    def find(self, reference: Reference) -> Resolved:
        """Return the one provision that *reference* names; errors as :func:`resolve`."""
        if reference.relative:
            raise misses.relative(reference)
        if reference.eid:
            for body, whole in zip(self.bodies, self._wholes, strict=True):
                placed = body.by_eid.get(reference.eid)
                if whole is not None and whole.eid == reference.eid:
                    placed = whole
                if placed is not None:
                    return self.resolved(reference, placed, body)
        index, steps = self._index_of_body(reference), reference.steps
        body, whole = self.bodies[index], self._wholes[index]
        if whole is not None:
            steps = steps[1:]
        placed = whole if whole is not None and not steps else body.one(steps)
        return self.resolved(reference, placed, body)

    def targets(self, citation: Citation) -> tuple[Target, ...]:
        """Return the members of *citation*, with 44-46 read as a range where it is one.

        A dash after a number is 之 where that provision exists, and where the second
        number is not the greater; else it is a range. Where both exist, neither is guessed.

        Raises:
            InvalidCitationError: both exist.
        """
        return tuple(self._undashed(target) for target in citation.targets)

    def _undashed(self, target: Target) -> Target:
        *above, step = target.first.steps or (None,)
        if target.last is not None or step is None or not step.dashed or step.ordinal is None:
            return target
        number = step.ordinal
        if number.branch <= number.base:
            return target
        first, last = (
            Reference((*above, step._replace(ordinal=Ordinal(n), dashed=False)))
            for n in (number.base, number.branch)
        )
        if not self._exists(target.first):
            return Target(first, last)
        if self._exists(first) and self._exists(last):
            branch, span = self.find(target.first).words, f"{number.base}至{number.branch}"
            raise misses.two_readings(self.regulation, branch, span)
        return target

    def _exists(self, reference: Reference) -> bool:
        index, steps = self._index_of_body(reference), reference.steps
        try:
            self.bodies[index].search(steps[1:] if index else steps)
        except NotFoundError:
            return False
        return True

    def resolved(self, reference: Reference, placed: Placed, body: Body) -> Resolved:
        """Return *reference* together with the provision it names."""
        return Resolved(reference, placed, self.regulation.metadata, body.name)

    def _index_of_body(self, reference: Reference) -> int:
        first = reference.steps[0]
        if first.unit is not Unit.ATTACHMENT:
            return 0
        chosen = choose_attachment(self.regulation, self._attachments, first)
        return 1 + self._attachments.index(chosen)
