"""The kinds of words that changed: given where they are certain, and only there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gazette_diff.comparing.classes import CLASSES, classified, with_common_names
from gazette_diff.comparing.inline import segments
from gazette_diff.comparing.values import same_writing
from gazette_diff.core.changes import Change, Relation, Row, RowRef
from gazette_diff.report.wording import CLASSES as CLASS_WORDS

PLACE = RowRef("art_1__para_1")


def classes(old: str, new: str) -> tuple[str, ...]:
    return classified([Row(Relation.AMENDED, PLACE, PLACE, segments(old, new))]).classes


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("经营者应当备案。", "经营者可以备案。", ("duty",)),
        ("经营者可以备案。", "经营者不得备案。", ("duty",)),
        ("经营者必须事先备案。", "经营者事先备案。", ("duty",)),
        ("会议一般不得请假。", "会议原则上不得请假。", ("duty",)),
        ("经营者不应当转让证件。", "经营者不得转让证件。", ("duty",)),
        ("渡船可以停靠公社码头。", "渡船要停靠公社码头。", ("duty",)),
        ("草案一般应当公开。", "草案都要公开。", ("duty",)),
        ("禁止捕捞亲鱼。", "渡口不得捕捞亲鱼。", ("duty",)),
        ("应当在三日内答复。", "应当在五日内答复。", ("deadline",)),
        ("应当在7日内答复。", "应当在7个工作日内答复。", ("deadline",)),
        ("借用期限为3日。", "借用期限为7日。", ("deadline",)),
        ("提前三个月通知。", "提前六十日通知。", ("deadline",)),
        ("逾期10日的归还。", "逾期15日的归还。", ("deadline",)),
        ("应当及时答复。", "应当在五日内答复。", ("deadline",)),
        ("经营者报告损失。", "经营者在五日内报告损失。", ("deadline",)),
        ("处五百元罚款。", "处二千元罚款。", ("amount",)),
        ("处二千元以下罚款。", "处二千元以上二万元以下罚款。", ("amount",)),
        ("处违法所得1至3倍的罚款。", "处违法所得2倍以上5倍以下的罚款。", ("amount",)),
        ("比例不低于百分之五。", "比例不低于百分之八。", ("percentage",)),
        ("经三分之二以上同意。", "经四分之三以上同意。", ("percentage",)),
        ("由五名以上社员组成。", "由七名以上社员组成。", ("count",)),
        ("由工商行政管理部门处罚。", "由市场监督管理部门处罚。", ("body",)),
        ("由市委督查室督办。", "由市委督查局督办。", ("body",)),
        ("报专利复审委员会审查。", "报国务院专利行政部门审查。", ("body",)),
        ("在本市种植茶叶，适用本办法。", "在本市种植、加工茶叶，适用本办法。", ("scope",)),
        ("本办法自2020年1月1日起施行。", "本办法自2024年3月1日起施行。", ("entry_into_force",)),
        ("本办法自公布之日起施行。", "本办法自2024年3月1日起施行。", ("entry_into_force",)),
        ("违反第三条规定的。", "违反第五条第二款规定的。", ("reference",)),
        ("依照第五条办理。", "依照第五条、第六条办理。", ("reference",)),
        ("违反本法第三条的规定的。", "违反本法规定的。", ("reference",)),
        ("有前条规定情形的。", "有第八条规定情形的。", ("reference",)),
        (
            "有前款第（一）、（四）项行为的。",
            "有前款第（一）、（五）项行为的。",
            ("reference",),
        ),
        ("有第三项情形的。", "有第四项或者第五项情形的。", ("reference",)),
        ("渡口停航，由村委会公告。", "渡口停航，情节严重的，由村委会公告。", ("condition",)),
        ("逾期不改正的，处罚款。", "拒不改正的，处罚款。", ("condition",)),
        ("渔船可以进港。", "除禁渔期外，渔船可以进港。", ("condition",)),
        ("渔船可以进港。", "渔船可以进港，但是禁渔期除外。", ("condition",)),
        ("会前3日送达。", "会前5个工作日送达。", ("deadline",)),
        (
            "自2014年3月1日起施行。1990年4月25日发布的《甲办法》同时废止。",
            "自2024年9月1日起施行。",
            ("entry_into_force",),
        ),
        ("在三日内报告。", "在3日内报告。", ("wording",)),
        ("罚款10000元。", "罚款一万元。", ("wording",)),
        ("单位和个人应当遵守。", "单位以及个人应当遵守。", ("wording",)),
        ("受理投诉举报。", "受理举报投诉。", ("wording",)),
        ("甲、乙；丙。", "甲，乙。丙。", ("punctuation",)),
        ("（一）应当 报告。", "(一)应当报告。", ("punctuation",)),
        (
            "应当在三日内、处五百元罚款。",
            "必须在五日内、处八百元罚款。",
            ("duty", "deadline", "amount"),
        ),
        # an edit of no class beside: the change is no mere editing
        ("养蜂户登记，由村委会备案。", "养蜂户登记，由合作社公示；", ()),
        ("在三日内报告。村民自愿参加。", "在3日内报告。村民一律参加。", ()),
        # not certain, so nothing is said
        ("渡口为目标，由村管理。", "渡口以盈利为目的，由村管理。", ()),
        ("渔船报告位置；", "渔船报告位置，未报告的；", ()),
        ("决定不予受理申请。", "收到后应当同意。", ()),
        ("村民应当互助，合作社答复。", "村民应当互助，应当公示，合作社答复。", ()),
        ("由村委会管理。", "由该村委会管理。", ()),
        ("公开政府规章草案。", "公开所有政府规章草案。", ()),
        ("不断提高政府立法质量。", "提升政府立法质量。", ()),
        ("渡口的要求可以公开。", "渡口的要点可以公开。", ()),
        ("收集渔船及时的消息。", "收集渔船五日的消息。", ()),
        ("合作社有3条船。", "合作社有木船。", ()),
        ("种植面积、亩产列入台账。", "种植品种、亩产列入台账。", ()),
        ("每三年换届一次。", "每五年换届一次。", ()),
        ("处三年以下有期徒刑。", "处五年以下有期徒刑。", ()),
        ("列入一般公共预算。", "列入政府性基金预算。", ()),
        ("勘探海洋石油。", "勘探海洋油气。", ()),
        ("适用本法第三条的办法由省制定。", "适用本法第三条的细则由省制定。", ()),
        ("村民轮流打扫，每户三日，违者罚款五元。", "聘请专人看管，每月发放工资八百元。", ()),
    ],
)
def test_the_classes_of_one_row(old: str, new: str, expected: tuple[str, ...]) -> None:
    assert classes(old, new) == expected


def test_rows_that_came_or_went_have_no_class() -> None:
    added = Row(Relation.ADDED, None, PLACE, segments("", "应当在三日内报告。"))
    deleted = Row(Relation.DELETED, PLACE, None, segments("可以在五日内报告。", ""))
    assert classified([added, deleted]).classes == ()


def test_an_item_that_came_is_a_class_and_the_mark_before_it_another() -> None:
    opening = Row(Relation.UNCHANGED, PLACE, PLACE, segments("有下列情形的：", "有下列情形的："))
    first, second = (RowRef(f"art_1__para_1__point_{n}") for n in (1, 2))
    kept = Row(Relation.AMENDED, first, first, segments("损毁蜂箱。", "损毁蜂箱；"))
    added = Row(Relation.ADDED, None, second, segments("", "喷洒农药。"))
    assert classified([opening, kept, added]).classes == ("items", "punctuation")


def test_items_that_changed_places_are_told() -> None:
    first, second = (RowRef(f"art_1__para_1__point_{n}") for n in (1, 2))
    words = segments("喷洒农药；", "喷洒农药；"), segments("损毁蜂箱；", "损毁蜂箱；")
    rows = [
        Row(Relation.UNCHANGED, second, first, words[0]),
        Row(Relation.UNCHANGED, first, second, words[1]),
    ]
    assert classified(rows).classes == ("items",)
    assert classified(rows[1:]).classes == ()


def test_a_sentence_that_came_keeps_the_rest_from_being_editorial() -> None:
    kept = Row(Relation.AMENDED, PLACE, PLACE, segments("蜂箱登记。", "蜂箱登记；"))
    added = Row(Relation.ADDED, None, PLACE, segments("", "逾期罚款。"))
    assert classified([kept, added]).classes == ()


def test_the_sole_paragraph_written_anew_is_no_item() -> None:
    gone = Row(Relation.DELETED, PLACE, None, segments("村民自愿参加。", ""))
    came = Row(Relation.ADDED, None, PLACE, segments("", "罚款五元。"))
    assert classified([gone, came]).classes == ()


def test_classes_stand_in_their_order_and_once() -> None:
    rows = [
        Row(Relation.AMENDED, PLACE, PLACE, segments("处五百元罚款。", "处八百元罚款。")),
        Row(Relation.AMENDED, PLACE, PLACE, segments("应当报告。", "可以报告。")),
        Row(Relation.AMENDED, PLACE, PLACE, segments("处五元罚款。", "处八元罚款。")),
    ]
    found = classified(rows).classes
    assert found == ("duty", "amount")
    assert [CLASSES.index(name) for name in found] == sorted(CLASSES.index(name) for name in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("七日", "7日"),
        ("一万元", "10000元"),
        ("1.5万元", "15,000元"),
        ("十五个工作日", "15个工作日"),
        ("两次", "二次"),
        ("二亿元", "2亿元"),
    ],
)
def test_one_value_is_one_value_however_written(one: str, other: str) -> None:
    assert same_writing(one) == same_writing(other)


@pytest.mark.parametrize(("one", "other"), [("三日", "五日"), ("1万元", "1亿元"), ("1.5", "15")])
def test_other_values_are_others(one: str, other: str) -> None:
    assert same_writing(one) != same_writing(other)


def values(old: str, new: str) -> list[tuple[str, str, str]]:
    rows = [Row(Relation.AMENDED, PLACE, PLACE, segments(old, new))]
    return [(v.name, v.old, v.new) for v in classified(rows).values]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "应当在７个工作日内答复。",
            "应当在5个工作日内答复。",
            ("deadline", "７个工作日", "5个工作日"),
        ),
        ("经营者必须备案。", "经营者可以备案。", ("duty", "必须", "可以")),
        ("会议应当公开。", "会议一般应当公开。", ("duty", "", "一般")),
        ("处五百元以上罚款。", "处一千元以上罚款。", ("amount", "五百元", "一千元")),
        ("由市委督查室督办。", "由市委督查局督办。", ("body", "市委督查室", "市委督查局")),
        (
            "会同市委督查室开展督查。",
            "会同市委市政府督查局开展督查。",
            ("body", "市委督查室", "市委市政府督查局"),
        ),
        (
            "船工休假，应当提前3日报告村长。",
            "船工休假，应当事先报告村长。",
            ("deadline", "提前3日", "事先"),
        ),
        (
            "认真整改，并在2个月内报告。",
            "认真整改，并报告。",
            ("deadline", "2个月", ""),
        ),
        (
            "向县工商行政管理部门登记。",
            "向县市场监督管理部门登记。",
            ("body", "县工商行政管理部门", "县市场监督管理部门"),
        ),
        (
            "报省住房和城乡建设部门备案。",
            "报省交通运输部门备案。",
            ("body", "省住房和城乡建设部门", "省交通运输部门"),
        ),
        (
            "本办法自公布之日起施行。",
            "本办法自2024年3月1日起施行。",
            ("entry_into_force", "公布之日", "2024年3月1日"),
        ),
        (
            "依照第五条（二）办理。",
            "依照第五条、第六条（二）办理。",
            ("reference", "", "第六条"),
        ),
    ],
)
def test_the_old_and_the_new_value(old: str, new: str, expected: tuple[str, str, str]) -> None:
    assert values(old, new) == [expected]


def test_an_item_that_came_is_named() -> None:
    opening = Row(Relation.UNCHANGED, PLACE, PLACE, segments("有下列情形的：", "有下列情形的："))
    ref = RowRef("art_1__para_1__point_1", "（一）")
    added = Row(Relation.ADDED, None, ref, segments("", "喷洒农药。"))
    paragraph = Row(Relation.DELETED, RowRef("art_1__para_2"), None, segments("另行规定。", ""))
    found = classified([opening, added, paragraph]).values
    assert [(v.name, v.old, v.new, v.row) for v in found] == [
        ("items", "", "（一）", 1),
        ("items", "第二款", "", 2),
    ]


def renamings(*texts: tuple[str, str]) -> list[tuple[str, str]]:
    changes = []
    for old, new in texts:
        row = Row(Relation.AMENDED, PLACE, PLACE, segments(old, new))
        found = classified([row])
        changes.append(
            Change(relation=Relation.AMENDED, classes=found.classes, values=found.values)
        )
    return [(v.old, v.new) for change in with_common_names(changes) for v in change.values]


def test_one_renaming_has_one_name_everywhere() -> None:
    found = renamings(
        ("国务院农业行政主管部门制定计划。", "国务院农业农村主管部门制定计划。"),
        ("由地方农业行政主管部门抽查。", "由地方农业农村主管部门抽查。"),
        ("报农业行政主管部门。", "报农业农村主管部门。"),
    )
    assert found == [("农业行政主管部门", "农业农村主管部门")] * 3


def test_other_bodies_keep_their_names() -> None:
    found = renamings(
        ("由市委督查室督办。", "由市委督查局督办。"),
        ("由市委研究室起草。", "由市委研究局起草。"),
    )
    assert found == [("市委督查室", "市委督查局"), ("市委研究室", "市委研究局")]


def test_every_class_is_documented_in_its_order() -> None:
    text = (Path(__file__).parents[3] / "docs" / "classes.md").read_text("utf-8")
    assert tuple(re.findall(r"^\| `(\w+)` \|", text, re.M)) == CLASSES
    assert set(CLASS_WORDS) == set(CLASSES)
    for name in CLASSES:
        assert f"| `{name}` | {CLASS_WORDS[name].zh} |" in text
