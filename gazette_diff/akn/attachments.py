"""附件: attachments, each a document of its own within the act (mapping, section 4)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.metadata import annex_meta_element
from gazette_diff.akn.navigation import child, children, inside
from gazette_diff.akn.provisions import body_element, read_body
from gazette_diff.akn.vocabulary import local_name
from gazette_diff.akn.words import text_of, words
from gazette_diff.core.places import place
from gazette_diff.core.tree import Attachment, Regulation

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

    from gazette_diff.akn.uris import Expression


def attachments_element(
    regulation: Regulation, expression: Expression, generated_on: date
) -> Element | None:
    """Return ``attachments`` with those of *regulation*, None without any."""
    if not regulation.attachments:
        return None
    return element(
        "attachments",
        None,
        *(
            _attachment(
                attachment,
                number,
                annex_meta_element(regulation.metadata, expression, number, generated_on),
            )
            for number, attachment in enumerate(regulation.attachments, 1)
        ),
    )


def _attachment(attachment: Attachment, number: int, meta: Element) -> Element:
    eid = f"att_{number}"
    return element(
        "attachment",
        {"eId": eid},
        element("num", None, *words(attachment.label)) if attachment.label else None,
        element("heading", None, *words(attachment.heading)) if attachment.heading else None,
        element(
            "doc",
            {"name": "annex"},
            meta,
            body_element("mainBody", place(attachment.body, eid)),
        ),
    )


def read_attachments(act: XmlElement) -> tuple[Attachment, ...]:
    """Return the attachments of *act*; of one in a file of its own only what is said here.

    Raises:
        Fault: one holds elements that this mapping does not know.
    """
    return tuple(
        _read_attachment(node)
        for node in children(child(act, "attachments"), "attachment")
        if node.get("status") != "removed"
    )


def _read_attachment(node: XmlElement) -> Attachment:
    label, heading, bodies = child(node, "num"), child(node, "heading"), []
    for document in inside(node):
        bodies += [part for part in document if local_name(part) in {"mainBody", "body"}]
    return Attachment(
        label="" if label is None else text_of(label),
        heading="" if heading is None else text_of(heading),
        body=tuple(provision for body in bodies for provision in read_body(body)),
    )
