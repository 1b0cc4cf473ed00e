"""Checking is total: whatever the tree and the text, it ends, and names places that there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazette_diff import api
from gazette_diff.checking.characters import check_characters
from gazette_diff.checking.pairs import check_pairs
from gazette_diff.checking.particulars import check_particulars
from gazette_diff.checking.passages import Subject
from gazette_diff.checking.punctuation import check_punctuation
from gazette_diff.checking.structure import check_structure
from gazette_diff.core.documents import ParsedDocument, ParsedSource
from gazette_diff.core.places import place_regulation, walk_places
from gazette_diff.core.source import SourceText
from gazette_diff.core.tree import Regulation
from tests.property.strategies import drafted_regulations, regulations

OUTSIDE = {"", "preface", "metadata"}
# What the checks look for, in any order.
WORDS = st.text(
    st.sampled_from(
        "甲乙的了和应当第一二条款项章（）()《》〈〉“”‘’，。；：,;:.?!lO0○２ \u3000\ufffdand\n"
    )
)


def _check(regulation: Regulation) -> None:
    parsed = ParsedSource(
        source=SourceText("a.xml", ()),
        documents=(ParsedDocument(regulation=regulation, lines=(0, 0)),),
    )
    places = {placed.eid for placed in walk_places(place_regulation(regulation))} | OUTSIDE
    places |= {f"att_{k}" for k in range(1, len(regulation.attachments) + 1)}
    for finding in api.check(parsed, select=["all"]):
        assert finding.diagnostic.place in places
        assert finding.diagnostic.message("zh")
        assert finding.diagnostic.message("en")


@given(regulations())
def test_any_tree_can_be_checked(regulation: Regulation) -> None:
    """Even one with numbers that no text has; only references need numbers that can be cited."""
    subject = Subject.of(regulation)
    spots = [*check_structure(subject), *check_particulars(subject)]
    for unit in subject.units:
        spots += check_pairs(unit)
    for passage in subject.passages:
        spots += [*check_punctuation(passage), *check_characters(passage)]
    for spot in spots:
        assert spot.code.message.fill(**spot.values)
        assert 0 <= spot.at <= len(spot.passage.words)


@given(drafted_regulations())
def test_any_draft_can_be_checked(regulation: Regulation) -> None:
    _check(regulation)


@given(st.lists(WORDS, min_size=3, max_size=8))
def test_findings_stand_in_the_lines_of_the_text(words: list[str]) -> None:
    body = "\n".join(f"第{n}条 {text}" for n, text in zip("一二三四五六七八", words, strict=False))
    parsed = api.parse(f"某县图书管理办法\n\n{body}\n".encode())
    found = api.check(parsed, select=["all"])
    assert found == api.check(parsed, select=["all"])
    for finding in found:
        line = finding.diagnostic.line
        assert line is not None
        assert 1 <= line <= len(parsed.source.lines)
