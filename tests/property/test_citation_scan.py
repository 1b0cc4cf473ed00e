"""Scanning does not depend on what stands around, and never invents words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazette_diff.citation import parse_citation, scan
from gazette_diff.core.ordinals import Ordinal

words = st.text(
    alphabet="第一二三十〇条款项目章节之至、，。；（）《》“”()12 　本前该规办法例定的和或\n",
    max_size=60,
)
numbers = st.integers(min_value=1, max_value=1300)
small = st.integers(min_value=1, max_value=20)


@given(words)
def test_found_words_stand_in_the_text(text: str) -> None:
    lines = [line.strip() for line in text.split("\n")]
    last = (0, 0)
    for found in scan(text):
        assert lines[found.line - 1][found.start : found.end] == found.text
        # Nothing overlaps, and the order is that of the text.
        assert last <= (found.line, found.start)
        last = (found.line, found.end)


@given(words)
def test_lines_are_scanned_one_by_one(text: str) -> None:
    apart = [
        found._replace(line=number)
        for number, line in enumerate(text.split("\n"), 1)
        for found in scan(line)
    ]
    assert list(scan(text)) == apart


@given(numbers, small, small, st.booleans())
def test_a_full_citation_is_found_and_read_alike(a: int, p: int, i: int, bracketed: bool) -> None:
    number = Ordinal(i).chinese
    item = f"第（{number}）项" if bracketed else f"第{number}项"
    words = f"本办法{Ordinal(a).counted('条')}{Ordinal(p).counted('款')}{item}"
    (found,) = scan(f"摊主违反{words}规定的，予以警告。")
    assert found.text == words
    assert found.work == "本办法"
    typed = parse_citation(words)
    assert typed.work == found.work
    assert typed.single is not None
    assert [s.ordinal for s in typed.single.steps] == [s.ordinal for s in found.target.first.steps]
