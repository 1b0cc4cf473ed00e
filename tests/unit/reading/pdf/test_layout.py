"""From characters and their places to lines: rows, columns, heads and feet, indents, titles."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from gazette_diff.core.source import SourceText
from gazette_diff.parsing import parse_source
from gazette_diff.reading import pdf
from gazette_diff.reading.pdf.columns import find_gutter, read_columns
from gazette_diff.reading.pdf.glyphs import Glyph, PageGlyphs
from gazette_diff.reading.pdf.rows import join_rows, read_segments
from tests.support.printing import SIZE, place, printed

FULL = "为了规范集市管理维护交易秩序保护经营者和"  # fills a column of twenty


def segments(glyphs: Sequence[Glyph]) -> list[str]:
    return [segment.text for segment in read_segments(glyphs)]


def lines(*pages: PageGlyphs, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lay out *pages* as those of a file."""
    return list(read(*pages, monkeypatch=monkeypatch).lines)


def read(*pages: PageGlyphs, monkeypatch: pytest.MonkeyPatch) -> SourceText:
    """Read *pages* as those of a file."""
    numbered = [page._replace(number=i) for i, page in enumerate(pages)]
    monkeypatch.setattr(pdf, "pages_of", lambda *_: iter(numbered))
    return pdf.read_pdf(b"", "x.pdf").source


def test_characters_on_one_height_are_a_line_whatever_their_order() -> None:
    glyphs = place("第二条", 0, 120) + place("第一条", 0, 100)
    assert segments(glyphs[::-1]) == ["第一条", "第二条"]


def test_raised_signs_stay_in_their_line() -> None:
    assert segments(place("十", 0, 100) + place("2", 10, 96.5, 6) + place("米", 16, 100)) == [
        "十2米"
    ]


def test_bold_by_printing_twice() -> None:
    twice = place("第一条", 0, 100) + place("第一条", 0.4, 100, order=3)
    assert segments(twice) == ["第一条"]
    assert segments(place("ll", 0, 100)) == ["ll"]  # two of the same beside each other


def test_bold_by_printing_twice_to_the_point() -> None:
    twice = [
        g._replace(order=2 * i + k) for i, g in enumerate(place("十1条", 0, 100)) for k in (0, 1)
    ]
    assert segments(twice) == ["十1条"]


def test_one_sign_for_two_characters() -> None:
    dash = [Glyph("—", 0, 20, 100, SIZE, 0), Glyph("—", 0, 20, 100, SIZE, 1)]
    assert segments(dash) == ["——"]


def test_gaps() -> None:
    def spaced(gap: float) -> list[str]:
        return segments(place("总", 0, 100) + place("则", 10 + gap, 100))

    assert spaced(0.5) == ["总则"]
    assert spaced(2.5) == ["总 则"]
    assert segments(place("年", 0, 100) + place("5", 12.5, 100)) == ["年5"]
    assert spaced(9.5) == ["总", "则"]
    latin = [Glyph(c, x, x + 5, 100, SIZE, x) for c, x in (("a", 0), ("b", 5), ("c", 13))]
    assert segments(latin) == ["ab c"]


def test_justified_lines_have_no_spaces() -> None:
    wide = [
        Glyph(c, i * 14.0, i * 14.0 + 10, 100, SIZE, i) for i, c in enumerate("为了规范集市管理")
    ]
    assert segments(wide) == ["为了规范集市管理"]


def test_parts_of_a_line_are_joined_with_their_distance() -> None:
    rows = join_rows(read_segments(place("固定", 0, 100) + place("十元", 50, 100.5)), SIZE)
    assert [row.text for row in rows] == ["固定\u3000\u3000\u3000十元"]


def column(left: float, top: float, count: int, mark: str) -> list[tuple[str, float, float]]:
    """A column of *count* full lines, each beginning with its mark and number."""
    return [(f"{mark}{FULL[1:]}", left, top + 15 * i) for i in range(count)]


def test_two_columns_are_read_one_after_the_other() -> None:
    page = printed(column(0, 100, 6, "左") + column(220, 103, 5, "右"))
    parts = read_columns(read_segments(page.glyphs()), SIZE)
    assert ["".join(s.text[0] for s in part) for part in parts] == ["左" * 6, "右" * 5]


def test_a_title_across_the_page_parts_it() -> None:
    title = ("横跨两栏的标题横跨两栏的标题", 130, 250)
    page = printed(
        [
            *column(0, 100, 6, "甲"), *column(220, 100, 6, "乙"), title,
            *column(0, 300, 6, "丙"), *column(220, 300, 6, "丁"),
        ]
    )  # fmt: skip
    parts = read_columns(read_segments(page.glyphs()), SIZE)
    assert [part[0].text[0] for part in parts] == ["甲", "乙", "横", "丙", "丁"]


def test_three_columns() -> None:
    page = printed(column(0, 100, 8, "左") + column(220, 100, 8, "中") + column(440, 100, 8, "右"))
    parts = read_columns(read_segments(page.glyphs()), SIZE)
    assert [part[0].text[0] for part in parts] == ["左", "中", "右"]


def test_a_table_is_no_page_of_columns() -> None:
    cells = [("固定摊位", 0.0, 100.0 + 15 * i) for i in range(8)]
    cells += [("每日十元", 220.0, 100.0 + 15 * i) for i in range(8)]
    page = printed([*cells, (FULL * 2, 0.0, 300.0)])
    assert find_gutter(read_segments(page.glyphs()), SIZE) is None


def test_wide_numbers_one_below_the_other_are_no_column() -> None:
    articles = [
        line
        for i in range(6)
        for line in (
            ("第一千零六十七条", 20.0, 100.0 + 30 * i),
            (FULL, 110.0, 100.0 + 30 * i),
            ("某事。", 0.0, 115.0 + 30 * i),
        )
    ]
    page = read_segments(printed([("第二节", 100, 85), ("收养", 140, 85), *articles]).glyphs())
    assert read_columns(page, SIZE) == [page]


def test_few_lines_go_by_the_gutter_of_the_other_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    full = printed(column(0, 100, 9, "左") + column(220, 100, 9, "右"))
    last = printed([(FULL, 0, 100), ("末行。", 0, 115), (FULL[::-1], 220, 100), ("尾。", 220, 115)])
    read = lines(full, full, last, monkeypatch=monkeypatch)
    assert read[-4:] == [FULL, "末行。", FULL[::-1], "尾。"]


def article(text: str, base: float) -> list[tuple[str, float, float]]:
    """An article: its first line indented by two characters."""
    return [(text[:18], 20, base), (text[18:], 0, base + 15)]


def test_first_lines_are_indented(monkeypatch: pytest.MonkeyPatch) -> None:
    page = printed(
        [("第一章", 90, 80), *article(FULL, 100), *article(FULL, 130), *article(FULL, 160)]
    )
    read = lines(page, monkeypatch=monkeypatch)
    assert read[0] == "\u3000" * 9 + "第一章"
    assert read[1:3] == ["\u3000\u3000" + FULL[:18], FULL[18:]]


def test_a_page_of_first_lines_knows_its_edge_from_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = printed([line for i in range(4) for line in article(FULL, 100 + 30 * i)])
    second = printed([(f"第{n}条某事。", 20, 100 + 15 * i) for i, n in enumerate("五六七")])
    read = lines(first, second, monkeypatch=monkeypatch)
    assert read[-3:] == [
        "\u3000\u3000第五条某事。",
        "\u3000\u3000第六条某事。",
        "\u3000\u3000第七条某事。",
    ]


BODY = [(FULL, 0.0, 100.0 + 15 * i) for i in range(6)]


def test_heads_and_feet_are_told_from_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [
        printed([("某某网站专栏", 0, 40), *BODY, (f"- {n} -", 90, 240), ("某址", 0, 260)])
        for n in (3, 4, 5)
    ]
    read = lines(*pages, monkeypatch=monkeypatch)
    assert read[0] == "<!-- 页眉：某某网站专栏 -->"
    assert read[7:9] == ["<!-- 页码：- 3 - -->", "<!-- 页脚：某址 -->"]
    assert read.count("<!-- 页码：- 4 - -->") == 1


def test_the_name_of_a_gazette_stays_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [printed([("某市人民政府公报 2023.05", 0, 40), *BODY]) for _ in range(2)]
    assert lines(*pages, monkeypatch=monkeypatch)[0] == "某市人民政府公报\u30002023.05"


def test_what_is_the_same_on_pages_but_part_of_the_text_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = [printed([("表头表头", 0, 85), *BODY]) for _ in range(3)]
    assert lines(*pages, monkeypatch=monkeypatch).count("表头表头") == 3


def test_heads_that_change_stand_on_one_height(monkeypatch: pytest.MonkeyPatch) -> None:
    heads = ["第一编", "法规汇编", "第二编"]
    pages = [printed([(head, 0, 40, 8), *BODY]) for head in heads]
    assert [line for line in lines(*pages, monkeypatch=monkeypatch) if "编" in line] == [
        f"<!-- 页眉：{head} -->" for head in heads
    ]


def test_a_day_at_the_foot_is_no_page_number(monkeypatch: pytest.MonkeyPatch) -> None:
    page = printed([*BODY, ("2023-05-18", 300, 400), ("-3-", 200, 440)])
    read = lines(page, monkeypatch=monkeypatch)
    assert [line.strip("\u3000") for line in read[-2:]] == ["2023-05-18", "<!-- 页码：-3- -->"]


def test_the_head_of_a_single_page(monkeypatch: pytest.MonkeyPatch) -> None:
    small = printed([("法规汇编", 0, 40, 8), ("某办法", 60, 70, 16), *BODY])
    assert lines(small, monkeypatch=monkeypatch)[0] == "<!-- 页眉：法规汇编 -->"
    large = printed([("某办法", 60, 40, 16), *BODY])
    assert lines(large, monkeypatch=monkeypatch)[0].strip("\u3000") == "某办法"


def test_the_name_of_a_gazette_stands_alone_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    right = printed([("●政府规章", 0, 40), ("某市人民政府公报 2023.05", 130, 40), *BODY])
    left = printed([("某市人民政府公报 2023.05", 0, 40), ("●政府规章", 200, 40), *BODY])
    read = lines(right, left, monkeypatch=monkeypatch)
    assert read[:2] == ["<!-- 页眉：●政府规章 -->", "某市人民政府公报\u30002023.05"]
    assert read[8:10] == [
        "<!-- 页眉：某市人民政府公报 2023.05 -->",
        "<!-- 页眉：●政府规章 -->",
    ]


def test_margins_that_alternate(monkeypatch: pytest.MonkeyPatch) -> None:
    def page(left: float) -> PageGlyphs:
        text = [line for i in range(4) for line in article(FULL, 100 + 30 * i)]
        return printed([(words, x + left, base) for words, x, base in text])

    read = lines(page(0), page(31), page(0), monkeypatch=monkeypatch)
    assert {len(line) - len(line.lstrip("\u3000")) for line in read} == {0, 2}


def test_a_title_over_some_columns_parts_them_all() -> None:
    columns = [column(220 * i, 100, 8, mark) for i, mark in enumerate("甲乙丙丁")]
    page = printed([("横跨中间两栏的标题", 380, 70, 20), *itertools.chain(*columns)])
    parts = read_columns(read_segments(page.glyphs()), SIZE)
    assert [part[0].text[0] for part in parts] == ["横", "甲", "乙", "丙", "丁"]


def test_a_title_over_two_lines_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    page = printed(
        [("某镇人民政府关于印发", 20, 40, 18), ("集市管理办法的通知", 29, 65, 18), *BODY]
    )
    first = lines(page, monkeypatch=monkeypatch)[0]
    assert first.strip("\u3000") == "某镇人民政府关于印发集市管理办法的通知"


@pytest.mark.parametrize(
    "second",
    [
        ("第一章总则", 65, 65, 18),
        ("另一个标题", 200, 65, 18),
        ("小标题", 90, 65, 14),
        ("远标题", 85, 95, 18),
    ],
    ids=["numbered", "elsewhere", "smaller", "far"],
)
def test_what_is_no_second_line_of_a_title(
    second: tuple[str, float, float, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = printed([("集市管理办法", 56, 40, 18), second, *BODY])
    assert "集市管理办法" in [line.strip("\u3000") for line in lines(page, monkeypatch=monkeypatch)]


# Articles of three lines: two are full, and the column is twenty characters wide.
def wrapped(label: str, base: float) -> list[tuple[str, float, float]]:
    words = f"{label}　{FULL}{FULL}有关单位"
    first, second, third = words[:18], words[18:38], words[38:]
    return [(first, 20, base), (second, 0, base + 15), (third + "应当遵守。", 0, base + 30)]


def chapter(*labels: str) -> list[tuple[str, float, float]]:
    return [line for i, label in enumerate(labels) for line in wrapped(label, 100 + 45 * i)]


def goes_on(source: SourceText) -> str:
    """A + for every line that goes on the one before it, a - for every other."""
    numbers = range(1, len(source.lines) + 1)
    return "".join("+" if number in source.continued else "-" for number in numbers)


def test_lines_without_an_indent_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    source = read(printed(chapter("第一条", "第二条", "第三条", "第四条")), monkeypatch=monkeypatch)
    assert goes_on(source) == "-++" * 4


def test_a_sentence_goes_on_over_the_page_and_its_margins(monkeypatch: pytest.MonkeyPatch) -> None:
    head, foot = ("某某网站专栏", 0.0, 40.0), ("- 3 -", 90.0, 340.0)
    page = chapter("第一条", "第二条", "第三条", "第四条", "第五条")
    rest = [(text, x, base - 195) for text, x, base in page[-2:]]
    second = [*rest, *wrapped("第六条", 130), *wrapped("第七条", 175), *wrapped("第八条", 220)]
    pages = [printed([head, *page[:-2], foot]), printed([head, *second, foot])]
    source = read(*pages, monkeypatch=monkeypatch)
    assert goes_on(source) == "-" + "-++" * 4 + "-" + "-" + "-" + "++" + "-++" * 3 + "-"
    (document,) = parse_source(source).documents
    articles = document.regulation.articles
    assert [article.label for article in articles] == [f"第{n}条" for n in "一二三四五六七八"]
    assert {article.children[0].text for article in articles} == {f"{FULL}{FULL}有关单位应当遵守。"}


def test_a_number_at_the_beginning_of_a_full_line_is_no_article(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = ("第三条　违反本办法规定的，由有关部门依", 20, 190)
    torn = [first, ("第十条规定责令改正，并处罚款给予处分等等", 0, 205), ("措施。", 0, 220)]
    page = [*chapter("第一条", "第二条"), *torn, *wrapped("第四条", 235)]
    source = read(printed(page), monkeypatch=monkeypatch)
    assert goes_on(source) == "-++" * 4
    (document,) = parse_source(source).documents
    assert [a.label for a in document.regulation.articles] == [
        *("第一条", "第二条", "第三条", "第四条")
    ]


def test_a_heading_as_wide_as_its_column_goes_on_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    heading = ("第二节　对固定摊位和临时摊位的监督管理工作", 0)
    above = chapter("第一条", "第二条", "第三条", "第四条")
    # What stands above it is full and ends in no mark of a sentence.
    full = (above[-1][0].rstrip("。") + "及其规定", 0, 265)
    page = [*above[:-1], full, (heading[0], 0, 280), *wrapped("第五条", 295)]
    assert goes_on(read(printed(page), monkeypatch=monkeypatch)) == "-++" * 4 + "-" + "-++"


def test_short_items_alone_on_a_page_are_not_full(monkeypatch: pytest.MonkeyPatch) -> None:
    items = ["（一）占道经营的；", "（二）拒付费用的；", "（三）强占摊位的；", "（四）欺行霸市的。"]
    first = [*chapter("第一条", "第二条", "第三条"), ("第四条　下列行为予以警告：", 20, 235)]
    first += [(words, 20, 250 + 15 * i) for i, words in enumerate(items)]
    # Its margin is another: no line tells where the text begins, none is full.
    second = [(words, 51, 100 + 15 * i) for i, words in enumerate(items)]
    lead = [("第五条　下列行为处以罚款：", 51, 85)]
    source = read(printed(first), printed([*lead, *second]), monkeypatch=monkeypatch)
    assert goes_on(source) == "-++" * 3 + "-" * 10
    (document,) = parse_source(source).documents
    found = [item.text for item in document.regulation.articles[-1].children[0].children]
    assert found == [words[3:] for words in items]


def test_where_paragraphs_are_not_indented_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    page = [(text, 0.0, base) for text, _, base in chapter("第一条", "第二条", "第三条", "第四条")]
    assert "+" not in goes_on(read(printed(page), monkeypatch=monkeypatch))


def test_a_note_on_the_adoption_over_two_lines_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    note = [("（某市第十届人民代表大会常务委员会第三十", 0, 70), ("次会议通过）", 70, 85)]
    title = [("某市集市管理条例", 35, 40, 16)]
    page = printed(itertools.chain(title, note, chapter("第一条", "第二条", "第三条")))
    read_lines = lines(page, monkeypatch=monkeypatch)
    assert read_lines[1] == "（某市第十届人民代表大会常务委员会第三十次会议通过）"


def test_notes_on_the_adoption_in_a_row_stay_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    notes = [
        ("二〇〇一年某市人民代表大会第十次会议通过", 0, 70),
        ("二〇〇九年某市人民代表大会修正", 25, 85),
    ]
    page = printed(itertools.chain(notes, chapter("第一条", "第二条", "第三条")))
    read_lines = lines(page, monkeypatch=monkeypatch)
    assert [line.strip("\u3000") for line in read_lines[:2]] == [words for words, *_ in notes]


@pytest.mark.parametrize(
    "below", [("第二章总则", 75), ("附则", 90), ("收费标准", 0)], ids=["chapter", "annex", "flush"]
)
def test_what_is_not_centred_below_a_full_line_stays(
    below: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    above = ("某市第十届人民代表大会常务委员会第三十次", 0, 70)
    page = [above, (*below, 85), *chapter("第一条", "第二条", "第三条")]
    assert lines(printed(page), monkeypatch=monkeypatch)[0] == above[0]


def test_a_last_page_of_few_columns_is_parted_like_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    four = [column(220 * i, 100, 9, mark) for i, mark in enumerate("甲乙丙丁")]
    few = [
        column(220 * i, 100, 5 if i < 2 else 2 if i < 3 else 1, m) for i, m in enumerate("戊己庚辛")
    ]
    pages = [printed(itertools.chain(*four)), printed(itertools.chain(*four))]
    last = printed(itertools.chain(*few))
    told = [line[0] for line in lines(*pages, last, monkeypatch=monkeypatch)]
    assert "".join(told[72:]) == "戊" * 5 + "己" * 5 + "庚" * 2 + "辛"


def test_the_last_lines_of_columns_are_parted_by_where_they_begin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    full = printed([*column(0, 100, 9, "左"), *column(220, 100, 9, "右")])
    last = printed([("短的。", 0, 100), ("第九条某事", 240, 100), ("行。", 220, 115)])
    read_lines = lines(full, full, last, monkeypatch=monkeypatch)
    assert [line.strip("　") for line in read_lines[-3:]] == ["短的。", "第九条某事", "行。"]


@pytest.mark.parametrize(
    "right", [("第九条某事。", 240), ("附表", 310)], ids=["indented", "centred"]
)
def test_a_single_line_in_each_column_is_parted(
    right: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    full = printed([*column(0, 100, 9, "左"), *column(220, 100, 9, "右")])
    last = printed([("短的。", 0, 100), (*right, 100)])
    read_lines = lines(full, full, last, monkeypatch=monkeypatch)
    assert [line.strip("　") for line in read_lines[-2:]] == ["短的。", right[0]]


def test_large_words_across_the_text_stand_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    title = [("集市管理办法", 40, 40, 16)]
    mark = [("仅供参考", 20, 150, 40)]
    page = printed(itertools.chain(title, chapter("第一条", "第二条", "第三条"), mark))
    read_lines = lines(page, monkeypatch=monkeypatch)
    assert read_lines[0].strip("　") == "集市管理办法"
    assert (
        read_lines[1:-1]
        == lines(
            printed(itertools.chain(title, chapter("第一条", "第二条", "第三条"))),
            monkeypatch=monkeypatch,
        )[1:]
    )
    assert read_lines[-1] == "<!-- 水印：仅供参考 -->"


def test_a_large_title_between_lines_is_no_watermark(monkeypatch: pytest.MonkeyPatch) -> None:
    title = [("集市管理办法", 0, 100 + 45 * 2 + 30, 32)]
    below = [line for i in range(3) for line in wrapped(f"第{'一二三'[i]}条", 240 + 45 * i)]
    page = printed(itertools.chain(chapter("第八条", "第九条"), title, below))
    assert "集市管理办法" in [line.strip("　") for line in lines(page, monkeypatch=monkeypatch)]


def test_radicals_stand_for_characters() -> None:
    text = "⼈⺠政府⻓"
    assert "".join(g.text for g in printed([(text, 0, 100)]).glyphs()) == "人民政府长"
