"""All metadata of a document: ``meta``, in the order that the schema prescribes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.akn import faults
from gazette_diff.akn.identification import (
    identification,
    read_document_number,
    read_issuers,
    read_published,
    read_signed,
    read_title,
)
from gazette_diff.akn.lifecycle import (
    latest_event,
    lifecycle,
    read_amended,
    read_in_force,
    read_repealed,
    temporal_data,
)
from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.navigation import child, children
from gazette_diff.akn.ontology import TOOL
from gazette_diff.akn.permanence import (
    master_expression,
    permanence_analysis,
    predecessor_concept,
)
from gazette_diff.akn.publication import publication, read_publication
from gazette_diff.akn.references import references
from gazette_diff.akn.replacement import (
    read_replaced,
    replaced_references,
    replacement_analysis,
)
from gazette_diff.akn.vocabulary import OWN_PREFIX, own
from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import Holding, Metadata, PermanentIds

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

    from gazette_diff.akn.uris import Expression
    from gazette_diff.core.places import Placed

_A_STATE = Bilingual("held、not-held 或 removed", "held, not-held or removed")


class Supplement(NamedTuple):
    """What a file tells of a version beside its text.

    One more ``analysis``, a ``concept`` among the references that it needs, and the
    ``suffix`` that tells the file apart from the plain one.
    """

    analysis: Element | None
    concept: Element | None
    suffix: str


def meta_element(
    metadata: Metadata,
    expression: Expression,
    body: Sequence[Placed],
    generated_on: date,
    supplement: Supplement | None = None,
    permanent: PermanentIds | None = None,
) -> Element:
    """Return ``meta`` of the regulation that is *expression*, whose provisions are *body*.

    A *supplement* makes it another file of the same version; *permanent* are the ids that
    its provisions keep through the versions.
    """
    analysis, concept, suffix = supplement or Supplement(None, None, "")
    if concept is None and permanent is not None and permanent.predecessors:
        concept = predecessor_concept()
    return element(
        "meta",
        None,
        identification(
            metadata,
            expression,
            generated_on,
            suffix=suffix,
            master=master_expression(permanent),
        ),
        publication(metadata.gazette),
        lifecycle(metadata),
        replacement_analysis(metadata, expression.work, body),
        permanence_analysis(permanent, latest_event(metadata)),
        analysis,
        temporal_data(metadata),
        references(metadata, expression, replaced_references(metadata, expression.work), concept),
        _proprietary(metadata),
    )


def annex_meta_element(
    metadata: Metadata, expression: Expression, number: int, generated_on: date
) -> Element:
    """Return ``meta`` of the *number*-th attachment; it names only what the act defines."""
    component = f"annex_{number}"
    return element("meta", None, identification(metadata, expression, generated_on, component))


def _proprietary(metadata: Metadata) -> Element | None:
    """Return what Akoma Ntoso has no words for: that a text is made up, or not at hand."""
    notes = []
    if metadata.constructed:
        notes.append(element(f"{OWN_PREFIX}:constructed", {"note": metadata.constructed}))
    if metadata.holding is not Holding.HELD or metadata.remark:
        state = {"state": str(metadata.holding), "note": metadata.remark or None}
        notes.append(element(f"{OWN_PREFIX}:holding", state))
    return element("proprietary", {"source": f"#{TOOL}"}, *notes) if notes else None


def _read_proprietary(act: XmlElement, name: str) -> XmlElement | None:
    for proprietary in children(child(act, "meta"), "proprietary"):
        found = proprietary.find(own(name))
        if found is not None:
            return found
    return None


def _read_constructed(act: XmlElement) -> str:
    note = _read_proprietary(act, "constructed")
    return "" if note is None else note.get("note", "")


def _read_holding(act: XmlElement) -> tuple[Holding, str]:
    node = _read_proprietary(act, "holding")
    if node is None:
        return Holding.HELD, ""
    state = node.get("state", "")
    if state not in set(Holding):
        raise faults.bad_value(node, "state", state, _A_STATE)
    return Holding(state), node.get("note", "")


def read_metadata(act: XmlElement) -> Metadata:
    """Return the metadata of *act*, the inverse of :func:`meta_element`.

    Raises:
        Fault: a date or number in it is ill-formed.
    """
    holding, remark = _read_holding(act)
    return Metadata(
        title=read_title(act),
        document_number=read_document_number(act),
        issuer=read_issuers(act),
        signed=read_signed(act),
        published=read_published(act),
        amended=read_amended(act),
        in_force=read_in_force(act),
        repealed=read_repealed(act),
        replaces=read_replaced(act),
        gazette=read_publication(act),
        constructed=_read_constructed(act),
        holding=holding,
        remark=remark,
    )
