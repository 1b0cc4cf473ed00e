"""What holds for corrections by hand, whatever the texts and whatever is pinned."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from gazette_diff.comparing import compare
from gazette_diff.comparing.units import skeleton_of
from gazette_diff.core.changes import ChangeSet
from gazette_diff.core.pins import Pins
from gazette_diff.core.tree import Regulation
from tests.property.strategies import drafted_regulations
from tests.property.test_comparing import SWAPPED, check_words, mutated


@st.composite
def pinned_pairs(draw: st.DrawFn) -> tuple[Regulation, Regulation, Pins]:
    """Two regulations, and pins on any of their articles, however little these share."""
    old, new = draw(drafted_regulations()), draw(drafted_regulations())
    olds, news = ([unit.ref.eid for unit in skeleton_of(side).units] for side in (old, new))
    if not olds or not news:
        return old, new, Pins()
    pairs = st.frozensets(st.tuples(st.sampled_from(olds), st.sampled_from(news)), max_size=4)
    links = draw(pairs)
    linked = {eid for eid, _ in links}, {eid for _, eid in links}
    return (
        old,
        new,
        Pins(
            links,
            draw(pairs) - links,
            draw(st.frozensets(st.sampled_from(olds), max_size=2)) - linked[0],
            draw(st.frozensets(st.sampled_from(news), max_size=2)) - linked[1],
        ),
    )


@given(pinned_pairs())
def test_what_is_pinned_holds(case: tuple[Regulation, Regulation, Pins]) -> None:
    old, new, pins = case
    changes = compare(old, new, pins=pins)
    check_words(changes, old, new)
    links = links_of(changes)
    named = {eid for eid, _ in pins.links}, {eid for _, eid in pins.links}
    assert {(i, j) for i, j in links if i in named[0] or j in named[1]} == pins.links
    assert not links & pins.apart
    assert pins.deleted.isdisjoint(i for i, _ in links)
    assert pins.added.isdisjoint(j for _, j in links)
    for change in changes.changes:
        for link in change.links:
            assert link.pinned == ((link.old, link.new) in pins.links)
            assert not link.pinned or link.confidence == 1
        assert change.pinned == (
            any(link.pinned for link in change.links)
            or any(ref.eid in pins.deleted for ref in change.old)
            or any(ref.eid in pins.added for ref in change.new)
        )


@given(pinned_pairs())
def test_swapping_the_versions_and_the_pins_swaps_what_happened(
    case: tuple[Regulation, Regulation, Pins],
) -> None:
    old, new, pins = case
    there, back = compare(old, new, pins=pins), compare(new, old, pins=pins.turned())
    assert {(SWAPPED[c.relation], c.new, c.old, c.pinned) for c in there.changes} == {
        (c.relation, c.old, c.new, c.pinned) for c in back.changes
    }
    assert {
        (link.new, link.old, link.similarity, link.confidence, link.evidence)
        for change in there.changes
        for link in change.links
    } == {
        (link.old, link.new, link.similarity, link.confidence, link.evidence)
        for change in back.changes
        for link in change.links
    }


def test_with_the_truth_pinned_nothing_else_is_said() -> None:
    for seed in range(6):
        old, new, truth = mutated(random.Random(seed))
        pins = pins_of(old, new, truth)
        assert links_of(compare(old, new, pins=pins)) == pins.links


def test_pins_do_their_neighbours_no_harm() -> None:
    wrong_before, wrong_after = 0, 0
    for seed in range(12):
        old, new, truth = mutated(random.Random(seed))
        links = pins_of(old, new, truth).links
        wrong_before += len(links_of(compare(old, new)) ^ links)
        # Every second link, and those that have an article in common with it.
        half = set(sorted(links)[::2])
        named = {i for i, _ in half}, {j for _, j in half}
        while grown := {(i, j) for i, j in links - half if i in named[0] or j in named[1]}:
            half |= grown
            named = {i for i, _ in half}, {j for _, j in half}
        wrong_after += len(links_of(compare(old, new, pins=Pins(frozenset(half)))) ^ links)
    assert wrong_after <= wrong_before


def pins_of(old: Regulation, new: Regulation, truth: set[tuple[int, int]]) -> Pins:
    """Return the whole *truth* as pins."""
    links = frozenset((f"art_{i}", f"art_{j}") for i, j in truth)
    olds, news = ({unit.ref.eid for unit in skeleton_of(side).units} for side in (old, new))
    return Pins(
        links,
        deleted=frozenset(olds - {eid for eid, _ in links}),
        added=frozenset(news - {eid for _, eid in links}),
    )


def links_of(changes: ChangeSet) -> set[tuple[str, str]]:
    return {(link.old, link.new) for change in changes.changes for link in change.links}
