"""The signs of changes, and what is left out between them."""

from __future__ import annotations

from gazette_diff.core.changes import Change, Relation, Row, Segment
from gazette_diff.report.rows import comparison_table
from gazette_diff.report.terminal.lines import Role
from gazette_diff.report.terminal.words import Signs, excerpt, marked, signs_for
from tests.support.changes import (
    GENERAL,
    article,
    link,
    one_change,
    place,
    sample_changes,
)
from tests.support.changes import (
    marked as segments_of,
)

LONG = "会议由市长召集和主持，会议议题由秘书长提出，报市长确定，会议材料应当提前送达。" * 4


def text(segments: str, *, elide: bool = True, ops: str = "=-+") -> str:
    spans = marked(segments_of(segments), Signs(), "zh", elide=elide, ops=ops)
    return "".join(span.text for span in spans)


def test_signs() -> None:
    assert text("每[-三-]{+五+}日") == "每[-三-]{+五+}日"
    assert text("每[-三-]{+五+}日", ops="=-") == "每[-三-]日"
    assert text("每[-三-]{+五+}日", ops="=+") == "每{+五+}日"


def test_signs_that_the_text_itself_has_are_not_used() -> None:
    change = Change(
        relation=Relation.AMENDED,
        old=(article(1, GENERAL),),
        new=(article(1, GENERAL),),
        links=(link(1, 1),),
        rows=(
            Row(
                Relation.AMENDED,
                place("1.1"),
                place("1.1"),
                (Segment("=", "温度为[-5，5]或者[[-8，8]]"), Segment("-", "度"), Segment("+", "℃")),
            ),
        ),
    )
    signs = signs_for(comparison_table(one_change(change)))
    assert signs == Signs(3)
    assert signs.deleted == ("[[[-", "-]]]")


def test_the_sample_needs_no_other_signs() -> None:
    assert signs_for(comparison_table(sample_changes())) == Signs(1)


def test_a_long_stretch_between_changes_is_left_out_with_its_length() -> None:
    shown = text(f"每[-三-]日{LONG}于[-五-]日")
    assert shown.startswith("每[-三-]日会议由市长")
    assert shown.endswith("于[-五-]日")
    kept = shown.replace("[-三-]", "").replace("[-五-]", "")
    before, gap, after = kept.partition("[…")
    count = int(gap and after.partition("字")[0])
    rest = after.partition("…]")[2]
    assert len(before) + count + len(rest) == len(f"每日{LONG}于日")


def test_before_the_first_and_after_the_last_change_only_the_near_words_stay() -> None:
    assert text(f"{LONG}每[-三-]日").startswith("[…")
    assert text(f"每[-三-]日{LONG}").endswith("…]")


def test_nothing_is_left_out_when_little_would_be_won() -> None:
    middle = "会" * 105
    assert "…" not in text(f"甲[-乙-]{middle}[-丙-]")
    assert "…" not in text(f"甲[-乙-]{LONG}[-丙-]", elide=False)


def test_the_same_words_are_left_out_on_both_sides() -> None:
    both = f"每[-三-]{{+五+}}日{LONG}于[-五-]{{+七+}}日"
    old = text(both, ops="=-").replace("[-三-]", "").replace("[-五-]", "")
    new = text(both, ops="=+").replace("{+五+}", "").replace("{+七+}", "")
    assert old == new


def test_an_excerpt_keeps_the_beginning() -> None:
    spans = excerpt(LONG, "en", elide=True, role=Role.QUIET)
    kept = LONG.partition("。")[0] + "。"
    assert [span.text for span in spans] == [kept, f"[…{len(LONG) - len(kept)} chars…]"]
    assert excerpt(LONG, "en", elide=False, role=Role.QUIET)[0].text == LONG


def test_controls_in_changed_words_are_written_out() -> None:
    assert text("甲[-\x1b[2J-]") == "甲[-<U+001B>[2J-]"
