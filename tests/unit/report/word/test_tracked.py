"""The old text with tracked changes: accepting them gives the new one, rejecting the old."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gazette_diff import api
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.printing import printed
from gazette_diff.core.tree import Level, Metadata, Provision, Regulation, Table
from gazette_diff.report.word import to_tracked_docx
from tests.shared import CASES, ROOT
from tests.support.libreoffice import LibreOffice, needs_libreoffice
from tests.support.wordfiles import W, blocks_of, body_of, parts_of, resolved
from tests.support.wordschema import faults

PAIRS = sorted(folder for folder in (CASES / "diff").iterdir())
SMALL = ROOT / "examples" / "small"


def tracked(old: Regulation, new: Regulation) -> bytes:
    return to_tracked_docx(api.compare(old, new), old, new, day=date(2024, 5, 10))


def with_table(*rows: tuple[str, ...], after: str = "", caption: str = "") -> Regulation:
    children = [
        Provision(level=Level.PARAGRAPH, ordinal=Ordinal(1), text="办理时限如下："),
        Provision(level=Level.PARAGRAPH, ordinal=Ordinal(2), table=Table(rows, 1, caption)),
    ]
    if after:
        children.append(Provision(level=Level.PARAGRAPH, ordinal=Ordinal(3), text=after))
    article = Provision(
        level=Level.ARTICLE, ordinal=Ordinal(1), label="第一条", children=tuple(children)
    )
    return Regulation(metadata=Metadata(title="时限规定"), body=(article,))


TABLES = {
    "as it was": with_table(("种类", "时限"), ("特急", "6小时"), ("普通", "3个工作日")),
    "a cell": with_table(("种类", "时限"), ("特急", "2小时"), ("普通", "3个工作日")),
    "a row more": with_table(("种类", "时限"), ("特急", "6小时"), ("加急", "1日"), ("普通", "3日")),
    "a column more": with_table(("种类", "时限", "办理机构"), ("特急", "6小时", "办公室")),
    "a caption": with_table(("种类", "时限"), ("特急", "6小时"), caption="表1"),
    "words after it": with_table(("种类", "时限"), ("特急", "6小时"), after="节假日顺延。"),
    "none": Regulation(
        metadata=Metadata(title="时限规定"),
        body=(
            Provision(
                level=Level.ARTICLE,
                ordinal=Ordinal(1),
                label="第一条",
                children=(Provision(level=Level.PARAGRAPH, text="办理时限为特急6小时。"),),
            ),
        ),
    ),
}


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_accepting_gives_the_new_text_and_rejecting_the_old(folder: Path) -> None:
    old, new = (api.load(str(folder / f"{name}.txt")) for name in ("old", "new"))
    data = tracked(old, new)
    assert resolved(data, "accept") == blocks_of(new)
    assert resolved(data, "reject") == blocks_of(old)
    assert faults(parts_of(data)["word/document.xml"]) == []


@pytest.mark.parametrize("before", TABLES)
@pytest.mark.parametrize("after", TABLES)
def test_tables_come_and_go_and_change_cell_by_cell(before: str, after: str) -> None:
    old, new = TABLES[before], TABLES[after]
    data = tracked(old, new)
    assert resolved(data, "accept") == blocks_of(new)
    assert resolved(data, "reject") == blocks_of(old)
    assert faults(parts_of(data)["word/document.xml"]) == []


def test_a_changed_cell_leaves_the_rest_of_the_table_alone() -> None:
    body = body_of(tracked(TABLES["as it was"], TABLES["a cell"]))
    (table,) = body.iter(f"{W}tbl")
    texts = [[node.text for node in table.iter(f"{W}{tag}")] for tag in ("delText", "t")]
    assert texts[0] == ["6"] or texts[0] == ["6小时"]
    assert [row.find(f"{W}trPr") for row in table.iter(f"{W}tr")] == [None] * 3


def test_the_paragraphs_are_those_of_the_clean_text() -> None:
    new = api.load(str(SMALL / "新.txt"))
    clean = [line.strip("\u3000") for line in api.to_text(new).split("\n") if line]
    assert [line.text for line in printed(new)] == clean == blocks_of(new)


def test_nothing_is_marked_where_nothing_changed() -> None:
    same = api.load(str(SMALL / "新.txt"))
    body = body_of(tracked(same, same))
    assert not [*body.iter(f"{W}ins", f"{W}del")]


def test_whole_articles_come_and_go_with_their_ends() -> None:
    old, new = (api.load(str(SMALL / f"{name}.txt")) for name in ("旧", "新"))
    body = body_of(tracked(old, new))
    ends = [
        ("".join(t.text or "" for t in p.iter(f"{W}t", f"{W}delText")), mark.tag)
        for p in body.iter(f"{W}p")
        for mark in p.findall(f"{W}pPr/{W}rPr/*")
    ]
    assert ("第九条\u3000居民委员会每年年底将工具目录报镇人民政府备查。", f"{W}del") in ends
    assert ("第九条\u3000鼓励单位和个人捐赠闲置工具。捐赠人可以优先借用。", f"{W}ins") in ends


def test_every_change_has_an_author_a_day_and_a_number_of_its_own() -> None:
    old, new = (api.load(str(SMALL / f"{name}.txt")) for name in ("旧", "新"))
    data = to_tracked_docx(api.compare(old, new), old, new, author="法制科")
    marks = [*body_of(data).iter(f"{W}ins", f"{W}del")]
    assert marks
    assert {mark.get(f"{W}author") for mark in marks} == {"法制科"}
    assert {(mark.get(f"{W}date") or "")[:10] for mark in marks} == {"2024-05-10"}
    numbers = [mark.get(f"{W}id") for mark in marks]
    assert len(set(numbers)) == len(numbers)
    assert not [*body_of(data).iter(f"{W}moveFrom", f"{W}moveTo")]


def test_the_reader_of_word_files_reads_the_new_text() -> None:
    old, new = (api.load(str(SMALL / f"{name}.txt")) for name in ("旧", "新"))
    (document,) = api.parse(tracked(old, new), name="修订稿.docx").documents
    assert api.to_text(document.regulation) == api.to_text(new)


@needs_libreoffice
@pytest.mark.parametrize("case", ["small", "tables"])
def test_libreoffice_takes_and_refuses_the_changes(
    case: str, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    if case == "small":
        old, new = (api.load(str(SMALL / f"{name}.txt")) for name in ("旧", "新"))
    else:
        old, new = TABLES["as it was"], TABLES["a row more"]
    file = tmp_path / "tracked.docx"
    file.write_bytes(tracked(old, new))
    for text, regulation in zip(libreoffice.accepted_and_rejected(file), (new, old), strict=True):
        expected: list[str] = []
        for block in blocks_of(regulation):
            expected += [block] if isinstance(block, str) else [c for row in block for c in row]
        while expected and not expected[-1]:
            expected.pop()
        assert text == expected


def test_a_table_without_cells_is_nothing_to_see() -> None:
    empty, full = with_table((), ()), TABLES["as it was"]
    for old, new in ((empty, full), (full, empty), (empty, empty)):
        data = tracked(old, new)
        assert resolved(data, "accept") == blocks_of(new)
        assert resolved(data, "reject") == blocks_of(old)
