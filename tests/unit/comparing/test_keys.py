"""Reduced texts: what does not matter when looking for a counterpart."""

from __future__ import annotations

import pytest

from gazette_diff.comparing.keys import REFERENCE, bigrams, plain, reduced, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("应 当\u3000报告\n", "应当报告"),
        ("（一）ＡＢ，１２％；", "(一)AB,12%;"),
        ("“值班”『记录』", '"值班""记录"'),
        ("零\u200b宽\ufeff", "零宽"),
        ("。、《》", "。、《》"),
    ],
)
def test_plain_leaves_out_layout_only(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    "reference",
    [
        "第三条",
        "第二十条之一",
        "第三十条第一款第（二）项",
        "第12条第3款",
        "第一百零一条",
        "第（四）项",
    ],
)
def test_a_reference_is_one_whole(reference: str) -> None:
    found = REFERENCE.search(f"违反{reference}规定")
    assert found is not None
    assert found[0] == reference


@pytest.mark.parametrize("words", ["第一批", "第三人", "第二产业", "三条路"])
def test_other_numbers_are_no_references(words: str) -> None:
    assert REFERENCE.search(words) is None


def test_references_and_the_own_kind_do_not_matter() -> None:
    assert reduced("违反本条例第三十条第一款规定的") == reduced("违反本法第四十七条规定的")


def test_sentences_end_where_sentences_end() -> None:
    assert sentences("甲乙。丙丁;戊") == ["甲乙", "丙丁", "戊"]


def test_pairs_never_cross_a_mark() -> None:
    assert bigrams("甲乙,丙丁|戊") == ["甲乙", "丙丁"]
