from __future__ import annotations

import pytest
from lxml import etree

from gazette_diff.akn.markup import element, render
from gazette_diff.akn.words import paragraphs, text_of, words

TEXTS = [
    "",
    "甲",
    " 甲 ",
    "\u3000甲",
    "甲\n乙",
    "\n",
    "甲\n\n 乙\n",
    "a\tb",
    "a\r\nb",
    "\u200f<&>𠮷",
]


@pytest.mark.parametrize("text", TEXTS)
def test_words_of_one_element_come_back(text: str) -> None:
    data = render(element("heading", None, *words(text)))
    assert text_of(etree.fromstring(data)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_each_line_is_a_paragraph(text: str) -> None:
    written = paragraphs(text)
    assert len(written) == (len(text.split("\n")) if text else 0)
    data = render(element("content", None, *written))
    assert "\n".join(text_of(p) for p in etree.fromstring(data)) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>依照<ref>前款</ref>规定</p>", "依照前款规定"),
        ("<p>甲<ins>乙</ins><del>丙</del>丁</p>", "甲乙丁"),
        ("<p>甲<authorialNote><p>注</p></authorialNote>乙</p>", "甲乙"),
        ('<p>甲<span status="removed">乙</span>丙</p>', "甲丙"),
        ("<p><b>甲<i>乙</i></b>丙</p>", "甲乙丙"),
        ("<p>甲<br/>乙</p>", "甲\n乙"),
        ("<p>甲<eol/>乙</p>", "甲乙"),
        ("<p>\n    换行\n    接续\n  </p>", "换行接续"),
        ("<p>wrapped\n  words, 与\n中文</p>", "wrapped words, 与中文"),
        ("<p>\n  <ref>第一条</ref>\n  规定</p>", "第一条规定"),
    ],
)
def test_markup_from_elsewhere_gives_its_current_words(markup: str, text: str) -> None:
    assert text_of(etree.fromstring(markup)) == text
