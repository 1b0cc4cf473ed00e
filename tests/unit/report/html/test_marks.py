"""Words as HTML: nothing lost, nothing executed, nothing turned around."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette_diff.core.changes import Segment
from gazette_diff.report.controls import visible
from gazette_diff.report.html.marks import marked, words

# What HTML treats as its own, what turns writing around, and plain words.
_LETTERS = st.text(
    "条款 \t\n<>&\"'/;#x&lt;\u202e\u200f\u2066\u2069\ufeff\u200b\xa0\u3000😀", max_size=20
)
_SEGMENTS = st.lists(st.builds(Segment, st.sampled_from("=-+"), _LETTERS), max_size=6)


def _read(html: str) -> lxml.html.HtmlElement:
    page = lxml.html.document_fromstring(f"<!doctype html><body><p>.<bdi>{html}</bdi></p>")
    return page.cssselect("p > bdi")[0]


@given(_SEGMENTS)
def test_the_words_come_back_exactly(segments: list[Segment]) -> None:
    read = _read(marked(segments))
    assert read.text_content() == "".join(s.text for s in segments)
    for tag, op in (("del", "-"), ("ins", "+")):
        inside = [element.text_content() for element in read.iter(tag)]
        assert inside == [s.text for s in segments if s.op == op]


@given(_LETTERS)
def test_words_make_no_element_but_the_isolating_one(text: str) -> None:
    assert {element.tag for element in _read(words(text)).iter()} <= {"bdi"}


def test_a_direction_mark_stands_alone_in_its_element() -> None:
    read = _read(words("应当\u202e报告"))
    (mark,) = read.iterchildren()
    assert (mark.tag, mark.get("title"), mark.text) == ("bdi", "U+202E", "\u202e")
    assert read.text_content() == "应当\u202e报告"


@pytest.mark.parametrize(
    ("character", "shown"),
    [("\x00", "␀"), ("\x1b", "␛"), ("\r", "␍"), ("\x0c", "␌"), ("\x7f", "␡"), ("\x9b", "�")],
)
def test_what_html_cannot_hold_is_shown_as_a_picture(character: str, shown: str) -> None:
    assert words(f"甲{character}乙") == f"甲{shown}乙"
    assert visible(f"甲{character}乙") == f"甲{shown}乙"


def test_half_a_surrogate_cannot_break_the_file() -> None:
    assert words("甲\ud800").encode() == "甲�".encode()


def test_labels_lose_what_turns_writing_around() -> None:
    assert visible("第一条\u202e\u200f") == "第一条"
