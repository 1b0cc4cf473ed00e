"""Links and the rows that show them."""

from __future__ import annotations

import pytest

from gazette_diff.comparing import compare
from gazette_diff.comparing.alignment import Match
from gazette_diff.comparing.changes import _UNSEEN, _seen
from gazette_diff.comparing.pairing import Apart
from gazette_diff.comparing.rows import rows_of
from gazette_diff.comparing.units import skeleton_of
from gazette_diff.core.changes import DOUBT, Link, Relation, Row, RowRef, Segment
from tests.unit.comparing.building import regulation
from tests.unit.comparing.marking import told

OLD = "第一条 蜂场未达到本办法规定的规模，但查明蜂群可能传染疾病的，县蜂业管理站应当依法进行检疫。"
NEW = (
    "第一条 蜂场未达到本办法规定的规模，但查明蜂群可能传染疾病的，县蜂业管理站可以要求登记。\n"
    "第二条 蜂场主未依照第一条登记的，县蜂业管理站应当依法进行检疫。"
)


@pytest.mark.parametrize("turned", [False, True])
def test_a_sentence_is_cut_where_a_link_would_have_no_row(turned: bool) -> None:
    old, new = (skeleton_of(regulation(text)).units for text in (OLD, NEW))
    pieces = [piece for unit in old for piece in unit.pieces], [p for u in new for p in u.pieces]
    apart = Apart(((0,), (0, 1)), frozenset({(0, 0), (0, 1)}))
    if turned:
        rows = told(rows_of(pieces[1], pieces[0], apart.turned()))
    else:
        rows = told(rows_of(*pieces, apart))
    joined = {(before, after) for before, after, _ in rows if before and after}
    assert len(joined) == 2
    kept = [words for _, _, words in rows if "县蜂业管理站应当依法进行检疫。" in words]
    assert len(kept) == 1


def test_a_link_that_no_row_shows_is_doubtful() -> None:
    units = tuple(skeleton_of(regulation(text)).units for text in (OLD, NEW))
    match = Match(0, 1, 0.4, 0.9, ())
    link = Link("art_1", "art_2", 0.4, 0.9)
    places = RowRef("art_1__para_1"), RowRef("art_2__para_1")
    row = Row(Relation.AMENDED, *places, (Segment("=", "检疫"),))
    apart = [Row(Relation.DELETED, places[0], None, row.segments)]
    assert _seen(link, match, (units[0], units[1]), [row]) == link
    unseen = _seen(link, match, (units[0], units[1]), apart)
    assert unseen.confidence == _UNSEEN < DOUBT


def test_every_sure_link_of_a_split_has_a_row() -> None:
    changes = compare(regulation(OLD), regulation(NEW))
    for change in changes.changes:
        for link in change.links:
            shown = any(
                row.old and row.new and link.old in row.old.eid and link.new in row.new.eid
                for row in change.rows
            )
            assert shown or link.confidence < DOUBT
