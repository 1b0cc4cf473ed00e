"""Notes at the foot of a page: taken out on evidence, told, and nothing else with them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gazette_diff.parsing import parse_source
from gazette_diff.reading import pdf
from gazette_diff.reading.pdf.glyphs import PageGlyphs
from gazette_diff.reading.pdf.grids import Rule
from gazette_diff.reading.result import ReadResult
from tests.support.printing import printed

Line = tuple[str, float, float] | tuple[str, float, float, float]

# Articles in a column of twenty characters; the third breaks off at the end of the page.
TEXT: list[Line] = [
    ("第一条 为了规范集市管理，维护交易秩序", 20, 100),
    ("和公共卫生，制定本办法。", 0, 115),
    ("第二条 本办法适用于本镇行政区域内的集", 20, 130),
    ("市及其摊位。", 0, 145),
    ("第三条 摊位费每日十元，由集市管理单位", 20, 160),
    ("按月收取，并按照国家有关规定及时足额上缴", 0, 175),
]
REST: list[Line] = [
    ("镇财政，不得挪作他用。", 0, 100),
    ("第四条 本办法自二〇二四年三月一日起施", 20, 115),
    ("行。", 0, 130),
]
ARTICLES = [
    "为了规范集市管理，维护交易秩序和公共卫生，制定本办法。",
    "本办法适用于本镇行政区域内的集市及其摊位。",
    "摊位费每日十元，由集市管理单位按月收取，并按照国家有关规定及时足额上缴镇财政，不得挪作他用。",
    "本办法自二〇二四年三月一日起施行。",
]
MARKED: list[Line] = [("①", 60, 140, 6)]  # above the end of 市及其摊位。
NOTE: list[Line] = [("①摊位的位置由镇人民政府公布。", 0, 200, 8)]
RULE = Rule(188, 0, 60)


def page(*lines: Sequence[Line], rules: tuple[Rule, ...] = ()) -> PageGlyphs:
    """A page with *lines*, each drawn after that whose height is above it."""
    every = sorted((line for part in lines for line in part), key=lambda line: line[2])
    # A raised mark is drawn after the line that it is raised above.
    order = [line for line in every if line not in MARKED]
    for mark in (line for line in every if line in MARKED):
        order.insert(order.index(TEXT[3]) + 1, mark)
    return printed(order)._replace(rules=rules)


def read(*pages: PageGlyphs, monkeypatch: pytest.MonkeyPatch) -> ReadResult:
    numbered = [one._replace(number=i) for i, one in enumerate(pages)]
    monkeypatch.setattr(pdf, "pages_of", lambda *_: iter(numbered))
    return pdf.read_pdf(b"", "x.pdf")


def articles(result: ReadResult) -> list[str]:
    (document,) = parse_source(result.source).documents
    return [
        "".join(paragraph.text for paragraph in article.children)
        for article in document.regulation.articles
    ]


def comments(result: ReadResult) -> list[str]:
    return [line[5:-4] for line in result.source.lines if line.startswith("<!--")]


def codes(result: ReadResult) -> list[str]:
    return [diagnostic.code.id for diagnostic in result.diagnostics]


@pytest.mark.parametrize("rules", [(RULE,), ()], ids=["rule", "no rule"])
def test_a_sentence_goes_on_over_a_note(
    rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = page(TEXT, MARKED, NOTE, rules=rules)
    result = read(first, page(REST), monkeypatch=monkeypatch)
    assert articles(result) == ARTICLES
    assert comments(result) == ["脚注：①摊位的位置由镇人民政府公布。（①标在“市及其摊位。”之后）"]
    assert codes(result) == ["GD137"]
    assert "第1页有1条脚注" in result.diagnostics[0].message("zh")


def test_a_rule_tells_notes_without_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    note = [("摊位的位置由镇人民政府公布。", 0, 200, 8)]
    result = read(page(TEXT, note, rules=(RULE,)), page(REST), monkeypatch=monkeypatch)
    assert articles(result) == ARTICLES
    assert comments(result) == ["脚注：摊位的位置由镇人民政府公布。"]


def test_a_note_over_two_lines_and_the_number_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    notes = [*NOTE, ("见镇人民政府的公告。", 0, 210, 8), ("②自备摊位除外。", 0, 220, 8)]
    feet = [("-3-", 90, 260, 8)]
    first = page(TEXT, MARKED, notes, feet, rules=(RULE,))
    result = read(first, page(REST), monkeypatch=monkeypatch)
    assert articles(result) == ARTICLES
    assert comments(result) == [
        "脚注：①摊位的位置由镇人民政府公布。见镇人民政府的公告。（①标在“市及其摊位。”之后）",
        "脚注：②自备摊位除外。",
        "页码：-3-",
    ]


def test_a_note_that_had_no_room_stands_on_the_next_page(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = page(TEXT, MARKED), page(REST, NOTE, rules=(RULE,))
    result = read(*pages, monkeypatch=monkeypatch)
    assert articles(result) == ARTICLES
    assert codes(result) == ["GD137"]


def test_notes_below_one_of_two_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    right = [(words, left + 220, base) for words, left, base, *_ in REST]
    result = read(page(TEXT, MARKED, NOTE, right, rules=(RULE,)), monkeypatch=monkeypatch)
    assert articles(result) == ARTICLES
    assert codes(result) == ["GD137"]


def test_raised_signs_without_a_note_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    result = read(page(TEXT, MARKED), page(REST), monkeypatch=monkeypatch)
    assert articles(result)[1] == "本办法适用于本镇行政区域内的集市及其摊位。①"
    assert codes(result) == []


LONG_RULE = Rule(188, 0, 200)


@pytest.mark.parametrize(
    ("small", "rules"),
    [
        (["注：摊位费含水费。"], (RULE,)),
        (["抄送：县人民政府。"], (RULE,)),
        (["摊位的位置由镇人民政府公布。"], (LONG_RULE,)),
        (["摊位的位置由镇人民政府公布。"], (RULE, Rule(150, 0, 60), Rule(170, 0, 60))),
        (["一、摊位费的收取", "二、摊位费的上缴"], (RULE,)),
        (["摊位的位置由镇人民政府公布。"], ()),
    ],
    ids=["note of a table", "imprint", "long rule", "table", "small print", "no evidence"],
)
def test_small_words_without_evidence_stay(
    small: list[str], rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[Line] = [(words, 0, 200 + 12 * i, 8) for i, words in enumerate(small)]
    result = read(page(TEXT, lines, rules=rules), monkeypatch=monkeypatch)
    assert [line for line in result.source.lines if line.strip("\u3000") in small]
    assert "GD137" not in codes(result)


def test_an_underline_is_no_rule_above_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[Line] = [("负责人", 0, 186), ("某年某月某日", 0, 200, 8)]
    result = read(page(TEXT[:4], lines, rules=(RULE,)), monkeypatch=monkeypatch)
    assert "某年某月某日" in [line.strip("\u3000") for line in result.source.lines]


def test_small_print_with_text_below_is_no_note(monkeypatch: pytest.MonkeyPatch) -> None:
    below = [(words, left, base + 120) for words, left, base, *_ in REST]
    result = read(page(TEXT, MARKED, NOTE, below, rules=(RULE,)), monkeypatch=monkeypatch)
    assert NOTE[0][0] in [line.strip("\u3000") for line in result.source.lines]


def test_what_may_be_a_note_in_mid_sentence_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    result = read(page(TEXT, NOTE), page(REST), monkeypatch=monkeypatch)
    assert NOTE[0][0] in result.source.lines
    assert codes(result) == ["GD138"]
    assert "第1页" in result.diagnostics[0].message("zh")
