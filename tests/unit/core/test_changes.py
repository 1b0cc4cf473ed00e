"""The change set's own arithmetic."""

from __future__ import annotations

from gazette_diff.core.changes import (
    Change,
    ChangeSet,
    ComparedVersion,
    Link,
    ProvisionRef,
    Relation,
    Row,
    RowRef,
    Segment,
)
from gazette_diff.core.tree import Metadata

SIDE = ComparedVersion(Metadata(title="甲办法"), "2023-01-01", 2)
ROW = Row(
    Relation.AMENDED,
    RowRef("art_1__para_1"),
    RowRef("art_2__para_1"),
    (Segment("=", "应当在"), Segment("-", "7日"), Segment("+", "5日"), Segment("=", "内")),
)


def change(relation: Relation, confidence: float = 1.0, *, renumbered: bool = False) -> Change:
    return Change(
        relation=relation,
        renumbered=renumbered,
        old=(ProvisionRef("art_1", "第一条"),),
        links=(Link("art_1", "art_2", 0.8, confidence),),
        rows=(ROW,),
    )


def test_segments_give_both_texts() -> None:
    assert (ROW.old_text, ROW.new_text) == ("应当在7日内", "应当在5日内")


def test_summary_counts_relations() -> None:
    changes = (change(Relation.AMENDED, renumbered=True), change(Relation.UNCHANGED))
    summary = ChangeSet(old=SIDE, new=SIDE, changes=changes).summary
    assert summary == {
        "unchanged": 1,
        "amended": 1,
        "added": 0,
        "deleted": 0,
        "split": 0,
        "merged": 0,
        "renumbered": 1,
        "relocated": 0,
    }


def test_identical_means_nothing_at_all_differs() -> None:
    same = (change(Relation.UNCHANGED),)
    assert ChangeSet(old=SIDE, new=SIDE, changes=same).identical
    renumbered = (change(Relation.UNCHANGED, renumbered=True),)
    assert not ChangeSet(old=SIDE, new=SIDE, changes=renumbered).identical
    assert not ChangeSet(old=SIDE, new=SIDE, changes=same, frame=(ROW,)).identical


def test_doubtful_links() -> None:
    assert change(Relation.AMENDED, 0.5).doubtful
    assert not change(Relation.AMENDED, 0.9).doubtful
