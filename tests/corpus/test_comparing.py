"""The comparison on real revisions: every word accounted for, and the figures of the gold."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.alignment import Score, gold_of, score
from gazette_diff.comparing import compare
from gazette_diff.core.changes import ChangeSet
from gazette_diff.core.places import place_regulation, walk_places
from gazette_diff.core.tree import Level, Regulation
from gazette_diff.parsing import parse_source
from gazette_diff.reading import read_file
from tests.shared import CORPUS, corpus_pairs

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here"),
]
PAIRS = corpus_pairs()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].parent.name)
def test_every_word_of_both_versions_stands_in_a_row(pair: tuple[Path, Path]) -> None:
    old, new = (parse_source(read_file(path).source).documents[0].regulation for path in pair)
    changes = compare(old, new)
    for side, regulation in (("old", old), ("new", new)):
        assert words_given(changes, side) == words_of(regulation)
        articles = [
            placed.eid
            for placed in walk_places(place_regulation(regulation))
            if placed.provision.level is Level.ARTICLE
        ]
        found = Counter(ref.eid for change in changes.changes for ref in getattr(change, side))
        assert {eid: found[eid] for eid in articles} == dict.fromkeys(articles, 1)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].parent.name)
def test_swapping_the_versions_swaps_links_and_rows(pair: tuple[Path, Path]) -> None:
    old, new = (parse_source(read_file(path).source).documents[0].regulation for path in pair)
    there, back = compare(old, new), compare(new, old)
    assert links_in(there) == {(two, one, sure) for one, two, sure in links_in(back)}
    assert rows_in(there) == Counter((new, old) for old, new in rows_in(back).elements())


def test_the_gold_is_met() -> None:
    scores = [score(gold, CORPUS, 0.0) for gold in gold_of(CORPUS) if gold.official]
    assert mean(scores, "f1") >= 0.96
    assert mean(scores, "precision") >= 0.97
    assert min(one.f1 for one in scores) >= 0.75


def test_confidence_means_what_it_says() -> None:
    scores = [score(gold, CORPUS, 0.9) for gold in gold_of(CORPUS)]
    links = sum(len(one.links) for one in scores)
    assert sum(one.right for one in scores) / links >= 0.98


def mean(scores: list[Score], name: str) -> float:
    return float(sum(getattr(one, name) for one in scores) / len(scores))


def links_in(changes: ChangeSet) -> set[tuple[str, str, float]]:
    return {(x.old, x.new, x.confidence) for change in changes.changes for x in change.links}


def rows_in(changes: ChangeSet) -> Counter[tuple[tuple[str, str], tuple[str, str]]]:
    """Return the rows, each as the name of its provision and its words on both sides."""
    return Counter(
        (
            (row.old.eid if row.old else "", row.old_text),
            (row.new.eid if row.new else "", row.new_text),
        )
        for change in changes.changes
        for row in change.rows
    )


def words_given(changes: ChangeSet, side: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for change in changes.changes:
        for row in change.rows:
            if ref := getattr(row, side):
                text = row.old_text if side == "old" else row.new_text
                words[ref.eid] = words.get(ref.eid, "") + text
    return words


def words_of(regulation: Regulation) -> dict[str, str]:
    words = {}
    for placed in walk_places(place_regulation(regulation)):
        provision = placed.provision
        heading = provision.heading if provision.level is Level.ARTICLE else ""
        table = provision.table.text if provision.table else ""
        own = heading + provision.text + table + provision.closing
        if own:
            words[placed.eid] = own
    return words
