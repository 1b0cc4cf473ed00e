from __future__ import annotations

from datetime import date

import pytest
from lxml import etree

from gazette_diff.akn import read_head, to_akn
from gazette_diff.akn.faults import Fault
from gazette_diff.akn.markup import element, render
from gazette_diff.akn.metadata import meta_element, read_metadata
from gazette_diff.akn.uris import expression_of
from gazette_diff.akn.vocabulary import AKN_NAMESPACE, OWN_NAMESPACE
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.places import place
from gazette_diff.core.tree import GazetteIssue, Holding, Metadata, Provision, Regulation, Replaced
from tests.unit.akn.drafts import DAY, LAW, RULES, article, paragraph

NAMES = {"a": AKN_NAMESPACE, "lx": OWN_NAMESPACE}


def act(metadata: Metadata, *body: Provision) -> etree._Element:
    names = {"xmlns": AKN_NAMESPACE, "xmlns:lx": OWN_NAMESPACE}
    expression = expression_of(Regulation(metadata=metadata))
    return etree.fromstring(
        render(element("act", names, meta_element(metadata, expression, place(body), DAY)))
    )


def found(node: etree._Element, path: str) -> list[str]:
    """Return the strings that the XPath *path* leads to."""
    result = node.xpath(path, namespaces=NAMES)
    assert isinstance(result, list)
    return [str(value) for value in result]


@pytest.mark.parametrize("metadata", [RULES.metadata, LAW.metadata, Metadata()])
def test_metadata_come_back(metadata: Metadata) -> None:
    assert read_metadata(act(metadata)) == metadata


def test_the_identity_of_a_document() -> None:
    node = act(RULES.metadata)
    work = "//a:FRBRWork"
    assert found(node, f"{work}/a:FRBRnumber/@showAs") == ["宛政〔2024〕17号"]
    assert found(node, f"{work}/a:FRBRnumber/@value") == ["wan-zheng-2024-17"]
    assert found(node, f"{work}/a:FRBRcountry/@value") == ["cn-411300"]
    assert found(node, f"{work}/a:FRBRsubtype/@value") == ["normative-document"]
    assert found(node, f"{work}/a:FRBRname/@value") == ["南阳市示例绿地管理办法"]
    assert found(node, f"{work}/a:FRBRalias[@name='family']/@value") == [
        "cn-411300/示例绿地管理办法"
    ]
    assert found(node, "//a:FRBRManifestation/a:FRBRdate/@date") == ["2025-01-01"]


def test_every_local_reference_has_a_target() -> None:
    for regulation in (RULES, LAW):
        node = act(regulation.metadata, *regulation.body)
        targets = {f"#{eid}" for eid in found(node, "//@eId")}
        paths = ("//@source", "//@href", "//@as", "//@refersTo", "//@start", "//@end", "//@period")
        pointers = {p for path in paths for p in found(node, path) if p.startswith("#")}
        # The provision that repeals stands in the body, which is not part of this element.
        assert pointers - targets <= {"#art_4__para_1"}


def test_a_day_that_nobody_knows_says_so() -> None:
    node = act(Metadata())
    assert found(node, "//a:FRBRWork/a:FRBRdate/@date") == ["0001-01-01"]
    assert found(node, "//a:FRBRWork/a:FRBRdate/@lx:datePrecision") == ["unknown"]
    assert found(node, "//a:lifecycle") == []


def test_a_day_that_is_the_first_of_all_is_known() -> None:
    metadata = Metadata(signed=date.min, replaces=(Replaced("甲", date.min), Replaced("甲")))
    node = act(metadata)
    assert found(node, "//@lx:datePrecision") == []
    assert read_metadata(node) == metadata


def test_the_life_of_a_law() -> None:
    node = act(LAW.metadata)
    assert found(node, "//a:eventRef/@date") == [
        "2000-03-15",
        "2015-03-15",
        "2023-03-13",
        "2000-07-01",
        "2024-12-31",
    ]
    assert found(node, "//a:eventRef/@type") == ["generation", "amendment", "amendment", "repeal"]
    assert found(node, "//a:eventRef[@refersTo='#entryIntoForce']/@eId") == ["eref_4"]
    assert found(node, "//a:eventRef[@originatingExpression]/@eId") == ["eref_3"]
    assert found(node, "//a:timeInterval/@start") == ["#eref_4"]
    assert found(node, "//a:timeInterval/@end") == ["#eref_5"]


def test_a_made_up_text_says_so_and_binds_nobody() -> None:
    node = act(LAW.metadata)
    assert found(node, "//lx:constructed/@note") == ["为演示而虚构，不是历史文本"]
    assert found(node, "//a:FRBRprescriptive/@value") == ["false"]
    assert found(act(RULES.metadata), "//a:FRBRprescriptive/@value") == ["true"]


@pytest.mark.parametrize(
    ("issue", "day", "precision", "number"),
    [
        (GazetteIssue("公报", 2024, 2, 232), "2024-02-29", "month", "2024-02/232"),
        (GazetteIssue("公报", 2023, 12), "2023-12-31", "month", "2023-12"),
        (GazetteIssue("公报", 2023, 24), "2023-12-31", "year", "2023-24"),
        (GazetteIssue("公报", 2023, 0, 0), "2023-12-31", "year", "2023-00/0"),
        (GazetteIssue("", -3, -1, -2), "0001-01-01", "unknown", "-3--1/-2"),
    ],
)
def test_the_issue_of_the_gazette(
    issue: GazetteIssue, day: str, precision: str, number: str
) -> None:
    metadata = Metadata(gazette=issue)
    node = act(metadata)
    assert found(node, "//a:publication/@date") == [day]
    assert found(node, "//a:publication/@lx:datePrecision") == [precision]
    assert found(node, "//a:publication/@number") == [number]
    assert read_metadata(node) == metadata


@pytest.mark.parametrize(
    ("title", "text", "source"),
    [
        ("示例暂行办法", "《示例暂行办法》同时废止。", "#art_2__para_1"),
        ("示例暂行办法（2016年）", "原《示例暂行办法》停止执行。", "#art_2__para_1"),
        ("示例暂行办法", "依照《示例暂行办法》办理。", "#ro_self"),
        ("别的办法", "《示例暂行办法》同时废止。", "#ro_self"),
        ("", "《示例暂行办法》同时废止。", "#ro_self"),
    ],
)
def test_the_end_of_the_old_text_is_said_by_the_provision_that_names_it(
    title: str, text: str, source: str
) -> None:
    metadata = Metadata(replaces=(Replaced(title),), in_force=DAY)
    body = (article(1, paragraph(1, "示例暂行办法")), article(2, paragraph(1, text)))
    node = act(metadata, *body)
    assert found(node, "//a:forceMod/@type") == ["endOfEnactment"]
    assert found(node, "//a:forceMod/a:source/@href") == [source]
    assert found(node, "//a:forceMod/a:force/@period") == ["#tmpg_1"]
    assert found(node, "//a:forceMod/a:destination/@href") == found(node, "//a:activeRef/@href")
    assert read_metadata(node) == metadata


def test_an_active_reference_that_ends_nothing_is_no_replacement() -> None:
    markup = (
        f'<act xmlns="{AKN_NAMESPACE}"><meta><references>'
        '<activeRef eId="a" href="/akn/cn/act/2020-01-01/x" showAs="甲"/>'
        "</references></meta></act>"
    )
    assert read_metadata(etree.fromstring(markup)).replaces == ()


def test_a_replaced_document_keeps_its_number() -> None:
    replaced = Replaced("甲", date(2014, 8, 5), DocumentNumber("宛政", 2014, 43))
    metadata = Metadata(replaces=(replaced, Replaced("甲", None, DocumentNumber("", 1, 1))))
    assert read_metadata(act(metadata)) == metadata


def test_issuers_of_the_same_name_stay_several() -> None:
    metadata = Metadata(issuer=("甲", "甲", ""))
    assert read_metadata(act(metadata)).issuer == ("甲", "甲", "")


@pytest.mark.parametrize(
    ("meta", "metadata"),
    [
        (
            '<identification><FRBRWork><FRBRalias name="family" value="乙"/>'
            '<FRBRalias name="title" value="甲"/></FRBRWork></identification>',
            Metadata(title="甲"),
        ),
        (
            '<identification><FRBRWork><FRBRdate name="adopted" date="2000-03-15T10:00:00"/>'
            '<FRBRauthor href="#npc"/><FRBRauthor href="#nobody"/></FRBRWork></identification>'
            '<references><TLCOrganization eId="npc" showAs="某机关"/></references>',
            Metadata(issuer=("某机关",), signed=date(2000, 3, 15)),
        ),
        (
            '<lifecycle><eventRef eId="e1" date="2023-06-01"/></lifecycle><temporalData>'
            '<temporalGroup><timeInterval start="#e1" refersTo="#inForce"/></temporalGroup>'
            "</temporalData>",
            Metadata(in_force=date(2023, 6, 1)),
        ),
        (
            '<temporalData><temporalGroup><timeInterval start="#e1" refersTo="#efficacy"/>'
            "</temporalGroup></temporalData>",
            Metadata(),
        ),
        (
            '<temporalData><temporalGroup><timeInterval start="#e9" refersTo="#inForce"/>'
            "</temporalGroup></temporalData>",
            Metadata(),
        ),
        ('<publication name="公报" number="第五期"/>', Metadata()),
        ("<proprietary/>", Metadata()),
    ],
)
def test_metadata_from_elsewhere(meta: str, metadata: Metadata) -> None:
    markup = f'<act xmlns="{AKN_NAMESPACE}"><meta>{meta}</meta></act>'
    assert read_metadata(etree.fromstring(markup)) == metadata


@pytest.mark.parametrize(
    ("meta", "message"),
    [
        (
            '<lifecycle>\n<eventRef type="repeal" date="2023年"/></lifecycle>',
            "line 2: the date of eventRef is «2023年»",
        ),
        ('<lifecycle><eventRef type="amendment"/></lifecycle>', "the date of eventRef is «»"),
    ],
)
def test_a_day_that_is_none_is_named(meta: str, message: str) -> None:
    markup = f'<act xmlns="{AKN_NAMESPACE}"><meta>{meta}</meta></act>'
    with pytest.raises(Fault, match=message):
        read_metadata(etree.fromstring(markup))


def test_a_version_that_is_not_at_hand_says_so() -> None:
    known = Metadata(title="甲法", signed=DAY, holding=Holding.NOT_HELD, remark="据年鉴")
    node = act(known)
    assert found(node, "//lx:holding/@state") == ["not-held"]
    assert read_metadata(node) == known
    assert found(act(RULES.metadata), "//lx:holding") == []
    for holding in node.iter("{*}holding"):
        holding.set("state", "lost")
    with pytest.raises(Fault, match="lost"):
        read_metadata(node)


def test_the_head_of_a_file_is_read_without_its_body() -> None:
    data = to_akn(LAW, generated_on=DAY)
    assert read_head(data, "-") == LAW.metadata
    end = data.index(b"</meta>") + len(b"</meta>")
    assert read_head(data[:end] + b"<preface", "-") == LAW.metadata


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_head_of_a_file_of_another_form_is_read_too(encoding: str) -> None:
    text = to_akn(RULES, generated_on=DAY).decode().replace('encoding="UTF-8"', "")
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + text.partition("?>")[2]
    text = text.replace("<meta>", "<meta >").replace("</meta>", "</meta >")
    assert read_head(text.encode(encoding), "-") == RULES.metadata
