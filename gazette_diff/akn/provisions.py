"""Provisions as hierarchical elements, and back (mapping, sections 1 and 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.akn import faults
from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.navigation import inside
from gazette_diff.akn.numbering import ordinal_attribute, read_ordinal
from gazette_diff.akn.tables import read_table, table_element
from gazette_diff.akn.vocabulary import (
    ELEMENTS,
    EMPTY_BODY,
    LEVELS,
    LEVELS_OF_PARAGRAPHS,
    local_name,
)
from gazette_diff.akn.words import paragraphs, text_of, words
from gazette_diff.core.numerals import CIRCLED_CHARACTERS
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import Level, Provision, Table

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

    from gazette_diff.core.places import Placed


class _Words(NamedTuple):
    """What a ``content`` or ``intro`` holds: text, a table, text behind the table."""

    text: str = ""
    table: Table | None = None
    after: str = ""

    @property
    def joined(self) -> _Words:
        """The same with all text before the table."""
        return _Words(f"{self.text}\n{self.after}", self.table) if self.after else self


def body_element(
    name: str, placed: tuple[Placed, ...], wids: Mapping[str, str] | None = None
) -> Element:
    """Return the ``body`` or ``mainBody`` with the provisions *placed* in it.

    *wids* are their permanent ids, by eId.
    """
    if not placed:
        return element(name, None, element("hcontainer", {"name": EMPTY_BODY}))
    known = wids or {}
    return element(name, None, *(provision_element(one, known) for one in placed))


def read_body(node: XmlElement) -> tuple[Provision, ...]:
    """Return the provisions of a ``body`` or ``mainBody``, the inverse of :func:`body_element`.

    Words that stand in a ``mainBody`` outside all provisions become paragraphs.

    Raises:
        Fault: it holds elements that this mapping does not know.
    """
    provisions: list[Provision] = []
    loose: list[XmlElement] = []
    for part in inside(node):
        name = local_name(part)
        if name in {"p", "table"}:
            loose.append(part)
        elif name != "componentRef" and part.get("name") != EMPTY_BODY:
            provisions += _read_paragraphs(loose, len(provisions))
            loose = []
            provisions.append(read_provision(part, len(provisions) + 1))
    return (*provisions, *_read_paragraphs(loose, len(provisions)))


def provision_element(placed: Placed, wids: Mapping[str, str]) -> Element:
    """Return a provision with all inside it, under the eIds of its place and its *wids*."""
    provision = placed.provision
    table = provision.table
    lead = (
        *paragraphs(provision.text),
        *((table_element(table, f"{placed.eid}__table_1"),) if table else ()),
    )
    closing = paragraphs(provision.closing)
    # Words of a 条 stand in its 款; should it have some of its own, intro tells them apart.
    is_leaf = not (placed.children or closing or provision.level in LEVELS_OF_PARAGRAPHS)
    return element(
        ELEMENTS[provision.level],
        {
            "eId": placed.eid,
            "wId": wids.get(placed.eid),
            "class": _style(provision),
            **ordinal_attribute(provision.level, provision.ordinal, provision.label, placed.eid),
        },
        element("num", None, *words(provision.label)) if provision.label else None,
        element("heading", None, *words(provision.heading)) if provision.heading else None,
        element("content" if is_leaf else "intro", None, *lead) if lead else None,
        *(provision_element(inner, wids) for inner in placed.children),
        element("wrapUp", None, *closing) if closing else None,
    )


def _style(provision: Provision) -> str | None:
    """Return the way a 目 is numbered, where it is not the usual 1."""
    if provision.level is not Level.SUBITEM:
        return None
    if provision.label[:1] in {"（", "("}:
        return "paren"
    return "circled" if provision.label and provision.label[0] in CIRCLED_CHARACTERS else None


def read_provision(node: XmlElement, position: int) -> Provision:
    """Return the provision that *node* is, the *position*-th among its siblings.

    Files from elsewhere may put the words of an article straight into it (each ``p`` is a
    款 then) and gather items in a ``list``.

    Raises:
        Fault: it holds elements that this mapping does not know.
    """
    name = local_name(node)
    level = Level.PARAGRAPH if name == "list" else LEVELS.get(name)
    if level is None:
        parent = node.getparent()
        raise faults.unknown_element(node, "file" if parent is None else local_name(parent))
    label = heading = closing = ""
    lead = _Words()
    children: list[Provision] = []
    for part in inside(node):
        match local_name(part):
            case "num":
                label = text_of(part)
            case "heading":
                heading = text_of(part)
            case "content" if level in LEVELS_OF_PARAGRAPHS:
                children += _read_paragraphs(inside(part), len(children))
            case "content":
                lead = _read_words(inside(part))
            case "intro":
                lead = _read_words(inside(part)).joined
            case "wrapUp":
                closing = _read_closing(part)
            case _:
                children.append(read_provision(part, len(children) + 1))
    provision = Provision(
        level=level,
        ordinal=read_ordinal(node, level, label, position),
        label=label,
        heading=heading,
        text=lead.text,
        children=tuple(children),
        closing=lead.after or closing,
        table=lead.table,
    )
    return _without_sole_list(node, provision)


def _without_sole_list(node: XmlElement, provision: Provision) -> Provision:
    """Return *provision* with the words and items of its ``list`` in its own place.

    Only where there is a single list and both have no words for the same place: the tree
    has no level for lists. Several lists stay, as paragraphs inside the paragraph, so that
    no word is lost.
    """
    if len(provision.children) != 1 or not any(local_name(part) == "list" for part in node):
        return provision
    inner = provision.children[0]
    if (
        inner.label
        or inner.heading
        or (provision.text and inner.text)
        or (provision.table and inner.table)
        or (provision.closing and inner.closing)
    ):
        return provision
    return replace(
        provision,
        text=provision.text or inner.text,
        table=provision.table or inner.table,
        children=inner.children,
        closing=inner.closing or provision.closing,
    )


def _read_words(blocks: Iterable[XmlElement]) -> _Words:
    before: list[str] = []
    after: list[str] = []
    table: Table | None = None
    for block in blocks:
        name = local_name(block)
        if name == "p":
            (before if table is None else after).append(text_of(block))
        elif name != "table":
            raise faults.unknown_element(block, "content")
        elif table is not None:
            raise faults.second_table(block)
        else:
            table = read_table(block)
    return _Words("\n".join(before), table, "\n".join(after))


def _read_closing(node: XmlElement) -> str:
    lines = []
    for block in inside(node):
        if local_name(block) != "p":
            raise faults.unknown_element(block, "wrapUp")
        lines.append(text_of(block))
    return "\n".join(lines)


def _read_paragraphs(blocks: Iterable[XmlElement], given: int) -> list[Provision]:
    """Return a 款 for each block; *given* of them stand before these."""
    return [
        Provision(
            level=Level.PARAGRAPH,
            ordinal=Ordinal(number),
            text=found.text,
            table=found.table,
        )
        for number, block in enumerate(blocks, given + 1)
        for found in (_read_words([block]),)
    ]
