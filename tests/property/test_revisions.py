"""Revisions made up of real regulations: what became of each article is known, and found."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.revisions import Rates, Revision, revise, units_of
from gazette_diff import api
from gazette_diff.comparing import compare
from gazette_diff.core.changes import ChangeSet
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import CONTAINERS, Holding, Level, Provision, Regulation
from tests.property.test_comparing import check_words
from tests.shared import ROOT

LIGHT = Rates()
HEAVY = Rates(deleted=0.12, inserted=0.12, split=0.12, merged=0.12, reworded=0.8, swaps=3)


@cache
def samples() -> tuple[Regulation, ...]:
    """Return the regulations of the sample library, each also as an outline (意见, 方案)."""
    library = [api.load(str(path)) for path in sorted((ROOT / "rules").rglob("*.xml"))]
    articles = [one for one in library if one.metadata.holding is Holding.HELD]
    return (*articles, *(replace(one, body=outlined(one.body)) for one in articles))


def outlined(body: tuple[Provision, ...], depth: int = 0) -> tuple[Provision, ...]:
    """Return *body* with its chapters as 一、 and the articles inside them as （一）."""
    form = ("{}、", "（{}）")[min(depth, 1)]
    result = []
    for number, provision in enumerate(body, 1):
        inner = provision.level in CONTAINERS
        ordinal = Ordinal(number)
        result.append(
            replace(
                provision,
                level=Level.OUTLINE,
                ordinal=ordinal,
                label=form.format(ordinal.chinese),
                children=outlined(provision.children, depth + 1) if inner else provision.children,
            )
        )
    return tuple(result)


def revised(sample: int, seed: int, rates: Rates) -> Revision:
    """Return a revision of a sample into which units of another one may be inserted."""
    chance = random.Random(seed)
    regulation = samples()[sample]
    kind = sample // 3 * 3
    strangers = units_of(samples()[kind + (sample + 1) % 3])
    chance.shuffle(strangers)
    return revise(regulation, chance, rates, strangers)


def links_in(changes: ChangeSet) -> set[tuple[str, str]]:
    return {(link.old, link.new) for change in changes.changes for link in change.links}


def f1(revision: Revision) -> float:
    found = links_in(compare(revision.old, revision.new))
    return 2 * len(found & revision.links) / (len(found) + len(revision.links))


@pytest.mark.parametrize("sample", range(6))
def test_light_revisions_are_understood(sample: int) -> None:
    scores = [f1(revised(sample, seed, LIGHT)) for seed in range(8)]
    assert sum(scores) / len(scores) >= 0.99
    assert min(scores) >= 0.96


@pytest.mark.parametrize("sample", range(6))
def test_heavy_revisions_are_understood(sample: int) -> None:
    scores = [f1(revised(sample, seed, HEAVY)) for seed in range(4)]
    assert sum(scores) / len(scores) >= 0.96


CHOICES = st.tuples(st.integers(0, 5), st.integers(0, 10**6), st.sampled_from((LIGHT, HEAVY)))


@given(CHOICES)
@settings(max_examples=25)
def test_every_word_of_a_revision_stands_in_a_row(choice: tuple[int, int, Rates]) -> None:
    revision = revised(*choice)
    check_words(compare(revision.old, revision.new), revision.old, revision.new)


@given(CHOICES)
@settings(max_examples=25)
def test_swapping_the_versions_of_a_revision_swaps_its_rows(
    choice: tuple[int, int, Rates],
) -> None:
    revision = revised(*choice)
    there, back = compare(revision.old, revision.new), compare(revision.new, revision.old)
    assert links_in(there) == {(old, new) for new, old in links_in(back)}
    assert rows_in(there) == Counter((new, old) for old, new in rows_in(back).elements())


def rows_in(changes: ChangeSet) -> Counter[tuple[tuple[str, str], tuple[str, str]]]:
    return Counter(
        (
            (row.old.eid if row.old else "", row.old_text),
            (row.new.eid if row.new else "", row.new_text),
        )
        for change in changes.changes
        for row in change.rows
    )
