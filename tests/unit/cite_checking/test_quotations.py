"""Which quoted words a sentence attributes to a citation, and when they are the law's."""

from __future__ import annotations

import pytest

from gazette_diff.citation import scan
from gazette_diff.cite_checking.naming import name_works
from gazette_diff.cite_checking.quotations import Quotations
from gazette_diff.cite_checking.wording import Quoted, canonical, marked


def _quoted(text: str) -> list[str]:
    lines = text.split("\n")
    return [one.words for one in Quotations(lines).of(name_works(lines, scan(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("《河道法》第三条规定：“不得倾倒。”", ["不得倾倒。"]),
        ("《河道法》第三条第二款明确规定，“不得倾倒”", ["不得倾倒"]),
        ("《河道法》第三条：“不得倾倒”“不得填埋”", ["不得倾倒", "不得填埋"]),
        ("《河道法》第三条规定：\n“不得倾倒。\n“不得填埋。”", ["不得倾倒。\n“不得填埋。"]),
        ("《河道法》第三条规定：“称“河道”的，是河。”", ["称“河道”的，是河。"]),
        ('《河道法》第三条规定:"不得倾倒"', ["不得倾倒"]),
        ("《河道法》第三条规定：「不得倾倒」", ["不得倾倒"]),
        ("“不得倾倒”（《河道法》第三条）", ["不得倾倒"]),
        ("“不得倾倒。”（见《河道法》第三条规定）", ["不得倾倒。"]),
        ("“不得倾倒”——《河道法》第三条", ["不得倾倒"]),
        ("《河道法》第三条“不得倾倒”的规定", ["不得倾倒"]),
        ("《河道法》第三条、第五条规定：“不得倾倒”", ["不得倾倒"]),
        # What is no quotation of the law.
        ("《河道法》第三条规定的“河道”", []),
        ("《河道法》第三条“河道”一词", []),
        ("《河道法》第三条没有规定：“不得倾倒”", []),
        ("《河道法》第三条修改为：“不得倾倒”", []),
        ("《河道法》第三条，合同约定：“不得倾倒”", []),
        ("他称“没有倾倒”（违反《河道法》第三条）", []),
        ("他称“没有倾倒”（《河道法》第三条禁止倾倒）", []),
        ("《河道法》第三条规定：“没有关上的引号", []),
    ],
)
def test_words_attributed_to_a_citation(text: str, words: list[str]) -> None:
    assert _quoted(text) == words


@pytest.mark.parametrize(
    ("words", "equal"),
    [
        ("任何人不得向河道倾倒垃圾；违者处罚款。", True),
        ("任何人不得向 河道倾倒垃圾;违者处罚款", True),
        ("任何人……倾倒垃圾", True),
        ("第三条　任何人不得向**河道**倾倒垃圾", True),
        ("任何人不得……处罚款。", True),
        ("［任何单位和个人］不得向河道倾倒垃圾", True),
        ("任何人不得向“河道”倾倒垃圾", True),
        ("处罚款……任何人", False),
        ("任何人不得向河流倾倒垃圾", False),
    ],
)
def test_what_counts_as_equal(words: str, equal: bool) -> None:
    law = canonical("任何人不得向河道倾倒垃圾；\n违者处罚款。")
    assert Quoted.of(words).stands_in(law) is equal


def test_the_difference_stands_inline() -> None:
    law = canonical("摊主应当申请。任何人不得向河道倾倒垃圾；违者处二百元罚款。")
    pieces, alike = Quoted.of("任何人不得向河道倾倒垃圾；违者处三百元罚款。").differences(law)
    assert marked(pieces) == "…河道倾倒垃圾；违者处[-二百元-]{+三百元+}罚款"
    assert alike > 0.8
