"""The geometry of the map: readable at 20 and at 300 articles, true at every size."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from gazette_diff.core.changes import Change, Relation
from gazette_diff.report.html.pictures import Map, draw_map, draw_strip
from gazette_diff.report.kinds import Kind
from gazette_diff.report.rows import Entry, comparison_table
from tests.support.changes import article, one_change, sample_changes, unchanged

CHAPTERS = tuple((f"第{n}章 名称很长很长的一章，要截短才放得下",) for n in "一二三四五六七八九十")


def entries_of(count: int) -> list[Entry]:
    """Return a revision of *count* articles in ten chapters; each moves one number on."""
    per_chapter = -(-count // len(CHAPTERS))
    changes = [
        unchanged(n, n + 1, CHAPTERS[(n - 1) // per_chapter], "照旧。") for n in range(1, count + 1)
    ]
    table = comparison_table(replace(sample_changes(), changes=tuple(changes)))
    return [entry for group in table.groups for entry in group.entries]


def drawn(entries: list[Entry]) -> Map:
    return draw_map(entries, [entry.anchor for entry in entries])


@pytest.mark.parametrize("count", [1, 20, 74, 300, 700])
def test_lines_of_writing_never_touch(count: int) -> None:
    picture = drawn(entries_of(count))
    for side in ("old", "new"):
        nodes = [node for flow in picture.flows for node in getattr(flow, side)]
        tops = sorted(node.top + node.height / 2 for node in nodes if node.label)
        assert tops
        assert all(after - before >= 12.9 for before, after in pairwise(tops))
        names = sorted(n.top for n in getattr(picture, f"{side}_names") if n.text)
        assert all(after - before >= 12.9 for before, after in pairwise(names))


@pytest.mark.parametrize(("count", "tallest"), [(20, 430), (300, 1000), (700, 1700)])
def test_the_map_grows_no_taller_than_it_must(count: int, tallest: int) -> None:
    assert drawn(entries_of(count)).height <= tallest


def test_at_300_articles_round_numbers_are_written() -> None:
    picture = drawn(entries_of(300))
    written = [node.label for flow in picture.flows for node in flow.old if node.label]
    assert written[:3] == ["第一条", "第十条", "第十五条"]


def test_bands_join_what_corresponds() -> None:
    entries = entries_of(20)
    for flow in drawn(entries).flows:
        (band,) = flow.bands
        assert band.startswith(f"M296 {flow.old[0].top:.1f}C")
        assert f"664 {flow.new[0].top:.1f}V" in band


def test_splits_and_merges_fan_out_without_overlap() -> None:
    table = comparison_table(sample_changes())
    entries = [entry for group in table.groups for entry in group.entries]
    flows = {flow.anchor: flow for flow in drawn(entries).flows}
    split, merged = flows["art_8"], flows["art_10"]
    starts = [float(re.findall(r"M296 ([\d.]+)", band)[0]) for band in split.bands]
    assert starts == [split.old[0].top, pytest.approx(split.old[0].top + 9)]
    ends = [float(re.findall(r"664 ([\d.]+)V", band)[0]) for band in merged.bands]
    assert ends == [merged.new[0].top, pytest.approx(merged.new[0].top + 9)]


def test_articles_without_counterpart_end_in_a_point() -> None:
    table = comparison_table(sample_changes())
    entries = [entry for group in table.groups for entry in group.entries]
    flows = {flow.anchor: flow for flow in drawn(entries).flows}
    assert re.fullmatch(r"M664 [\d.]+l-60 9\.0l60 9\.0Z", flows["art_3"].bands[0])
    assert re.fullmatch(r"M296 [\d.]+l60 9\.0l-60 9\.0Z", flows["old-art_10"].bands[0])


def test_what_did_not_change_lies_below() -> None:
    table = comparison_table(sample_changes())
    entries = [entry for group in table.groups for entry in group.entries]
    kinds = [flow.kind for flow in drawn(entries).flows]
    last = max(n for n, r in enumerate(kinds) if r is Kind.UNCHANGED)
    assert Kind.UNCHANGED not in kinds[last + 1 :]
    assert set(kinds[: last + 1]) == {Kind.UNCHANGED}


def test_articles_without_a_link_are_joined_all_the_same() -> None:
    change = Change(
        relation=Relation.AMENDED, old=(article(1, ()),), new=(article(1, ()), article(2, ()))
    )
    table = comparison_table(one_change(change))
    (flow,) = drawn(list(table.groups[0].entries)).flows
    assert len(flow.bands) == 2


def test_the_strip_marks_where_a_chapter_opens() -> None:
    table = comparison_table(sample_changes())
    groups = [group.entries for group in table.groups]
    bars = draw_strip(groups, [entry.anchor for entries in groups for entry in entries])
    assert [bar.left for bar in bars if bar.opens] == [6, 11, 15, 16]
    assert {bar.anchor: bar.share for bar in bars}["art_3"] == 1


def test_nothing_to_draw() -> None:
    assert drawn([]).flows == ()
