from __future__ import annotations

import pytest
from lxml import etree

from gazette_diff.akn.faults import Fault
from gazette_diff.akn.numbering import (
    number_attributes,
    ordinal_attribute,
    read_number,
    read_ordinal,
)
from gazette_diff.akn.vocabulary import OWN_NAMESPACE
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import Level


def node(attributes: dict[str, str | None]) -> etree._Element:
    written = "".join(f' {name}="{value}"' for name, value in attributes.items() if value)
    return etree.fromstring(f'<x xmlns:lx="{OWN_NAMESPACE}"{written}/>')


@pytest.mark.parametrize(
    ("level", "ordinal", "label", "eid", "attribute"),
    [
        (Level.ARTICLE, Ordinal(17), "第十七条", "art_17", None),
        (Level.ARTICLE, Ordinal(17, 1), "第十七条之一", "art_17-1", None),
        (Level.ARTICLE, Ordinal(17), "第十七条", "art_17_inst2", None),
        (Level.PARAGRAPH, Ordinal(2), "", "art_1__para_2", None),
        (Level.CHAPTER, None, "", "chp_9", None),
        (Level.CHAPTER, Ordinal(9), "", "chp_9", "9.0"),
        (Level.PARAGRAPH, None, "", "para_1", "none"),
        (Level.ARTICLE, None, "第十条", "art_1", "none"),
        (Level.ARTICLE, Ordinal(-3), "第三条", "art_-3", "-3.0"),
        (Level.ARTICLE, Ordinal(3, -1), "第三条", "art_3--1", "3.-1"),
    ],
)
def test_a_number_is_written_only_where_the_eid_does_not_tell_it(
    level: Level, ordinal: Ordinal | None, label: str, eid: str, attribute: str | None
) -> None:
    written = ordinal_attribute(level, ordinal, label, eid)
    assert written.get("lx:ordinal") == attribute
    assert read_ordinal(node({"eId": eid, **written}), level, label, 99) == ordinal


@pytest.mark.parametrize(
    ("level", "label", "eid", "ordinal"),
    [
        (Level.ARTICLE, "第十七条之一", "", Ordinal(17, 1)),
        (Level.ARTICLE, "四十四、", "chp_第八章__art_四十四、", Ordinal(44)),
        (Level.CHAPTER, "第 二 章", "", Ordinal(2)),
        (Level.ITEM, "（三）", "point_（三）", Ordinal(3)),
        (Level.SUBITEM, "12.", "", Ordinal(12)),
        (Level.SUBITEM, "③", "", Ordinal(3)),
        (Level.ARTICLE, "附则", "", None),
        (Level.PARAGRAPH, "", "para_nn", Ordinal(7)),
    ],
)
def test_in_files_from_elsewhere_the_label_tells_the_number(
    level: Level, label: str, eid: str, ordinal: Ordinal | None
) -> None:
    assert read_ordinal(node({"eId": eid}), level, label, 7) == ordinal


def test_an_ill_formed_number_is_named() -> None:
    with pytest.raises(Fault, match="ordinal of x is «第三»"):
        read_ordinal(node({"lx:ordinal": "第三"}), Level.ARTICLE, "第三条", 1)


@pytest.mark.parametrize(
    ("number", "shown", "parts"),
    [
        (DocumentNumber("宛政", 2023, 4), "宛政〔2023〕4号", False),
        (DocumentNumber("国务院令", None, 712), "国务院令第712号", False),
        (DocumentNumber("", 2023, 4), "〔2023〕4号", True),
        (DocumentNumber("宛政", 12, -4), "宛政〔12〕-4号", True),
        (DocumentNumber("甲", None, 4), "甲第4号", True),
    ],
)
def test_document_numbers_come_back(number: DocumentNumber, shown: str, parts: bool) -> None:
    written = number_attributes(number, "showAs")
    assert written["showAs"] == shown
    assert ("lx:serial" in written) is parts
    assert read_number(node(written), "showAs") == number


def test_no_document_number() -> None:
    assert number_attributes(None, "showAs") == {}
    assert read_number(node({}), "showAs") is None


def test_an_ill_formed_part_of_a_document_number_is_named() -> None:
    with pytest.raises(Fault, match="serial of x is «四»"):
        read_number(node({"lx:serial": "四"}), "showAs")
