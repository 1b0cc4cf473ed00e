"""A comparison as an Akoma Ntoso document: the new version, and what led to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.akn.documents import act_of
from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.metadata import Supplement
from gazette_diff.akn.modifications import Modifications
from gazette_diff.akn.ontology import TOOL
from gazette_diff.akn.permanence import predecessor_concept, predecessor_reference
from gazette_diff.akn.uris import expression_of
from gazette_diff.akn.vocabulary import OWN_PREFIX
from gazette_diff.core.changes import DOUBT

if TYPE_CHECKING:
    from gazette_diff.core.changes import Change, ChangeSet
    from gazette_diff.core.tree import Regulation

_DIGITS = 4
# Another Manifestation of the new version: it holds what its plain file does, and more.
_SUFFIX = ".changes"


def comparison_to_akn(
    changes: ChangeSet, old: Regulation, new: Regulation, *, generated_on: date
) -> bytes:
    """Return the new version with the list of *changes* in its ``analysis``, valid AKN 3.0.

    The document is that of *new*, and reads back as it. ``passiveModifications`` tell what
    was inserted, repealed, substituted, renumbered, split and joined since *old*, with the
    words that are gone; ``otherAnalysis`` lists every change with its relation, classes,
    similarity and confidence, as the JSON contract has them. It is this tool's analysis,
    no official list of amendments. Where *new* is another Work (废旧立新), the article
    that each one came from is named as its predecessor too.

    Raises:
        ValueError: the words contain a character that XML cannot hold (a control character).
    """
    expressions = [expression_of(regulation) for regulation in (old, new)]
    before, after = (expression.uri for expression in expressions)
    modifications = Modifications(before, after, in_force=new.metadata.in_force is not None)
    mods = modifications.elements(changes)
    successor = expressions[0].work != expressions[1].work
    predecessors = tuple(_predecessors(changes, modifications)) if successor else ()
    analysis = element(
        "analysis",
        {"source": f"#{TOOL}"},
        element("passiveModifications", None, *mods) if mods else None,
        element("otherReferences", {"source": f"#{TOOL}"}, *predecessors) if predecessors else None,
        _list(changes, before, after),
    )
    supplement = Supplement(analysis, predecessor_concept() if predecessors else None, _SUFFIX)
    return act_of(new, generated_on=generated_on, supplement=supplement)


def _predecessors(changes: ChangeSet, modifications: Modifications) -> Iterator[Element]:
    for change in changes.changes:
        for link in change.links:
            yield predecessor_reference(link.new, modifications.before(link.old))


def _list(changes: ChangeSet, before: str, after: str) -> Element:
    """Return ``otherAnalysis`` with one element for each change, and its links in it."""
    own = f"{OWN_PREFIX}:"
    return element(
        "otherAnalysis",
        {"source": f"#{TOOL}"},
        element(
            f"{own}changes",
            {"old": before, "new": after},
            *(_change(change, own) for change in changes.changes),
        ),
    )


def _change(change: Change, own: str) -> Element:
    links = (
        element(
            f"{own}link",
            {
                "old": link.old,
                "new": link.new,
                "similarity": _score(link.similarity),
                "confidence": _score(link.confidence),
                "doubtful": "true" if link.confidence < DOUBT else None,
                "pinned": "true" if link.pinned else None,
            },
        )
        for link in change.links
    )
    return element(
        f"{own}change",
        {
            "relation": str(change.relation),
            "renumbered": _flag(change.renumbered),
            "relocated": _flag(change.relocated),
            "classes": " ".join(change.classes) or None,
            "pinned": "true" if change.pinned else None,
            "old": " ".join(ref.eid for ref in change.old) or None,
            "new": " ".join(ref.eid for ref in change.new) or None,
        },
        *links,
    )


def _score(value: float) -> str:
    return str(round(value, _DIGITS))


def _flag(value: object) -> str:
    return "true" if value else "false"
