from __future__ import annotations

import pytest

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.documents import LedgerEntry, ParsedDocument, ParsedSource
from gazette_diff.core.errors import NoRegulationError
from gazette_diff.core.source import SourceText
from gazette_diff.core.tree import Metadata, Regulation
from gazette_diff.library import narrow, pick


def document(title: str, first: int, number: int | None = None) -> ParsedDocument:
    issued = DocumentNumber("宛政", 2023, number) if number else None
    metadata = Metadata(title=title, document_number=issued)
    return ParsedDocument(regulation=Regulation(metadata=metadata), lines=(first, first + 9))


def source(*documents: ParsedDocument) -> ParsedSource:
    ledger = tuple(
        LedgerEntry(d.lines[0], 0, 1, "metadata", "title", d.regulation.metadata.title, n)
        for n, d in enumerate(documents, 1)
    )
    doubts = tuple(Diagnostic.of(Code.NO_TITLE, line=line) for line in (1, 12, 22, None))
    return ParsedSource(
        source=SourceText("公报.txt", ()),
        documents=documents,
        diagnostics=doubts,
        write_ledger=lambda: ledger,
    )


GAZETTE = source(
    document("停车办法", 1, 4),
    document("停车办法实施细则", 11, 5),
    document("2023年工作要点", 21),
    document("", 31),
    document("", 31),
)


@pytest.mark.parametrize(
    ("words", "index"),
    [
        ("停车办法", 0),  # the very title, though another holds the words too
        ("细则", 1),
        ("停车 实施", 1),
        ("《停车办法》", 0),
        ("宛政〔2023〕5号", 1),
        ("宛政[2023]5号", 1),
        ("2023", 2),  # words of a title come before a count
        ("1", 0),
        ("5", 4),
    ],
)
def test_a_document_is_picked(words: str, index: int) -> None:
    assert pick(GAZETTE, words) is GAZETTE.documents[index]


def test_a_sole_document_needs_no_words() -> None:
    sole = source(document("停车办法", 1))
    assert pick(sole) is sole.documents[0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "含5个文件：停车办法、停车办法实施细则、2023年工作要点、#4、#5"),
        ("停车", "“停车”可指2个文件：停车办法、停车办法实施细则"),
        ("雨棚", "没有标题含“雨棚”的文件，只有：停车办法、"),
        ("6", "没有标题含“6”的文件"),
    ],
)
def test_what_cannot_be_picked_is_told_with_what_can(words: str, told: str) -> None:
    with pytest.raises(NoRegulationError) as caught:
        pick(GAZETTE, words)
    assert told in caught.value.in_("zh")
    assert "公报.txt#" in caught.value.in_("en")


def test_many_documents_are_not_all_told() -> None:
    many = source(*(document(f"办法{n}", n) for n in range(1, 20)))
    with pytest.raises(NoRegulationError) as caught:
        pick(many)
    assert "办法8……" in caught.value.in_("zh")


def test_a_source_without_regulations_is_told() -> None:
    with pytest.raises(NoRegulationError) as caught:
        pick(source())
    assert caught.value.in_("zh").startswith("公报.txt：未找到带编号条文的法规")


def test_narrowing_leaves_one_document_its_ledger_and_its_doubts() -> None:
    narrowed = narrow(GAZETTE, "细则")
    assert narrowed.documents == (GAZETTE.documents[1],)
    assert [entry.text for entry in narrowed.ledger] == ["停车办法实施细则"]
    assert [d.line for d in narrowed.diagnostics] == [12, None]


def test_equal_documents_are_told_apart() -> None:
    assert {entry.document for entry in narrow(GAZETTE, "5").ledger} == {5}
