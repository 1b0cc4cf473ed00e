"""Tables of a PDF, told by the borders that are drawn around their cells."""

from __future__ import annotations

import pytest

from gazette_diff.reading import pdf, read_bytes
from gazette_diff.reading.pdf.grids import PageGrid, pack, unpack
from gazette_diff.reading.pdf.tables import TablePlaces
from tests.support.printing import one_page, printed, stream, words
from tests.support.printing import pdf as make_pdf

BEFORE = words("Article 1. Fees are as follows.", (72, 760))
AFTER = words("Article 2. This is in force.", (72, 600))


def rule(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """Draw a border as a line."""
    return f"{x0} {y0} m {x1} {y1} l S\n".encode()


def bar(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """Draw a border as word processors do: a filled rectangle, half a point thick."""
    return f"{x0 - 0.25} {y0 - 0.25} {x1 - x0 + 0.5} {y1 - y0 + 0.5} re f\n".encode()


def cells(*texts: tuple[str, int, int]) -> bytes:
    return b"".join(words(text, (x, y)) for text, x, y in texts)


FILLED = cells(
    ("Item", 80, 725), ("Fee", 210, 725), ("Parking", 80, 705), ("5", 210, 705), ("Road", 80, 685)
)


def read(content: bytes) -> tuple[list[str], list[str]]:
    result = read_bytes(one_page(content), "x.pdf")
    return list(result.source.lines), [d.code.id for d in result.diagnostics]


def test_borders_make_a_table() -> None:
    for draw in (rule, bar):
        borders = b"".join(draw(72, y, 300, y) for y in (740, 720, 700, 680))
        borders += b"".join(draw(x, 680, x, 740) for x in (72, 200, 300))
        assert read(BEFORE + borders + FILLED + AFTER) == (
            [
                "Article 1. Fees are as follows.",
                "| Item | Fee |",
                "| Parking | 5 |",
                "| Road | |",
                "Article 2. This is in force.",
            ],
            ["GD130"],
        )


def test_words_of_merged_cells_stand_in_the_first() -> None:
    borders = b"".join(rule(72, y, 300, y) for y in (740, 720, 680)) + rule(200, 700, 300, 700)
    borders += b"".join(rule(x, 680, x, 740) for x in (72, 300)) + rule(200, 680, 200, 720)
    inside = cells(("Fees", 180, 725), ("Parking", 80, 695), ("5", 210, 705), ("7", 210, 685))
    lines, codes = read(BEFORE + borders + inside + AFTER)
    assert lines[1:-1] == ["| Fees | |", "| Parking | 5 |", "| | 7 |"]
    assert codes == ["GD130"]


def test_words_beside_a_table_stay_and_so_does_the_table() -> None:
    borders = b"".join(rule(72, y, 300, y) for y in (740, 720, 700, 680))
    borders += b"".join(rule(x, 680, x, 740) for x in (72, 200, 300))
    table = ["| Item | Fee |", "| Parking | 5 |", "| Road | |"]
    right, _ = read(BEFORE + borders + FILLED + words("Beside", (330, 729)) + AFTER)
    assert [line.strip() for line in right[1:-1]] == [*table, "Beside"]
    left, _ = read(BEFORE + borders + FILLED + words("Left", (40, 729)) + AFTER)
    assert [line.strip() for line in left[1:-1]] == ["Left", *table]


def grid_of(rows: list[tuple[str, str, str]], xs: tuple[int, int, int], top: int = 740) -> bytes:
    return cells(
        *(
            (text, x, top - 20 * i)
            for i, row in enumerate(rows)
            for text, x in zip(row, xs, strict=True)
        )
    )


FEES = [("No", "Item", "Fee"), ("1", "Parking", "50"), ("2", "Road", "100")]


def test_words_that_align_in_columns_are_a_table() -> None:
    lines, codes = read(BEFORE + grid_of(FEES, (72, 200, 330)) + AFTER)
    assert lines == [
        "Article 1. Fees are as follows.",
        "| No | Item | Fee |",
        "| 1 | Parking | 50 |",
        "| 2 | Road | 100 |",
        "Article 2. This is in force.",
    ]
    assert codes == ["GD135"]


def test_words_that_do_not_align_stay_lines() -> None:
    rows = [*FEES, ("3", "Stall", "70")]
    askew = b"".join(
        grid_of([row], (72 + 9 * i, 190 + 17 * i, 330 + 11 * i), 740 - 20 * i)
        for i, row in enumerate(rows)
    )
    lines, codes = read(BEFORE + askew + AFTER)
    assert not [line for line in lines if line.startswith("|")]
    assert "".join("".join(lines[1:-1]).split()) == "".join("".join(row) for row in rows)
    assert codes == ["GD136"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Chair: A", "Mayor"), ("Deputy: B", "Secretary"), ("Member: C", "Director")],
        [("No", "Item", "Fee"), ("1", "Parking", "50")],
    ],
    ids=["two columns", "two rows"],
)
def test_little_evidence_makes_no_table(rows: list[tuple[str, ...]]) -> None:
    content = cells(
        *((t, 72 + 130 * k, 740 - 20 * i) for i, row in enumerate(rows) for k, t in enumerate(row))
    )
    lines, codes = read(BEFORE + content + AFTER)
    assert not [line for line in lines if line.startswith("|")]
    assert codes == []


def test_numbers_and_their_words_are_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(f"第{n}条", 0.0, 100.0 + 15 * i) for i, n in enumerate("一二三四")]
    words_beside = [("某某某。", 60.0, base) for _, _, base in rows]
    more = [("见附件", 140.0, base) for _, _, base in rows]
    page = printed([*rows, *words_beside, *more])
    monkeypatch.setattr(pdf, "pages_of", lambda *_: iter([page]))
    result = pdf.read_pdf(b"", "x.pdf")
    assert not [line for line in result.source.lines if line.startswith("|")]


def test_headings_of_a_table_are_not_repeated_on_the_next_page() -> None:
    borders = b"".join(rule(72, y, 300, y) for y in (740, 720, 700, 680))
    borders += b"".join(rule(x, 680, x, 740) for x in (72, 200, 300))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
    page += b"/Resources<</Font<</F 5 0 R>>>>>>"

    def pages(second: bytes) -> list[str]:
        data = make_pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
            page % 6,
            page % 7,
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            stream(BEFORE + borders + FILLED),
            stream(second + borders + FILLED + AFTER),
        )
        return list(read_bytes(data, "x.pdf").source.lines)

    rows = ["| Parking | 5 |", "| Road | |"]
    assert pages(b"")[1:-1] == [
        "| Item | Fee |", *rows, "<!-- 续表表头：| Item | Fee | -->", *rows
    ]  # fmt: skip
    apart = pages(words("Article 3. More fees.", (72, 760)))
    assert apart.count("| Item | Fee |") == 2


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("| 1 | 摊位 | 按照本办法的规定收取，由 |", "| | | 集市管理单位上缴。 |", True),
        ("| 1 | 摊位 | 按照本办法的规定收取，由 |", "| 2 | | 集市管理单位上缴。 |", False),
        ("| 1 | 摊位 | 按照本办法的规定收取。 |", "| | | 集市管理单位上缴。 |", False),
        ("| 固定 | 摊位 | 按照本办法的规定收取 |", "| | 雨棚 | 每日十元 |", False),
        ("| 1 | 摊位 | 十元 |", "| | | 五元 |", False),
        ("| 1 | 按照本办法的规定收取，由 |", "| | | 集市管理单位上缴。 |", False),
    ],
    ids=["cut", "numbered", "finished", "merged", "short", "other columns"],
)
def test_a_row_that_the_end_of_a_page_cut(above: str, below: str, *, whole: bool) -> None:
    tables = TablePlaces()
    grid = PageGrid((0.0, 10.0, 20.0), (0.0, 10.0, 20.0))
    segments = tables.mark([(grid, ["| 号 | 项 | 收费 |", above])], [], 10)
    segments += tables.mark([(grid, [below, "| 9 | 其他 | 五元 |"])], [], 10)
    lines: list[str] = []
    tables.write(segments[0].text, lines)
    lines.append("<!-- 页码：3 -->")
    tables.write(segments[1].text, lines)
    rows = [line for line in lines if line.startswith("|")]
    joined = "| 1 | 摊位 | 按照本办法的规定收取，由集市管理单位上缴。 |"
    assert rows[1:-1] == ([joined] if whole else [above, below])
    assert ("<!-- 本页表格首行接上页末行，已并为一行 -->" in lines) is whole
    doubtful = not whole and not below.startswith("| 2")
    assert ("<!-- 本页表格首行可能接上页末行，未合并，请核对 -->" in lines) is doubtful


def test_a_frame_and_rules_are_no_table() -> None:
    frame = b"".join(rule(60, y, 320, y) for y in (780, 590)) + rule(72, 715, 300, 715)
    frame += b"".join(rule(x, 590, x, 780) for x in (60, 320))
    lines, codes = read(BEFORE + frame + FILLED + AFTER)
    assert not [line for line in lines if line.startswith("|")]
    assert codes == []


def test_grids_travel_between_processes() -> None:
    grids = (PageGrid((1.0, 2.0, 3.0), (4.0, 5.5, 6.0), frozenset({(1, 0)}), frozenset()),)
    assert unpack(pack(grids)) == grids
