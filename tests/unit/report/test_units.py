"""In what provisions are counted."""

from __future__ import annotations

from dataclasses import replace

from gazette_diff.core.changes import (
    Change,
    ChangeSet,
    ProvisionRef,
    Relation,
    Row,
    RowRef,
    Segment,
)
from gazette_diff.report.html import to_html
from gazette_diff.report.summary import summary_sentence
from gazette_diff.report.terminal import TerminalOptions, plain_text
from gazette_diff.report.units import ARTICLE, LEVEL, unit_of
from tests.support.changes import GENERAL, link, one_change, sample_changes, unchanged


def outline() -> ChangeSet:
    """Return a comparison of two outlines: one level stays, with another number."""
    path = ("二、重点任务",)
    old, new = (
        ProvisionRef(f"level_2__level_{n}", label, path)
        for n, label in ((4, "（四）"), (5, "（五）"))
    )
    text = (Segment("=", "加强监管。"),)
    row = Row(Relation.UNCHANGED, RowRef(f"{old.eid}__para_1"), RowRef(f"{new.eid}__para_1"), text)
    change = Change(
        relation=Relation.UNCHANGED,
        old=(old,),
        new=(new,),
        renumbered=True,
        links=(replace(link(1, 1), old=old.eid, new=new.eid),),
        rows=(row,),
    )
    return one_change(change)


def test_articles_are_counted_as_articles() -> None:
    assert unit_of(sample_changes().changes) is ARTICLE
    assert ARTICLE.of(1).en == "1 article"
    assert unit_of([unchanged(1, 1, GENERAL, "照旧。"), *outline().changes]) is ARTICLE
    assert unit_of([]) is ARTICLE


def test_the_levels_of_an_outline_are_no_articles() -> None:
    assert unit_of(outline().changes) is LEVEL
    assert LEVEL.unchanged(2) == ("未修改 2 项", "2 provisions unchanged")
    told = summary_sentence(outline())
    assert told.zh == "修订前共1项，修订后共1项：未修改1项，序号变动1处。"
    assert told.en == "1 provisions before, 1 after: 1 unchanged, 1 renumbered."
    page = to_html(outline())
    assert "修订前项数" in page
    assert "条数" not in page


def test_the_labels_of_an_outline_stand_as_printed() -> None:
    text = "".join(plain_text(outline(), TerminalOptions(width=80)))
    assert "二、重点任务" in text
    assert "= （五）原（四）" in text
