"""Whole documents: a Regulation as an Akoma Ntoso file, and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.akn import faults
from gazette_diff.akn.attachments import attachments_element, read_attachments
from gazette_diff.akn.blocks import (
    conclusions_element,
    preface_elements,
    read_block,
    read_conclusions,
    read_preface,
)
from gazette_diff.akn.identification import read_marked_up_on
from gazette_diff.akn.markup import element, render
from gazette_diff.akn.metadata import Supplement, meta_element, read_metadata
from gazette_diff.akn.navigation import child, children, parse, parse_beginning
from gazette_diff.akn.permanence import read_permanent
from gazette_diff.akn.provisions import body_element, read_body
from gazette_diff.akn.uris import expression_of
from gazette_diff.akn.vocabulary import AKN_NAMESPACE, OWN_NAMESPACE, OWN_PREFIX, akn
from gazette_diff.core.errors import InvalidMarkupError
from gazette_diff.core.places import place
from gazette_diff.core.tree import Block, BlockKind, Regulation

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

    from gazette_diff.core.tree import Metadata

_END_OF_META = b"</meta>"


def to_akn(regulation: Regulation, *, generated_on: date) -> bytes:
    """Return *regulation* as an Akoma Ntoso 3.0 document, valid against the strict schema.

    *generated_on* is the date of the file itself, the only thing in it that does not come
    from *regulation*. The same arguments give the same bytes.

    Raises:
        ValueError: the words contain a character that XML cannot hold (a control character).
    """
    return act_of(regulation, generated_on=generated_on)


def act_of(
    regulation: Regulation, *, generated_on: date, supplement: Supplement | None = None
) -> bytes:
    """Return the document of :func:`to_akn` with what *supplement* tells beside the text."""
    metadata = regulation.metadata
    expression = expression_of(regulation)
    body = place(regulation.body)
    permanent = regulation.permanent
    preface, preamble = preface_elements(regulation.preface, metadata.issuer, body)
    act = element(
        "act",
        {
            "name": expression.work.kind,
            "contains": "singleVersion" if metadata.amended else "originalVersion",
        },
        meta_element(metadata, expression, body, generated_on, supplement, permanent),
        preface,
        preamble,
        body_element("body", body, dict(permanent.ids) if permanent else None),
        conclusions_element(regulation.conclusion, metadata.issuer),
        attachments_element(regulation, expression, generated_on),
    )
    namespaces: dict[str, str | None] = {
        "xmlns": AKN_NAMESPACE,
        f"xmlns:{OWN_PREFIX}": OWN_NAMESPACE,
    }
    return render(element("akomaNtoso", namespaces, act))


def from_akn(data: bytes, name: str) -> Regulation:
    """Return the regulation in *data*, an Akoma Ntoso document; *name* is for messages.

    What :func:`to_akn` wrote comes back equal to what it was given. Files from elsewhere are
    read as far as their elements are those of the mapping: other ids, ``list`` around
    items, inline elements inside words, a redline (read as its current text), and an act
    wrapped in the notice that promulgates it.

    Raises:
        InvalidMarkupError: *data* is not XML, not Akoma Ntoso, holds no or several
            regulations, or elements that this mapping does not know; it says where.
    """
    try:
        root = parse(data)
        document, body = _find_regulation(root)
        preface = read_preface(document)
        wrapping = tuple(_wrapping_notice(root, document))
        regulation = Regulation(
            metadata=read_metadata(document),
            preface=wrapping + preface,
            body=read_body(body),
            conclusion=read_conclusions(document),
            attachments=read_attachments(document),
            permanent=read_permanent(document, body),
        )
    except faults.Fault as fault:
        raise InvalidMarkupError(fault.what, where=name, mend=fault.mend) from fault
    except RecursionError as error:
        deep = faults.too_deep()
        raise InvalidMarkupError(deep.what, where=name, mend=deep.mend) from error
    return regulation


def read_head(data: bytes, name: str) -> Metadata:
    """Return the metadata of the document *data*; of a file of our own only ``meta`` is parsed.

    Raises:
        InvalidMarkupError: as :func:`from_akn`, as far as ``meta`` is concerned.
    """
    end = data.find(_END_OF_META)
    try:
        if end >= 0 and (act := parse_beginning(data[: end + len(_END_OF_META)])) is not None:
            return read_metadata(act)
        return read_metadata(_find_regulation(parse(data))[0])
    except faults.Fault as fault:
        raise InvalidMarkupError(fault.what, where=name, mend=fault.mend) from fault


def marked_up_on(data: bytes, name: str) -> date | None:
    """Return the ``generated_on`` with which the document *data* was written.

    With it, ``to_akn(from_akn(data, name), generated_on=…)`` gives the same bytes again.

    Raises:
        InvalidMarkupError: as :func:`from_akn`.
    """
    try:
        document, _ = _find_regulation(parse(data))
        return read_marked_up_on(document)
    except faults.Fault as fault:
        raise InvalidMarkupError(fault.what, where=name, mend=fault.mend) from fault


def _find_regulation(root: XmlElement) -> tuple[XmlElement, XmlElement]:
    """Return the element of the regulation under *root*, and its body.

    It is the document itself, or the one act among its components.
    """
    if root.tag != akn("akomaNtoso"):
        raise faults.not_akoma_ntoso(root)
    found = [(document, body) for document in root for body in children(document, "body")]
    if not found:
        found = [
            (document, body)
            for components in root.iterdescendants(akn("components"))
            for component in components
            for document in component
            for body in children(document, "body")
        ]
    if not found:
        found = [(document, body) for document in root for body in children(document, "mainBody")]
    if not found:
        raise faults.no_body(root)
    if len(found) > 1:
        raise faults.several_regulations(len(found))
    return found[0]


def _wrapping_notice(root: XmlElement, document: XmlElement) -> Iterator[Block]:
    """Yield the blocks of the notice around *document* (mapping: archive form)."""
    for outer in root:
        if outer is document:
            continue
        blocks = [read_block(p) for p in children(child(outer, "mainBody"), "p")]
        for number, block in enumerate(blocks):
            is_title = number == 0 and block.kind is BlockKind.NOTICE_TEXT
            yield replace(block, kind=BlockKind.NOTICE_TITLE) if is_title else block
        yield from read_conclusions(outer)
