from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from gazette_diff.akn import documents, from_akn, marked_up_on, to_akn
from gazette_diff.akn.vocabulary import AKN_NAMESPACE, akn
from gazette_diff.core.errors import InvalidMarkupError
from gazette_diff.core.places import place_regulation, walk_places
from gazette_diff.core.tree import Attachment, Block, BlockKind, Metadata, Regulation
from tests.shared import SHARED
from tests.unit.akn.drafts import DAY, LAW, OPINION, RULES, article, paragraph
from tests.unit.akn.schema import schema_errors

if TYPE_CHECKING:
    from tests.conftest import Golden

#: Texts that mean something to a browser, a terminal or a parser.
HOSTILE = Regulation(
    metadata=Metadata(title='<script>alert("1")</script> & \u202e\'\u202c\n\t', issuer=("<甲>",)),
    preface=(Block(BlockKind.TITLE, " <b>题</b>\r\n\u3000"),),
    body=(
        article(1, paragraph(1, " 前后有空格 \u200f"), label="第一条\u3000"),
        article(1, paragraph(1, "𠮷]]>&amp;<!-- -->"), paragraph(2)),
        article(1),
    ),
    attachments=(Attachment(label="", body=(article(1, paragraph(1, "甲")),)),),
)
REGULATIONS = {
    "rules": RULES,
    "law": LAW,
    "opinion": OPINION,
    "hostile": HOSTILE,
    "nothing": Regulation(),
}


@pytest.mark.parametrize("name", REGULATIONS)
def test_documents_stay_as_they_are(name: str, golden: Golden) -> None:
    golden(f"akn/{name}.xml", to_akn(REGULATIONS[name], generated_on=DAY))


@pytest.mark.parametrize("name", REGULATIONS)
def test_documents_are_valid_and_come_back(name: str) -> None:
    data = to_akn(REGULATIONS[name], generated_on=DAY)
    assert schema_errors(data) == []
    assert from_akn(data, name) == REGULATIONS[name]
    assert marked_up_on(data, name) == DAY


def test_the_schema_of_the_tests_finds_faults() -> None:
    data = to_akn(RULES, generated_on=DAY).replace(b'eId="art_4"', b'eId="art_3"')
    assert schema_errors(data)


def test_every_provision_and_attachment_has_the_eid_of_its_place() -> None:
    root = etree.fromstring(to_akn(RULES, generated_on=DAY))
    eids = [str(node.get("eId")) for node in root.iter() if node.get("eId")]
    assert {p.eid for p in walk_places(place_regulation(RULES))} <= set(eids)
    assert {"att_1", "att_1__art_1", "art_2-1", "art_3__para_1__table_1"} <= set(eids)


def test_the_same_regulation_gives_the_same_bytes() -> None:
    assert to_akn(LAW, generated_on=DAY) == to_akn(LAW, generated_on=DAY)
    assert to_akn(LAW, generated_on=DAY) != to_akn(LAW, generated_on=date(2025, 1, 2))


def test_a_control_character_is_no_text() -> None:
    regulation = Regulation(body=(article(1, paragraph(1, "甲\x00")),))
    with pytest.raises(ValueError, match=r"U\+0000"):
        to_akn(regulation, generated_on=DAY)


def wrapped(inner: str) -> bytes:
    return f'<akomaNtoso xmlns="{AKN_NAMESPACE}">\n{inner}\n</akomaNtoso>'.encode()


ACT = "<act><body><article><num>第一条</num></article></body></act>"


def test_an_act_in_the_notice_that_promulgates_it() -> None:
    data = wrapped(
        '<doc name="notice"><mainBody><p>关于印发办法的通知</p><p>现予印发。</p>'
        '<componentRef src="#c"/></mainBody>'
        "<conclusions><p><signature>甲</signature></p></conclusions></doc>"
        f"<components><component>{ACT}</component></components>"
    )
    regulation = from_akn(data, "x")
    assert regulation.body == (article(1),)
    assert regulation.preface == (
        Block(BlockKind.NOTICE_TITLE, "关于印发办法的通知"),
        Block(BlockKind.NOTICE_TEXT, "现予印发。"),
        Block(BlockKind.SIGNATURE, "甲"),
    )


def test_a_document_with_a_main_body() -> None:
    data = wrapped("<doc><mainBody><p>说明。</p></mainBody></doc>")
    assert from_akn(data, "x").body == (paragraph(1, "说明。"),)


def test_attachments_from_elsewhere() -> None:
    data = wrapped(
        "<act><body><article><num>第一条</num></article></body><attachments>"
        '<attachment><num>附件1</num><documentRef src="x.xml"/></attachment>'
        '<attachment status="removed"><num>附件2</num></attachment>'
        "</attachments></act>"
    )
    assert from_akn(data, "x").attachments == (Attachment(label="附件1"),)


def test_comments_and_instructions_are_no_text() -> None:
    data = wrapped(
        "<!-- 甲 --><?tool 乙?><act><body><article>"
        "<num>第<!-- 丙 -->一<?tool 丁?>条</num></article></body></act>"
    )
    assert from_akn(data, "x").body == (article(1),)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_other_encodings(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>' + wrapped(ACT).decode()
    assert from_akn(text.encode(encoding), "x").body == (article(1),)


ENTITIES = '<!ENTITY a0 "哈哈哈哈哈哈哈哈">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)
)
REFUSED = [
    (b"", "the file is empty"),
    (b" \n", "the file is empty"),
    ("第一条　文字".encode(), "this is not an XML file"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "this is not an XML file"),
    (b"<html>\n<p>\n</html>", "line 3: not well-formed XML (Opening and ending tag mismatch"),
    (b"<html/>", "line 1: the root element is html, not akomaNtoso"),
    (b'<akomaNtoso xmlns="urn:other"/>', "the root element is {urn:other}akomaNtoso"),
    (wrapped("<act><meta/></act>"), "line 1: there is no act with a body"),
    (wrapped(ACT + ACT), "the file holds 2 regulations"),
    (wrapped("<act><body><article><clause/></article></body></act>"), "line 2: clause inside"),
    (wrapped("<act><body>&amp;&nbsp;</body></act>"), "line 2: not well-formed XML (Entity 'nbsp'"),
    (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "declares a DTD"),
    (b'<?xml version="1.0"?><!-- --> <!DOCTYPE a SYSTEM "http://x/"><a/>', "declares a DTD"),
    ("<!DOCTYPE a><a/>".encode("utf-16"), "declares a DTD"),
    (f"<!DOCTYPE a [{ENTITIES}]><a>&a8;</a>".encode(), "declares a DTD"),
    (wrapped("<level>" * 9000), "not well-formed XML (Excessive depth"),
    (b"<!-- -->" * 9000, "not well-formed XML"),
]


@pytest.mark.parametrize(("data", "message"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InvalidMarkupError) as caught:
        from_akn(data, "rules.xml")
    said = caught.value.in_("en")
    assert said.startswith("rules.xml: ")
    assert message in said
    assert "\n" not in said
    assert caught.value.mend is not None
    assert "；" in caught.value.in_("zh")


def test_entities_in_an_encoding_not_seen_through_are_not_expanded() -> None:
    data = f"<!DOCTYPE a [{ENTITIES}]><a b='&a8;'/>".encode("utf-16")
    with pytest.raises(InvalidMarkupError):
        from_akn(data, "x")


def test_a_file_beyond_all_measure_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gazette_diff.akn.navigation.MAXIMUM_BYTES", 100)
    with pytest.raises(InvalidMarkupError, match="more than the 100 that are read"):
        from_akn(wrapped(ACT), "x")


def test_nesting_beyond_the_stack_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def overflow(_: etree._Element) -> None:
        raise RecursionError

    monkeypatch.setattr(documents, "read_body", overflow)
    with pytest.raises(InvalidMarkupError, match="nested too deeply"):
        from_akn(wrapped(ACT), "x")


def test_the_day_of_a_file_without_one() -> None:
    assert marked_up_on(wrapped(ACT), "x") is None
    with pytest.raises(InvalidMarkupError, match=r"rules\.xml: the file is empty"):
        marked_up_on(b"", "rules.xml")


def test_importing_the_package_loads_no_heavy_library() -> None:
    code = (
        "import sys, gazette_diff.akn\n"
        "print(*{'lxml', 'pypinyin', 'importlib.resources'} & set(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == ""


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["rules", "measures", "diff", "structure"])
def test_the_examples_of_the_mapping_are_read(name: str) -> None:
    path = SHARED / "akn" / f"example_{name}.xml"
    if not path.is_file():
        pytest.skip("the examples of the mapping (../shared/akn) are not at hand")
    data = path.read_bytes()
    regulation = from_akn(data, path.name)
    again = to_akn(regulation, generated_on=DAY)
    assert schema_errors(again) == []
    assert from_akn(again, path.name) == regulation
    assert _current_words(again) == _current_words(data)


def _current_words(data: bytes) -> str:
    """Return the words of the body that are in force, without white space."""
    root = etree.fromstring(data, etree.XMLParser(remove_comments=True))
    etree.strip_elements(root, akn("del"), with_tail=False)
    for node in root.findall(".//*[@status='removed']"):
        node.clear()
    words = "".join("".join(body.itertext()) for body in root.iter(akn("body")))
    assert words.strip()
    return "".join(words.split())
