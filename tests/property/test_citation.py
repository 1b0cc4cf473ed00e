"""Whatever provision there is, its citation in words and its eId lead back to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazette_diff.citation import bare_citation, parse_citation, resolve
from gazette_diff.core.errors import GazetteDiffError, InvalidCitationError
from gazette_diff.core.places import Placed, place_regulation, walk_places
from gazette_diff.core.tree import Level, Metadata, Provision, Regulation
from tests.unit.citation.building import article, container, item, paragraph, subitem

counts = st.integers(min_value=0, max_value=3)


@st.composite
def regulations(draw: st.DrawFn) -> Regulation:
    """Draw a regulation of a few chapters whose articles count through."""
    number, chapters = 0, []
    for place in range(1, draw(st.integers(1, 3)) + 1):
        articles: list[Provision] = []
        for _ in range(draw(counts)):
            number += draw(st.integers(1, 2))
            branch = draw(counts) if draw(st.booleans()) else 0
            articles.append(_article(draw, number, branch))
        chapters.append(container(Level.CHAPTER, place, "章名", *articles))
    return Regulation(metadata=Metadata(title="集市规则"), body=tuple(chapters))


def _article(draw: st.DrawFn, number: int, branch: int) -> Provision:
    paragraphs = []
    for place in range(1, draw(st.integers(1, 3)) + 1):
        items = [
            item(n, "列举；", *(subitem(m, "细目；") for m in range(1, draw(counts) + 1)))
            for n in range(1, draw(counts) + 1)
        ]
        paragraphs.append(paragraph(place, "文字。", *items))
    return article(number, *paragraphs, branch=branch)


def _sole(placed: Placed) -> bool:
    siblings = placed.ancestors[-1].children if placed.ancestors else ()
    return placed.provision.level is Level.PARAGRAPH and len(siblings) == 1


@given(regulations())
def test_words_and_eid_lead_back(regulation: Regulation) -> None:
    for placed in walk_places(place_regulation(regulation)):
        assert resolve(regulation, parse_citation(placed.eid)).eid == placed.eid
        found = resolve(regulation, parse_citation(bare_citation(placed)))
        # A sole 款 has no name of its own: its words name the article.
        wanted = placed.eid.rsplit("__", 1)[0] if _sole(placed) else placed.eid
        assert found.eid == wanted


@given(regulations(), st.integers(1, 12), st.integers(1, 4), st.integers(1, 4))
def test_nothing_is_cut_short(regulation: Regulation, a: int, p: int, i: int) -> None:
    """A citation that resolves says every number it was given, and no other of its levels."""
    try:
        found = resolve(regulation, parse_citation(f"{a}.{p}.{i}"))
    except GazetteDiffError:
        return
    assert found.eid == f"art_{a}__para_{p}__point_{i}"


@given(
    st.text(
        alphabet="第一二三十〇条款项目章节之至、，（）()0123.- 的《》art_para本规则", max_size=16
    )
)
def test_any_words_are_read_or_refused(text: str) -> None:
    try:
        citation = parse_citation(text)
    except InvalidCitationError:
        return
    assert all(reference.steps for reference in citation.references())
