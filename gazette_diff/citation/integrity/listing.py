"""The references of a regulation as values that reports can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.citation.ambiguity import first_words
from gazette_diff.citation.cross_references import TextReference, references
from gazette_diff.citation.resolving import Resolved, Scopes
from gazette_diff.citation.wording import bare_citation
from gazette_diff.core.errors import AmbiguousError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.references import Cited, Reference

if TYPE_CHECKING:
    from gazette_diff.citation.values import Target
    from gazette_diff.core.errors import GazetteDiffError
    from gazette_diff.core.places import Placed
    from gazette_diff.core.tree import Regulation


def list_references(regulation: Regulation) -> tuple[Reference, ...]:
    """Return every reference in the words of *regulation*, in order, with what it points to."""
    return tuple(as_reference(one) for one in references(regulation))


def as_reference(one: TextReference) -> Reference:
    """Return *one* without the tree it was found in."""
    return Reference(
        source=cited(one.source, one.attachment),
        part=one.part,
        start=one.found.start,
        end=one.found.end,
        text=one.found.text,
        scope=one.scope,
        work=one.found.work,
        targets=tuple(cited(target.placed, target.attachment) for target in one.targets),
        ranged=one.found.target.last is not None,
        problem=None if one.problem is None else why(one.problem),
    )


def cited(placed: Placed, attachment: str = "") -> Cited:
    """Return *placed* with its name and its first words."""
    name = bare_citation(placed, attachment=attachment)
    # A sole 款 is named by its article alone, and words before the first number by nothing.
    return Cited(placed.eid, name or placed.provision.label, first_words(placed))


def why(problem: GazetteDiffError) -> Bilingual:
    """Return what is missing and what there is instead, or all that the citation fits."""
    if isinstance(problem, AmbiguousError):
        return problem.finding
    what, mend = problem.what, problem.mend
    return what if mend is None else Bilingual(f"{what.zh}；{mend.zh}", f"{what.en}; {mend.en}")


def as_cited(resolved: Resolved) -> Cited:
    """Return a resolved provision with its name and its first words."""
    return cited(resolved.placed, resolved.attachment)


def find_in(regulation: Regulation, target: Target) -> tuple[Resolved, ...]:
    """Return what *target*, a citation that names *regulation*, names in it.

    Raises:
        NotFoundError: there is no such provision, or several.
        InvalidCitationError: it is relative.
    """
    scopes = Scopes(regulation)
    return tuple(scopes.find(reference) for reference in target.references)
