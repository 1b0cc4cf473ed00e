"""Edits begin and end where words do."""

from __future__ import annotations

import pytest

from gazette_diff.comparing.inline import counts, segments
from tests.unit.comparing.marking import marked

TEXT = ("管理机构管理渡口。", "治理机构治理渡口。", "社会贤达参加。", "整理账目，受理申请。")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "分为初评和复评，初评由管理站负责，复评由委员会负责。",
            "分为初评和复评，初评由委员会负责。",
            "分为初评和复评，初评由[-管理站负责，复评由-]委员会负责。",
        ),
        ("参加社会管理。", "参加社会治理。", "参加社会[-管理-]{+治理+}。"),
        (
            "户口所在地。户口所在镇。",
            "户籍所在地。户籍所在镇。",
            "[-户口-]{+户籍+}所在地。[-户口-]{+户籍+}所在镇。",
        ),
        # a longer edit too, where its end belongs to no word of its own
        (
            "机关登记，机关收费，由该机关不定期检查。",
            "机构登记，机构收费，由该机构按季度检查。",
            "[-机关-]{+机构+}登记，[-机关-]{+机构+}收费，由该[-机关不定期-]{+机构按季度+}检查。",
        ),
        ("渡口每日开放。", "渡口每夜开放。", "渡口每[-日-]{+夜+}开放。"),
    ],
)
def test_edits_keep_words_whole(old: str, new: str, expected: str) -> None:
    often = counts((*TEXT, old, new))
    assert marked(segments(old, new, often)) == expected
    assert {s.text for s in segments(new, old, often)} == {
        s.text for s in segments(old, new, often)
    }
