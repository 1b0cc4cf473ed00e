"""The notes beside the rows of a comparison table, as a drafter would write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazette_diff import api
from gazette_diff.report.drafting import draft, draft_fold
from gazette_diff.report.folding import Fold
from gazette_diff.report.rows import comparison_table
from tests.support.changes import regrouped, sample_changes

FILLER = "第一条 市场监督管理部门负责集市的日常监督管理工作，并公布投诉电话。\n\n"


def note(tmp_path: Path, old: str, new: str) -> str:
    """Return the note on the last article of *new*, in one line."""
    for name, text in (("old", old), ("new", new)):
        (tmp_path / f"{name}.txt").write_text(f"集市管理办法\n\n{FILLER}{text}\n", "utf-8")
    versions = [api.load(str(tmp_path / f"{name}.txt")) for name in ("old", "new")]
    table = comparison_table(api.compare(*versions))
    return "".join(part.zh for part in draft(table.groups[0].entries[-1]))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "第二条 申请人应当在七日内提交申请书和身份证明。",
            "第二条 申请人应当在五日内提交申请书和身份证明。",
            "将期限由“七日”调整为“五日”。",
        ),
        (
            "第二条 经营者可以公示商品价格。",
            "第二条 集市应当设置公平秤。\n\n第三条 经营者应当公示商品价格。",
            "原第二条改为第三条。将“可以”修改为“应当”。",
        ),
        (
            "第二条 集市由镇人民政府设立。\n\n摊位由居民委员会分配。",
            "第二条 集市由镇人民政府设立。\n\n设立集市应当公告。\n\n摊位由居民委员会分配。",
            "增加一款，作为第二款；其他各款序号相应调整。",
        ),
        (
            "第二条 下列物品不得出售：\n（一）活禽；\n（二）野生动物；\n（三）烟花爆竹。",
            "第二条 下列物品不得出售：\n（一）活禽；\n（二）烟花爆竹。",
            "删去原第（二）项；其他各项序号相应调整。",
        ),
        (
            "第二条 摊位费每日不超过10元。",
            "第二条 摊位费每日不超过20元。",
            "将金额由“10元”调整为“20元”。",
        ),
    ],
)
def test_a_note_tells_what_changed(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert note(tmp_path, old, new) == expected


def test_quotes_within_quotes_are_single(tmp_path: Path) -> None:
    found = note(
        tmp_path,
        "第二条 集市入口应当悬挂标识牌。",
        "第二条 集市入口应当悬挂“放心集市”标识牌。",
    )
    assert found == "增加“‘放心集市’”。"


def test_every_kind_of_change_is_told() -> None:
    entries = [
        entry for group in comparison_table(sample_changes()).groups for entry in group.entries
    ]
    told = ["|".join(part.zh for part in draft(entry)) for entry in entries]
    assert "新增一条，作为第三条。" in told
    assert (
        "原第七条拆分为第八条、第九条。|第九条删去“的”，增加“，涉及多个部门的应当事先协调一致”。"
        in told
    )
    assert "原第八条、第九条合并为第十条。|第十条第二款删去“应当”。" in told
    assert "删去原第十条。" in told
    assert (
        "原第十四条改为第十一条，内容未作修改。由“第三章 公文处理”移至“第二章 会议制度”。" in told
    )
    assert "原第十一条改为第十二条。|本条内容作了较大修改。|【对应关系存疑，请核对】" in told
    assert "原第十二条改为第十三条。|第二款表格作了修改。" in told
    (entry,) = comparison_table(regrouped()).groups[0].entries
    assert draft(entry)[0].zh == "原第一条、第二条重组为第一条、第二条。"


def test_what_did_not_change_needs_no_note() -> None:
    first = comparison_table(sample_changes()).groups[0].entries[0]
    assert draft(first) == ()
    assert draft_fold(Fold((first,))) == ()


def test_english_notes_are_english_but_for_the_words_of_the_text() -> None:
    entries = [
        entry for group in comparison_table(sample_changes()).groups for entry in group.entries
    ]
    told = [" ".join(part.en for part in draft(entry)) for entry in entries]
    assert "第十条 is deleted." in told
    assert "第七条 is split into 第八条, 第九条." in " ".join(told)
