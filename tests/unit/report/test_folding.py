"""What becomes of unchanged articles in a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazette_diff.core.changes import Change
from gazette_diff.report.folding import UNCHANGED, Fold, Unchanged, arranged, fold
from gazette_diff.report.rows import Entry, comparison_table
from tests.support.changes import GENERAL, link, one_change, sample_changes, unchanged


def entry_of(change: Change) -> Entry:
    (group,) = comparison_table(one_change(change)).groups
    return group.entries[0]


def test_a_run_of_unchanged_articles_is_folded() -> None:
    general = comparison_table(sample_changes()).groups[0]
    parts = fold(general.entries)
    assert [type(part) for part in parts] == [Fold, Entry, Entry, Fold]
    assert isinstance(parts[3], Fold)
    assert [entry.new_label.zh for entry in parts[3].entries] == ["第四条", "第五条", "第六条"]
    assert parts[3].renumbered


def test_a_fold_ends_where_the_old_numbers_do_not_follow() -> None:
    changes = replace(
        sample_changes(),
        changes=(
            unchanged(1, 1, GENERAL, "甲。"),
            unchanged(3, 2, GENERAL, "乙。"),
            unchanged(2, 3, GENERAL, "丙。"),
        ),
    )
    parts = fold(comparison_table(changes).groups[0].entries)
    assert [len(part.entries) for part in parts if isinstance(part, Fold)] == [1, 1, 1]


def test_unchanged_articles_that_moved_or_are_doubtful_are_not_folded() -> None:
    moved = unchanged(9, 2, GENERAL, "甲。", old_path=("第五章 附则",))
    doubtful = replace(unchanged(1, 1, GENERAL, "乙。"), links=(link(1, 1, 1.0, 0.5),))
    for change in (moved, doubtful):
        (part,) = fold([entry_of(change)])
        assert isinstance(part, Entry)


@pytest.mark.parametrize(("mode", "shown"), [("full", 6), ("fold", 6), ("omit", 2)])
def test_unchanged_articles_are_shown_folded_or_omitted(mode: Unchanged, shown: int) -> None:
    assert mode in UNCHANGED
    general = comparison_table(sample_changes()).groups[0]
    parts = arranged(general.entries, mode)
    assert sum(len(p.entries) if isinstance(p, Fold) else 1 for p in parts) == shown
    assert any(isinstance(part, Fold) for part in parts) == (mode == "fold")
