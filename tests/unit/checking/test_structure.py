from __future__ import annotations

import pytest

from gazette_diff.checking.structure import check_structure
from tests.unit.checking.subjects import subject, told

REST = "\n\n第二条 本办法由县文化主管部门解释。\n\n第三条 本办法自公布之日起施行。\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("第二章 总则\n\n第一条 甲。\n\n第三章 附则" + REST, [("GD601", "第二")]),
        ("第一条 有下列情形之一的：\n（二）甲的；\n（三）乙的。" + REST, [("GD601", "（二")]),
        ("第一条 应当符合下列标准；\n（一）甲；\n（二）乙。" + REST, [("GD604", "；")]),
        ("第一条 应当符合下列标准。\n（一）甲；\n（二）乙。" + REST, []),
        ("第一条\n（一）总馆；\n（二）分馆。" + REST, [("GD604", "（一")]),
        ("第一条 下列：\n（一）珍本\n（二）孤本。" + REST, [("GD605", "本")]),
        ("第一条 下列：\n（一）珍本；\n（二）孤本；" + REST, [("GD605", "；")]),
        ("第一条 下列：\n（一）珍本；或者\n（二）孤本。" + REST, []),
        ("第一条 甲应当登记，" + REST, [("GD605", "，")]),
        ("第一条 税额＝成本×税率" + REST, []),
        ("第一条 甲应当登记。\n\n法律责任" + REST, [("GD611", "任")]),
        ("第一条 期限为三十日，可以续借。\n\n期限为三十日，可以续借。" + REST, [("GD610", "期限")]),
    ],
)
def test_what_is_odd_is_found(body: str, found: list[tuple[str, str]]) -> None:
    assert told(check_structure(subject(body))) == found


def test_an_article_alone_may_begin_anywhere_but_is_told() -> None:
    body = "第一千零四十条 甲。\n\n第一千零四十一条 乙。\n\n第一千零四十二条 丙。\n"
    assert told(check_structure(subject(body))) == [("GD601", "第一")]


def test_measures_may_count_through_all_parts() -> None:
    body = (
        "一、目标\n（一）建设。\n1.选址。选在中心。\n2.配书。配足图书。\n"
        "（二）队伍。\n3.培训。每年两次。\n4.考核。每年一次。\n"
        "二、保障\n（一）领导。\n6.检查。每年两次。\n"
    )
    plan = "云溪县全民阅读行动方案\n\n云政办〔2022〕9号\n\n"
    assert told(check_structure(subject(body, title=plan))) == []


def test_articles_may_count_anew_in_each_chapter_but_not_within_one() -> None:
    two = "第一章 总则\n\n第一条 甲。\n\n第二条 乙。\n\n第二章 附则\n\n第一条 丙。\n\n第二条 丁。\n"
    assert told(check_structure(subject(two))) == []


def test_chapters_begin_again() -> None:
    body = (
        "第一章 总则\n\n第一条 甲。\n\n第二章 分则\n\n第二条 乙。\n\n第一章 附则\n\n第三条 丙。\n"
    )
    assert told(check_structure(subject(body))) == [("GD602", "第一")]


def test_a_chapter_without_articles_is_empty() -> None:
    body = "第一章 总则\n\n第一条 甲。\n\n第二章 分则\n\n第三章 附则" + REST
    assert told(check_structure(subject(body))) == [("GD603", "第二")]
