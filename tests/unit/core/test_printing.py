"""The lines in which a regulation is printed."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given

from gazette_diff.comparing import compare
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.printing import joined, printed
from gazette_diff.core.tree import Block, BlockKind, Level, Provision, Regulation, Table
from tests.property.strategies import drafted_regulations


def article() -> Provision:
    item = Provision(level=Level.ITEM, ordinal=Ordinal(1), label="（一）", text="申请书，")
    table = Table((("种类", "份数"), ("复印件", "2")), 1)
    return Provision(
        level=Level.ARTICLE,
        ordinal=Ordinal(3),
        label="第三条",
        heading="【材料】",
        children=(
            Provision(
                level=Level.PARAGRAPH, text="应当提交：", children=(item,), closing="并签名。"
            ),
            Provision(level=Level.PARAGRAPH, table=table),
        ),
    )


def test_the_number_shares_a_line_with_the_first_words() -> None:
    lines = list(printed(Regulation(body=(article(),))))
    assert [line.text for line in lines] == [
        "第三条\u3000【材料】应当提交：",
        "（一）申请书，",
        "并签名。",
        "种类\t份数\n复印件\t2",
    ]
    closing = lines[2].words[0]
    assert (closing.eid, closing.start) == ("art_3__para_1", len("应当提交："))
    assert [line.table is None for line in lines] == [True, True, True, False]


def test_a_block_of_several_lines_counts_their_ends() -> None:
    blocks = tuple(Block(BlockKind.NOTICE_TEXT, text) for text in ("甲\n乙", "丙"))
    words = [line.words[0] for line in printed(Regulation(preface=blocks))]
    assert [(one.text, one.start) for one in words] == [("甲", 0), ("乙", 2), ("丙", 3)]


def test_numbers_are_parted_from_digits_and_letters() -> None:
    assert joined("一、", "2023年") == "一、\u30002023年"
    assert joined("1.", "总则") == "1. 总则"
    assert joined("（一）", "总则") == "（一）总则"
    assert joined("第一章", "总则") == "第一章\u3000总则"
    assert joined("", "总则") == "总则"


@given(drafted_regulations())
def test_the_words_of_a_provision_are_those_that_rows_give(regulation: Regulation) -> None:
    given: dict[str, str] = defaultdict(str)
    for change in compare(regulation, regulation).changes:
        for row in change.rows:
            assert row.old is not None
            given[row.old.eid] += row.old_text
    for line in printed(regulation):
        for words in line.words:
            if line.kind in set(Level) and words.eid in given:
                end = words.start + len(words.text)
                assert given[words.eid][words.start : end] == words.text
