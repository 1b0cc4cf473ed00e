"""Reading an XML file safely, and finding one's way in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.akn import faults
from gazette_diff.akn.vocabulary import akn
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

#: More than this is not read: the longest code in force is a fiftieth of it.
MAXIMUM_BYTES = 64 * 1024 * 1024

# A document type declaration after nothing but comments and instructions (XML 1.0, 2.8).
_DOCTYPE = re.compile(rb"(?:\xef\xbb\xbf)?(?>\s+|<!--.*?-->|<\?.*?\?>)*+<!DOCTYPE", re.DOTALL)
# How an XML file may begin: a mark of the byte order, space, a tag.
_BEGINNINGS = (b"<", b"\xff\xfe", b"\xfe\xff")
_POSITION = re.compile(r", line \d+, column \d+.*$", re.DOTALL)
_A_DATE = Bilingual("年-月-日，如 2023-04-16", "year-month-day, such as 2023-04-16")
_A_NUMBER = Bilingual("阿拉伯数字", "a whole number in digits")


def parse(data: bytes) -> XmlElement:
    """Return the root element of *data*; comments and processing instructions are left out.

    Nothing outside *data* is read, no entity is expanded, and libxml2's limits on depth and
    size stay in force.

    Raises:
        Fault: *data* is empty, too large, not well-formed XML, or declares a DTD.
    """
    from lxml import etree

    if not data.strip():
        raise faults.empty_file()
    if len(data) > MAXIMUM_BYTES:
        raise faults.too_large(len(data), MAXIMUM_BYTES)
    if _DOCTYPE.match(data):
        raise faults.document_type()
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_BEGINNINGS):
            raise faults.not_markup() from error
        reason = _POSITION.sub("", error.msg or "").strip()
        raise faults.not_well_formed(error.lineno or 1, reason) from error
    # Unexpanded entities would leave holes in the words, so that a DTD is refused outright,
    # also in the encodings in which it was not seen above.
    if root.getroottree().docinfo.internalDTD is not None:
        raise faults.document_type()
    return root


def parse_beginning(data: bytes) -> XmlElement | None:
    """Return the act that *data* begins with, as far as it goes; None if there is no such one.

    It goes up to the end of an element inside the act. A document in another encoding, in
    another form than ours, or with a DTD is none.
    """
    from lxml import etree

    if _DOCTYPE.match(data):
        return None
    parser = etree.XMLPullParser(
        ["end"],
        tag=akn("meta"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        parser.feed(data)
    except etree.XMLSyntaxError:
        return None
    for _, meta in parser.read_events():
        act = meta.getparent()
        outer = None if act is None else act.getparent()
        if act is not None and act.tag == akn("act") and outer is not None:
            return act if outer.getparent() is None else None
    return None


def child(node: XmlElement | None, *path: str) -> XmlElement | None:
    """Return the first element that *path*, a sequence of names, leads to from *node*."""
    for name in path:
        if node is None:
            return None
        node = node.find(akn(name))
    return node


def children(node: XmlElement | None, name: str) -> list[XmlElement]:
    """Return the children of *node* called *name*."""
    return [] if node is None else node.findall(akn(name))


def inside(node: XmlElement | None) -> Iterator[XmlElement]:
    """Yield the children of *node* that belong to this version, none for no node.

    Raises:
        Fault: words stand between them, where they would be lost.
    """
    if node is None:
        return
    _refuse_words(node, node.text)
    for inner in node:
        _refuse_words(node, inner.tail)
        if inner.get("status") != "removed":
            yield inner


def _refuse_words(node: XmlElement, text: str | None) -> None:
    if text and not text.isspace():
        raise faults.loose_words(node, text.strip())


def read_date(node: XmlElement, attribute: str = "date") -> date:
    """Return the day in an *attribute* of *node*; a time of day is dropped.

    Raises:
        Fault: there is none, or it is no day.
    """
    value = node.get(attribute, "")
    try:
        return date.fromisoformat(value.partition("T")[0])
    except ValueError as error:
        raise faults.bad_value(node, attribute, value, _A_DATE) from error


def read_integer(node: XmlElement, attribute: str) -> int:
    """Return the whole number in an *attribute* of *node*.

    Raises:
        Fault: there is none, or it is no number.
    """
    value = node.get(attribute, "")
    try:
        return int(value)
    except ValueError as error:
        raise faults.bad_value(node, attribute, value, _A_NUMBER) from error
