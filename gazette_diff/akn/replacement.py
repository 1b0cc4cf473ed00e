"""Regulations that this one repeals (废旧立新): a reference and a modification for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.navigation import child, children
from gazette_diff.akn.numbering import number_attributes, read_number
from gazette_diff.akn.ontology import OWN_TEXT, PERIOD, TOOL
from gazette_diff.akn.titles import without_remark
from gazette_diff.akn.uris import day_in, replaced_work
from gazette_diff.akn.vocabulary import OWN_PREFIX, own
from gazette_diff.core.places import Placed, walk_places
from gazette_diff.core.tree import Metadata, Replaced

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

    from gazette_diff.akn.uris import Work

_END = "endOfEnactment"
_REPEALS = re.compile("废止|停止执行|停止施行|失效|不再执行|不再施行")


def replaced_references(metadata: Metadata, work: Work) -> tuple[Element, ...]:
    """Return an ``activeRef`` for each regulation that is replaced."""
    return tuple(
        element(
            "activeRef",
            {
                "eId": f"ra_{number}",
                "href": replaced_work(replaced, metadata, work).uri,
                "showAs": replaced.title,
                **number_attributes(replaced.document_number, f"{OWN_PREFIX}:documentNumber"),
            },
        )
        for number, replaced in enumerate(metadata.replaces, 1)
    )


def replacement_analysis(metadata: Metadata, work: Work, body: Sequence[Placed]) -> Element | None:
    """Return ``analysis`` with what the regulation repeals, None for nothing.

    The source of each is the provision of *body* that says so, or else the whole text.
    """
    if not metadata.replaces:
        return None
    force = element("force", {"period": f"#{PERIOD}"}) if metadata.in_force else None
    modifications = [
        element(
            "forceMod",
            {"eId": f"amod_{number}", "type": _END},
            element("source", {"href": f"#{_saying(replaced.title, body)}"}),
            element("destination", {"href": replaced_work(replaced, metadata, work).uri}),
            force,
        )
        for number, replaced in enumerate(metadata.replaces, 1)
    ]
    return element(
        "analysis",
        {"source": f"#{TOOL}"},
        element("activeModifications", None, *modifications),
    )


def _saying(title: str, body: Sequence[Placed]) -> str:
    """Return the eId of the last provision that names *title* and repeals something."""
    found = OWN_TEXT
    title = without_remark(title)
    if not title:
        return found
    for placed in walk_places(tuple(body)):
        text = placed.provision.text + placed.provision.closing
        if title in text and _REPEALS.search(text):
            found = placed.eid
    return found


def read_replaced(act: XmlElement) -> tuple[Replaced, ...]:
    """Return what *act* replaces: each document whose end it is said to be."""
    meta = child(act, "meta")
    ended = {
        destination.get("href")
        for analysis in children(meta, "analysis")
        for modification in children(child(analysis, "activeModifications"), "forceMod")
        if modification.get("type") == _END
        for destination in children(modification, "destination")
    }
    return tuple(
        _read_reference(reference)
        for reference in children(child(meta, "references"), "activeRef")
        if reference.get("href") in ended
    )


def _read_reference(node: XmlElement) -> Replaced:
    day = day_in(node.get("href", ""))
    return Replaced(
        title=node.get("showAs", ""),
        signed=None if day is None else date.fromisoformat(day),
        document_number=read_number(node, own("documentNumber")),
    )
