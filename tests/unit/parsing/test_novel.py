"""What is no regulation has no documents."""

from __future__ import annotations

import pytest

from gazette_diff.core.source import SourceText
from gazette_diff.parsing import parse_source

NOVEL = "江上\n\n第一章 渡口\n\n" + "老人坐在船头，看着水面。\n\n" * 40 + "第二章 远行\n\n他走了。"
SPEECH = "某同志在会议上的讲话\n\n同志们：\n\n一、提高认识\n\n要重视。\n\n二、抓好落实\n\n要实干。"


@pytest.mark.parametrize(
    "text", [NOVEL, SPEECH, "一行字", "。" * 500], ids=["novel", "speech", "line", "dots"]
)
def test_holds_no_regulation(text: str) -> None:
    parsed = parse_source(SourceText.from_text(text))
    assert parsed.documents == ()
    assert {entry.place for entry in parsed.ledger} == {"unplaced"}
    assert [d.code.id for d in parsed.diagnostics] == ["GD106"]
