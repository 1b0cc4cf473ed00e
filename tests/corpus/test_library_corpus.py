"""A library of real pairs: nothing lost, the right text on every day, blame as the comparison."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from gazette_diff import api
from gazette_diff.core.changes import Relation
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.places import place_regulation, walk_places
from gazette_diff.core.tree import Regulation
from gazette_diff.core.versions import Version
from gazette_diff.library import parse_name
from gazette_diff.library.changing import Candidate, add, begin
from gazette_diff.library.history import blame
from gazette_diff.library.lookup import find
from gazette_diff.library.shelf import Shelf
from tests.shared import corpus_pairs

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not corpus_pairs(), reason="the shared corpus is not beside the repository"),
]
ON = date(2026, 1, 1)


@pytest.fixture(scope="module")
def texts() -> dict[Path, Regulation]:
    return {
        path: api.parse(path).documents[0].regulation for pair in corpus_pairs() for path in pair
    }


@pytest.fixture(scope="module")
def library(texts: dict[Path, Regulation], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    begin(folder)
    candidates = [Candidate(text, str(path)) for path, text in texts.items()]
    add(folder, candidates, lambda _: True, on=ON)
    return folder


def test_every_version_is_kept_and_nothing_of_it_is_lost(
    library: Path, texts: dict[Path, Regulation]
) -> None:
    shelf = Shelf(library)
    kept = [shelf.load(version) for version in shelf.versions]
    assert len(kept) == len(texts)
    bodies = [(text.preface, text.body, text.conclusion, text.attachments) for text in kept]
    for text in texts.values():
        assert (text.preface, text.body, text.conclusion, text.attachments) in bodies


def expected(old: Version, new: Version, day: date) -> Version | None:
    """Return whose text is in force on *day*, told from the two texts alone; None if no one's.

    The new text tells when there were others between: on a day after one of those the old
    text was no longer in force.
    """
    if day >= new.start:
        return new
    between = [d for d in new.metadata.amended if old.day < d <= day and d != new.day]
    later = [d for d in between if d not in old.days and d != max(new.metadata.amended)]
    return old if day >= old.start and not later else None


def test_on_every_day_the_text_in_force_or_word_that_there_is_none(library: Path) -> None:
    shelf = Shelf(library)
    days = random.Random(7)
    for title in {version.title for version in shelf.versions}:
        old, new = (v for v in shelf.versions if v.title == title)
        wanted = [date(1950, 1, 1) + timedelta(days=days.randrange(28000)) for _ in range(20)]
        wanted += [v.start + timedelta(days=n) for v in (old, new) for n in (-1, 0, 1)]
        for day in wanted:
            try:
                found = find(shelf, parse_name(f"{title}@{day}"), ON).version
            except NotFoundError:
                found = None
            assert found == expected(old, new, day), (title, day)


def test_blame_agrees_with_the_comparison(library: Path) -> None:
    shelf = Shelf(library)
    for title in {version.title for version in shelf.versions}:
        found = find(shelf, parse_name(f"{title}@latest"), ON)
        history = api.history(shelf, found.line)
        changes = history.held[-1].changes
        assert changes is not None
        same = {
            ref.eid
            for change in changes.changes
            if change.relation is Relation.UNCHANGED
            for ref in change.new
        }
        blamed = blame(history, shelf.load(found.version))
        assert {b.article.eid for b in blamed if b.since != found.stage} == same
        order = [placed.eid for placed in walk_places(place_regulation(shelf.load(found.version)))]
        printed = [order.index(b.article.eid) for b in blamed if b.article.eid in order]
        assert printed == sorted(printed)
        unchanged = {
            row.new.eid
            for change in changes.changes
            for row in change.rows
            if row.new and row.relation is Relation.UNCHANGED
        }
        for article in blamed:
            for words in article.words:
                assert words.since == found.stage or words.eid in unchanged
