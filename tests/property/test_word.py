"""What holds for the Word files of any two regulations."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from gazette_diff import api
from gazette_diff.core.tree import Provision, Regulation
from tests.property.strategies import drafted_regulations
from tests.support.wordfiles import (
    columns_of,
    parts_of,
    printable_blocks,
    printed_lines,
    resolved,
)
from tests.support.wordschema import faults

_STRANGE = (
    "<script>alert(1)</script>",
    "&amp;&",
    "]]>",
    "\"'“”",
    "\u202e反着写\u202c",
    "\u200f",
    "\u2067",
    "\x1b[31m",
    "\x00",
    "\x0b\x0c",
    "\r",
    "\x85\u2028",
    "\ud800",
    "\ufffe",
    "\t",
    "𠮷",
    "  ",
)


@st.composite
def strange(draw: st.DrawFn, regulation: Regulation) -> Regulation:
    """Return *regulation* with words in it that mean something in XML or on a screen."""

    def odd(provision: Provision) -> Provision:
        text = provision.text
        if text:
            at = draw(st.integers(0, len(text)))
            text = text[:at] + draw(st.sampled_from(("", *_STRANGE))) + text[at:]
        return replace(provision, text=text, children=tuple(map(odd, provision.children)))

    return replace(regulation, body=tuple(map(odd, regulation.body)))


@settings(max_examples=40)
@given(st.data())
def test_any_words_survive_tracked_changes(data: st.DataObject) -> None:
    first, second = (
        data.draw(drafted_regulations(longest=5)),
        data.draw(drafted_regulations(longest=5)),
    )
    old, new = data.draw(strange(first)), data.draw(strange(second))
    written = api.to_tracked_docx(api.compare(old, new), old, new)
    assert resolved(written, "accept") == printable_blocks(new)
    assert resolved(written, "reject") == printable_blocks(old)
    assert faults(parts_of(written)["word/document.xml"]) == []


@settings(max_examples=25)
@given(drafted_regulations(longest=8), drafted_regulations(longest=8))
def test_the_table_has_every_line_of_both_texts(old: Regulation, new: Regulation) -> None:
    written = api.to_docx(api.compare(old, new))
    assert [sorted(lines) for lines in columns_of(written)] == [
        sorted(printed_lines(old)),
        sorted(printed_lines(new)),
    ]
    assert faults(parts_of(written)["word/document.xml"]) == []
