"""Invariants of reading: nothing lost, and the clean text reads back as the same tree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazette_diff.core.numerals import format_numeral
from gazette_diff.core.source import SourceText
from gazette_diff.parsing import parse_source, to_text

_WORDS = st.text(
    alphabet="市政府应当依法制定公布管理办法条款项规定的和、，AB12", min_size=1, max_size=30
)
# The shapes a line of a gazette can have, in any order.
_PIECES = st.sampled_from(
    [
        *("第一条 ", "第二条", "第三条规定的", "第二条之一 ", "第一章 总则", "第二章　附则"),
        *("一、", "二、", "（一）", "（二）", "1.", "2.", "(1)", "①", "- （三）", "12"),
        *("附件1", "附件：", "目录", "2023年5月1日", "县人民政府", "宛政〔2023〕4号"),
        *("关于印发办法的通知", "各有关单位：", "# 管理办法", "## 第三章 杂则", "管理规定"),
        *("（2021年3月1日公布）", "本办法自公布之日起施行。", "<script>"),
        *("。", "；", "，", "：", "“", "”", "《", "》", "  ", "\u3000\u3000", "\t"),
        *("\u202e", "\x07", "\u200b", "\ufffd"),
    ]
)
_LINES = st.lists(st.lists(st.one_of(_PIECES, _WORDS), max_size=4).map("".join), max_size=30)


@given(_LINES)
def test_every_character_is_in_the_ledger_once(lines: list[str]) -> None:
    parsed = parse_source(SourceText.from_text("\n".join(lines)))
    assert "".join("".join(e.text.split()) for e in parsed.ledger) == "".join(
        "".join(lines).split()
    )


@given(_LINES)
def test_the_same_source_gives_the_same_result(lines: list[str]) -> None:
    source = SourceText.from_text("\n".join(lines))
    assert parse_source(source) == parse_source(source)


_SENTENCE = st.text(
    alphabet="县级以上地方人民政府应当加强领导，协调解决重大问题", min_size=4, max_size=40
).map(lambda words: words.strip("，") + "本县。")
_ITEMS = st.lists(_SENTENCE.map(lambda words: words[:-1] + "；"), min_size=2, max_size=4)


@st.composite
def regulations(draw: st.DrawFn) -> str:
    """Draw a well-formed regulation as text: chapters, articles, paragraphs, items."""
    lines = ["\u3000" * 4 + "渡口管理办法"]
    number = 0
    for chapter in range(1, draw(st.integers(1, 4)) + 1):
        lines.append(f"第{format_numeral(chapter)}章\u3000一般规定")
        for _ in range(draw(st.integers(1, 5))):
            number += 1
            words = draw(_SENTENCE)
            if draw(st.booleans()):
                items = draw(_ITEMS)
                words = words[:-1] + "，包括下列内容："
                lines.append(f"\u3000\u3000第{format_numeral(number)}条\u3000{words}")
                lines += [
                    f"\u3000\u3000（{format_numeral(k)}）{item}" for k, item in enumerate(items, 1)
                ]
                lines[-1] = lines[-1][:-1] + "。"
            else:
                lines.append(f"\u3000\u3000第{format_numeral(number)}条\u3000{words}")
            lines += ["\u3000\u3000" + draw(_SENTENCE) for _ in range(draw(st.integers(0, 2)))]
    return "\n".join(lines)


@given(regulations())
def test_clean_text_reads_back(text: str) -> None:
    first = parse_source(SourceText.from_text(text))
    printed = to_text(first.documents[0].regulation)
    again = parse_source(SourceText.from_text(printed))
    assert [d.regulation for d in again.documents] == [first.documents[0].regulation]


@given(regulations())
def test_well_formed_text_raises_no_doubt(text: str) -> None:
    parsed = parse_source(SourceText.from_text(text))
    assert [d.diagnostics for d in parsed.documents] == [()]
    assert len(parsed.documents[0].regulation.articles) == text.count("\u3000\u3000第")
