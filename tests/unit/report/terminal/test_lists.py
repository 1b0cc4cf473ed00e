"""``--stat``, ``--name-only``, ``--name-status`` and ``--word-diff``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from gazette_diff.core.changes import Relation
from gazette_diff.report.kinds import Kind
from gazette_diff.report.rows import comparison_table
from gazette_diff.report.terminal import TerminalOptions, plain_text
from gazette_diff.report.terminal.cells import width
from tests.support.changes import GENERAL, one_change, regrouped, row, sample_changes, unchanged

if TYPE_CHECKING:
    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.language import Language
    from gazette_diff.report.terminal import Show
    from tests.conftest import Golden


def shown(changes: ChangeSet, show: Show, cells: int = 0, language: Language = "zh") -> str:
    options = TerminalOptions(
        show=show, width=cells, wrap=bool(cells), plain=True, language=language
    )
    return "".join(plain_text(changes, options))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("show", ["stat", "names", "status", "words"])
def test_golden(golden: Golden, show: Show, language: Language) -> None:
    text = shown(sample_changes(), show, language=language)
    golden(f"terminal/{show}-{language}.txt", text)
    assert not set("─│├└━┃\x1b") & set(text)


@pytest.mark.parametrize("cells", [30, 50, 80, 120, 200])
def test_the_bars_fit_the_window(cells: int) -> None:
    lines = shown(sample_changes(), "stat", cells).splitlines()
    assert max(map(width, lines)) <= cells
    bars = [re.search(r"字 (\+*)(-*)$", line) for line in lines if "|" in line]
    assert len(bars) == 6
    assert all(found and found[0].strip("字 ") for found in bars)


def test_the_bars_count_what_the_rows_say() -> None:
    table = comparison_table(sample_changes())
    rows = [*table.frame, *(r for g in table.groups for e in g.entries for r in e.rows)]
    letters = {op: sum(len(s.text) for r in rows for s in r.segments if s.op == op) for op in "+-"}
    last = shown(sample_changes(), "stat").splitlines()[-1]
    assert f"增加{letters['+']}字" in last
    assert f"删去{letters['-']}字" in last


def test_no_change_is_too_small_for_a_bar() -> None:
    big = replace(
        unchanged(1, 1, GENERAL, ""),
        relation=Relation.AMENDED,
        rows=(row("1.1", "1.1", f"{{+{'长' * 5000}+}}"),),
    )
    small = replace(
        unchanged(2, 2, ("第二章 附则",), ""),
        relation=Relation.AMENDED,
        rows=(row("2.1", "2.1", "[-甲-]{+乙+}丙"),),
    )
    changes = replace(sample_changes(), frame=(), changes=(big, small))
    lines = shown(changes, "stat", 80).splitlines()
    assert lines[0].endswith("+" * 20)
    assert lines[1].endswith(" +-")


def test_every_change_has_its_letter() -> None:
    table = comparison_table(sample_changes())
    kinds = [e.kind for g in table.groups for e in g.entries if not e.quiet or e.change.renumbered]
    letters = [line[0] for line in shown(sample_changes(), "status").splitlines()]
    outside = len(letters) - len(kinds)
    assert letters[outside:].count("A") == kinds.count(Kind.ADDED)
    assert letters[outside:].count("D") == kinds.count(Kind.DELETED)
    assert letters.count("S") == kinds.count(Kind.SPLIT)
    assert letters.count("J") == kinds.count(Kind.MERGED)
    assert shown(regrouped(), "status").splitlines()[-1].startswith("X\t")


def test_what_differs_is_never_all_alike() -> None:
    words = "甲" * 3000
    amended = replace(
        unchanged(1, 2, GENERAL, ""),
        relation=Relation.AMENDED,
        renumbered=True,
        rows=(row("1.1", "2.1", f"{words}[-一-]{{+二+}}"),),
    )
    changes = replace(one_change(amended), frame=())
    assert shown(changes, "status") == "R099\t第一条\t第二条\n"


def test_what_only_has_another_number_is_listed_with_letters_alone() -> None:
    changes = replace(one_change(unchanged(3, 4, GENERAL, "甲。")), frame=())
    assert shown(changes, "names") == ""
    assert shown(changes, "stat") == ""
    assert shown(changes, "status") == "R100\t第三条\t第四条\n"


def test_the_texts_can_be_read_out_of_the_running_text() -> None:
    text = shown(sample_changes(), "words")
    old = re.sub(r"\{\+.*?\+\}", "", text).replace("[-", "").replace("-]", "")
    new = re.sub(r"\[-.*?-\]", "", text).replace("{+", "").replace("+}", "")
    for change in sample_changes().changes:
        if change.relation is not Relation.UNCHANGED:
            for one in change.rows:
                table = "\t" in one.old_text + one.new_text
                assert table or one.old is None or one.old_text in old
                assert table or one.new is None or one.new_text in new


def test_labels_that_changed_are_marked_too() -> None:
    change = replace(
        sample_changes().changes[1],
        rows=(row("2.1", "2.1", "下列事项："), row("2.1.3", "2.1.2", "规划。")),
    )
    assert "[-（三）-]{+（二）+}规划。" in shown(one_change(change), "words")
