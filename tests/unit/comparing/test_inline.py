"""Edits as a person would mark them."""

from __future__ import annotations

import pytest

from gazette_diff.comparing.inline import segments
from gazette_diff.comparing.tokens import tokens
from tests.unit.comparing.marking import marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("处3万元以上十万元以下", "处|3万元|以|上|十万元|以|下"),
        ("15个工作日内", "15个工作日|内"),
        ("自2024年5月1日起", "自|2024年5月1日|起"),
        ("二〇二四年五月一日", "二〇二四年五月一日"),
        ("百分之三十、50%、三分之二", "百分之三十|、|50%|、|三分之二"),
        ("《水法》和“河长”", "《水法》|和|“河长”"),
        ("违反第三条第一款第（二）项的", "违|反|第三条第一款第（二）项|的"),
        ("GB/T 9704-2012", "GB|/|T| |9704|-|2012"),
        ("应当、不得", "应当|、|不得"),
        ("一般、一切、统一", "一|般|、|一|切|、|统|一"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert "|".join(tokens(text)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # a number is never cut, an edit is what changed and no more
        ("应当在30日内办结", "应当在35日内办结", "应当在[-30日-]{+35日+}内办结"),
        ("处二万元以下罚款", "处二十万元以下罚款", "处[-二万元-]{+二十万元+}以下罚款"),
        # separate edits of a list stay separate
        (
            "公安、卫生、海关、税务部门",
            "应急、卫生、商务、税务部门",
            "[-公安-]{+应急+}、卫生、[-海关-]{+商务+}、税务部门",
        ),
        ("甲乙、丙丁", "甲乙、戊己、丙丁", "甲乙、{+戊己、+}丙丁"),
        # insertions lie at the edges of clauses
        (
            "为了保护环境，促进发展，制定本法。",
            "为了保护环境，防治污染，促进发展，制定本法。",
            "为了保护环境，{+防治污染，+}促进发展，制定本法。",
        ),
        (
            "甲应当报告。乙应当登记。",
            "甲应当报告。丙应当备案。乙应当登记。",
            "甲应当报告。{+丙应当备案。+}乙应当登记。",
        ),
        ("可以投诉。", "可以投诉，也可以起诉。", "可以投诉{+，也可以起诉+}。"),
        # two values next to each other are two edits
        (
            "应当在三日内回复",
            "可以在五日内回复",
            "[-应当-]{+可以+}在[-三日-]{+五日+}内回复",
        ),
        # at the beginning of a text too
        (
            "渡口不得超载。",
            "渡口应当配备救生衣。渡口不得超载。",
            "{+渡口应当配备救生衣。+}渡口不得超载。",
        ),
        # a sentence that came or went is no part of the edits beside it
        (
            "养蜂户应当登记，向合作社报告。",
            "养蜂户应当登记，及时向合作社报告数量。合作社公示结果，不得拒绝。",
            "养蜂户应当登记，{+及时+}向合作社报告{+数量。合作社公示结果，不得拒绝+}。",
        ),
        (
            "本办法自2014年3月1日起施行。1990年4月25日发布的《甲办法》同时废止。",
            "本办法自2024年9月1日起施行。",
            "本办法自[-2014年3月1日-]{+2024年9月1日+}起施行。"
            "[-1990年4月25日发布的《甲办法》同时废止。-]",
        ),
        # nor what came into a list, and the same ending on both sides cuts no word
        (
            "制定救助、补偿、减免、安置等措施并组织实施。",
            "制定并组织实施救助、补偿、减免、抚慰、抚恤、安置等措施。",
            "制定{+并组织实施+}救助、补偿、减免、{+抚慰、抚恤、+}安置等措施[-并组织实施-]。",
        ),
        # of an edit that reaches into the next sentence only the clause itself is weighed
        (
            "渡口由村委会管理。",
            "渡口由村民小组管理，每日清扫，逢集加派两人，汛期停航，冬季封存船只。",
            "渡口由村[-委会-]{+民小组+}管理{+，每日清扫，逢集加派两人，汛期停航，冬季封存船只+}。",
        ),
        # no confetti
        (
            "具体办法经主管部门负责人批准后予以公布，自公布之日起施行",
            "具体办法由本级政府常务会议讨论通过，自公布之日起施行",
            "具体办法[-经主管部门负责人批准后予以公布-]{+由本级政府常务会议讨论通过+}，自公布之日起施行",
        ),
        # what was rewritten is replaced as a whole
        ("村民轮流打扫。", "聘请专人负责养护。", "[-村民轮流打扫。-]{+聘请专人负责养护。+}"),
        ("同一句话。", "同一句话。", "同一句话。"),
        ("", "新的。", "{+新的。+}"),
        ("旧的。", "", "[-旧的。-]"),
        ("", "", ""),
    ],
)
def test_edits(old: str, new: str, expected: str) -> None:
    assert marked(segments(old, new)) == expected


def test_the_direction_moves_no_edit() -> None:
    old, new = "甲、乙、丙应当在三日内办理。", "甲、丁、丙可以在七日内办理登记。"
    turned = {"=": "=", "-": "+", "+": "-"}
    there = [(turned[s.op], s.text) for s in segments(old, new)]
    assert sorted(there) == sorted((s.op, s.text) for s in segments(new, old))


def test_a_long_text_is_compared_within_bounds() -> None:
    clause = "经营者应当建立台账，记录第{}号货物的来源和去向，保存期限不少于二年。"
    old = "".join(clause.format(n) for n in range(4000))
    new = old.replace("第2000号", "第贰仟号", 1)
    found = marked(segments(old, new))
    assert found.count("[-") == 1
    assert "{+贰仟号" in found or "贰仟" in found


def test_many_equal_characters_take_no_time_to_speak_of() -> None:
    found = segments("的" * 50_000 + "甲", "的" * 50_000 + "乙")
    assert marked(found[1:]) == "[-甲-]{+乙+}"
