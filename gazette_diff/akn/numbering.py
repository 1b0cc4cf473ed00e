"""Numbers of provisions and documents in attributes.

The eId of a provision tells its number, so that the number itself is written only where
the eId cannot tell it: a container without a number, a number no eId can hold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.akn import faults
from gazette_diff.akn.navigation import read_integer
from gazette_diff.akn.vocabulary import OWN_PREFIX, own
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.language import Bilingual
from gazette_diff.core.numerals import CIRCLED_CHARACTERS, NUMBER_CHARACTERS, parse_number
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import Level

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

_LAST_TOKEN = re.compile(
    r"_(?P<base>[0-9]+)(?:-(?P<branch>[1-9][0-9]*))?(?:_inst[0-9]+)?\Z", re.ASCII
)
_ATTRIBUTE = re.compile(r"(?P<base>-?[0-9]+)\.(?P<branch>-?[0-9]+)", re.ASCII)
_LABEL = re.compile(
    rf"""
    [第（(]?[ \u3000]*
    (?P<base>[{NUMBER_CHARACTERS}]+|[{CIRCLED_CHARACTERS}])[ \u3000]*
    (?:编|分编|章|节|条|款|项|目)?
    (?:之(?P<branch>[{NUMBER_CHARACTERS}]+))?
    [、．.）)]?
    """,
    re.VERBOSE,
)
_UNNUMBERED = "none"
_AN_ORDINAL = Bilingual(
    "none，或 序号.之几，如 17.1（第十七条之一）",
    "none, or number.branch, such as 17.1 (第十七条之一)",
)


def ordinal_attribute(
    level: Level, ordinal: Ordinal | None, label: str, eid: str
) -> dict[str, str | None]:
    """Return the attribute that tells *ordinal*; its value is None where the *eid* tells it."""
    if _implied(level, label, eid) == ordinal:
        return {}
    value = _UNNUMBERED if ordinal is None else f"{ordinal.base}.{ordinal.branch}"
    return {f"{OWN_PREFIX}:ordinal": value}


def read_ordinal(node: XmlElement, level: Level, label: str, position: int) -> Ordinal | None:
    """Return the number of the provision *node*.

    In files from elsewhere, with eIds of another make, the *label* tells it, and for a 款
    its *position* among its siblings (from 1).

    Raises:
        Fault: the attribute for the number is ill-formed.
    """
    value = node.get(own("ordinal"))
    if value is not None:
        return _read_attribute(node, value)
    if not label and level is not Level.PARAGRAPH:
        return None
    found = _implied(level, label, node.get("eId", "")) or _read_label(label)
    return found or (Ordinal(position) if level is Level.PARAGRAPH else None)


def _implied(level: Level, label: str, eid: str) -> Ordinal | None:
    """Return the number that a reader takes from *eid*; without a label only a 款 has one."""
    if not label and level is not Level.PARAGRAPH:
        return None
    found = _LAST_TOKEN.search(eid)
    return None if found is None else Ordinal(int(found["base"]), int(found["branch"] or 0))


def _read_attribute(node: XmlElement, value: str) -> Ordinal | None:
    if value == _UNNUMBERED:
        return None
    found = _ATTRIBUTE.fullmatch(value)
    if found is None:
        raise faults.bad_value(node, own("ordinal"), value, _AN_ORDINAL)
    return Ordinal(int(found["base"]), int(found["branch"]))


def wrong_eid(node: XmlElement, level: Level, label: str) -> str | None:
    """Return the eId of the provision *node* if it tells another number than *label* does."""
    eid = node.get("eId")
    printed = _read_label(label)
    if eid is None or printed is None or node.get(own("ordinal")) is not None:
        return None
    return None if _implied(level, label, eid) == printed else eid


def _read_label(label: str) -> Ordinal | None:
    found = _LABEL.fullmatch(label.strip())
    base = parse_number(found["base"]) if found else None
    if found is None or base is None:
        return None
    branch = parse_number(found["branch"]) if found["branch"] else 0
    return None if branch is None else Ordinal(base, branch)


def number_attributes(number: DocumentNumber | None, name: str) -> dict[str, str | None]:
    """Return *number* in an attribute called *name*; its parts too where it alone misleads."""
    if number is None:
        return {}
    shown = str(number)
    if DocumentNumber.parse(shown) == number:
        return {name: shown}
    return {
        name: shown,
        f"{OWN_PREFIX}:agency": number.agency,
        f"{OWN_PREFIX}:year": None if number.year is None else str(number.year),
        f"{OWN_PREFIX}:serial": str(number.serial),
    }


def read_number(node: XmlElement, name: str) -> DocumentNumber | None:
    """Return the document number in the attribute *name* of *node*, None without one.

    Raises:
        Fault: the parts of the number are ill-formed.
    """
    if own("serial") not in node.attrib:
        return DocumentNumber.parse(node.get(name, ""))
    year = read_integer(node, own("year")) if own("year") in node.attrib else None
    return DocumentNumber(node.get(own("agency"), ""), year, read_integer(node, own("serial")))
