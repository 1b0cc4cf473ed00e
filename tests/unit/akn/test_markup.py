from __future__ import annotations

import pytest

from gazette_diff.akn.markup import Element, element, render


def rendered(root: Element) -> str:
    head, _, rest = render(root).decode().partition("\n")
    assert head == '<?xml version="1.0" encoding="UTF-8"?>'
    return rest


def test_elements_stand_on_lines_and_words_stay_whole() -> None:
    root = element(
        "paragraph",
        {"eId": "para_1"},
        element("content", None, element("p", None, "甲", element("b", None, "乙"), "丙")),
    )
    assert rendered(root) == (
        '<paragraph eId="para_1">\n  <content><p>甲<b>乙</b>丙</p></content>\n</paragraph>\n'
    )


def test_several_blocks_of_words_stand_on_lines_of_their_own() -> None:
    root = element("intro", None, element("p", None, "甲"), element("p", None, "乙"))
    assert rendered(root) == "<intro>\n  <p>甲</p>\n  <p>乙</p>\n</intro>\n"


def test_a_row_of_a_table_is_a_line() -> None:
    cell = element("td", None, element("p", None, "甲"))
    root = element("table", None, element("tr", None, cell, cell))
    assert rendered(root) == (
        "<table>\n  <tr><td><p>甲</p></td><td><p>甲</p></td></tr>\n</table>\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<script>&amp;", "&lt;script&gt;&amp;amp;"),
        ("a]]>b", "a]]&gt;b"),
        ("\"'", "\"'"),
        ("a\rb", "a&#13;b"),
        (" a ", " a "),
    ],
)
def test_words_are_escaped(text: str, written: str) -> None:
    assert rendered(element("p", None, text)) == f"<p>{written}</p>\n"


def test_white_space_in_attributes_survives_their_normalisation() -> None:
    root = element("x", {"a": 'tab\tline\nreturn\r"<&>'})
    assert rendered(root) == '<x a="tab&#9;line&#10;return&#13;&quot;&lt;&amp;&gt;"/>\n'


def test_none_is_left_out() -> None:
    assert rendered(element("x", {"a": None, "b": ""}, None)) == '<x b=""/>\n'


@pytest.mark.parametrize("code", [0x00, 0x08, 0x1B, 0xFFFE, 0xD800])
def test_a_character_that_xml_cannot_hold_is_refused(code: int) -> None:
    with pytest.raises(ValueError, match=f"U\\+{code:04X}"):
        render(element("p", None, f"甲{chr(code)}"))
