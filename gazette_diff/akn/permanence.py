"""Permanent ids: ``wId``, the master expression, and the predecessors in an earlier Work.

A provision keeps its wId through the versions of one Work, whatever its number (mapping,
section 2; the schema wants every wId that differs from the eId in ``mappings`` too). A
regulation that was repealed and issued anew is another Work, with ids of its own; there
each article names the one that it came from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.navigation import child, children
from gazette_diff.akn.ontology import TOOL
from gazette_diff.core.tree import PermanentIds

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

PREDECESSOR = "predecessor"


def predecessor_concept() -> Element:
    """Return the concept that references to predecessors refer to."""
    return element(
        "TLCConcept",
        {
            "eId": PREDECESSOR,
            "href": "/akn/ontology/concept/predecessor",
            "showAs": "修订前的对应条文",
        },
    )


def predecessor_reference(eid: str, href: str) -> Element:
    """Return the reference from the provision *eid* to its predecessor at *href*."""
    return element(
        "implicitReference",
        {"for": f"#{eid}", "href": href, "refersTo": f"#{PREDECESSOR}"},
    )


def master_expression(permanent: PermanentIds | None) -> Element | None:
    """Return ``FRBRmasterExpression``, None for a version that is the master itself."""
    if permanent is None or not permanent.master:
        return None
    day = permanent.master.rpartition("@")[2]
    return element(
        "FRBRmasterExpression",
        {"href": permanent.master, "showAs": f"{day}文本（本库最早的版本）"},
    )


def permanence_analysis(permanent: PermanentIds | None, event: str | None) -> Element | None:
    """Return ``analysis`` with the mappings and predecessors, None where there are none.

    *event* is the eId of the event since which the ids are what they are.
    """
    if permanent is None:
        return None
    mappings = [
        element(
            "mapping",
            {
                "original": f"#{wid}",
                "current": f"#{eid}",
                "start": None if event is None else f"#{event}",
            },
        )
        for eid, wid in permanent.ids
        if eid != wid
    ]
    references = [predecessor_reference(*one) for one in permanent.predecessors]
    if not mappings and not references:
        return None
    source = {"source": f"#{TOOL}"}
    return element(
        "analysis",
        source,
        element("mappings", source, *mappings) if mappings else None,
        element("otherReferences", source, *references) if references else None,
    )


def read_permanent(act: XmlElement, body: XmlElement) -> PermanentIds | None:
    """Return the permanent ids of *act*, whose body is *body*; None where it has none."""
    expression = child(act, "meta", "identification", "FRBRExpression")
    master = child(expression, "FRBRmasterExpression")
    ids = tuple(
        (node.get("eId", ""), node.get("wId", ""))
        for node in body.iterdescendants()
        if node.get("wId") and node.get("eId")
    )
    predecessors = tuple(
        (node.get("for", "").removeprefix("#"), node.get("href", ""))
        for analysis in children(child(act, "meta"), "analysis")
        for references in children(analysis, "otherReferences")
        for node in children(references, "implicitReference")
        if node.get("refersTo") == f"#{PREDECESSOR}"
    )
    if master is None and not ids and not predecessors:
        return None
    href = "" if master is None else master.get("href", "")
    return PermanentIds(master=href, ids=ids, predecessors=predecessors)
