"""Whether two texts have anything to do with each other, and what is said where they hardly do."""

from __future__ import annotations

import pytest

from gazette_diff.comparing import compare
from gazette_diff.comparing.relatedness import everyday_pairs
from gazette_diff.core.changes import ChangeSet
from gazette_diff.core.tree import Regulation
from tests.unit.comparing.building import articles

# What every regulation has, whatever it is about.
FRAME = (
    "为了加强{matter}的管理，根据有关法律、法规，结合本市实际，制定本条例。",
    "本条例适用于本市行政区域内{matter}及其监督管理活动。",
    "县级以上人民政府应当加强对{matter}工作的领导，将所需经费列入本级财政预算。",
)
PENALTIES = (
    "违反本条例规定的行为，法律、法规已有处罚规定的，从其规定。",
    "行政主管部门工作人员滥用职权、玩忽职守、徇私舞弊的，由其所在单位或者上级主管部门依法给予处分；"
    "构成犯罪的，依法追究刑事责任。",
    "本条例自{day}起施行。",
)
HIVES = (
    "蜂箱之间的距离不得少于三米，巢门背向道路。",
    "养蜂人转场之前应当向乡镇兽医站申报，持蜂群检疫合格证明运输。",
    "蜜源植物花期内，不得在距蜂场二公里范围内喷洒剧毒农药。",
    "新王交尾期间，相邻蜂场应当错开分蜂时间。",
    "蜂蜜、蜂王浆和蜂胶的包装上应当标明采收月份和蜜源植物，掺入糖浆的不得称为蜂蜜。",
    "发现蜂螨、烂子病的，养蜂人应当在二十四小时内隔离蜂群，焚毁患病的巢脾，并用石灰水洗刷蜂箱。",
    "山林防火期内，取蜜使用熏烟器的，应当在蜂场周围开辟三米宽的隔离带，备足清水。",
    "高速公路收费站对持检疫证明的转场蜂车开设绿色通道，夜间随到随放。",
)
STAGES = (
    "戏台的梁架、斗拱和藻井不得刷漆翻新，彩绘褪色的，照原样描补。",
    "庙会演出应当在开锣前三日向文物管理所登记剧目和班社。",
    "后台的衣箱、盔头和把子由戏班自行保管，禁止存放烟火道具。",
    "台口两侧的楹联和题壁应当拓印存档。",
    "鼓师、琴师收徒传艺的，每带出一名能登台的徒弟，由文化馆发给五千元传承补贴。",
    "戏台前广场的石板、旗杆石和看楼的木栏杆属于戏台的附属物，不得拆卸移作他用。",
    "祠堂族人集资修缮戏台的，修缮方案应当附梁架测绘图和木料含水率检测单。",
    "元宵、中元两节唱大戏期间，台下通道宽度不得小于四米，老人孩子坐席设在前三排。",
)
# The same matter, elsewhere: other words, other numbers, some of it not there.
HIVES_ELSEWHERE = (
    "养蜂人转场的，应当持检疫证明，并在到达后二日内到当地乡镇兽医站登记蜂群数量。",
    "果园在花期内喷洒农药的，应当提前五日告知周边二公里范围内的蜂场。",
    "蜂场之间的距离不得少于一公里，蜂箱巢门不得朝向村道。",
    "假冒蜂蜜由市场监督管理部门没收，并在集市公示经营者的姓名。",
)


def of(matter: str, core: tuple[str, ...], day: str, title: str = "") -> Regulation:
    words = (text.format(matter=matter, day=day) for text in (*FRAME, *core, *PENALTIES))
    return articles(*words, title=title or f"某市{matter}条例")


def codes(changes: ChangeSet) -> set[str]:
    return {diagnostic.code.id for diagnostic in changes.diagnostics} & {"GD302", "GD307"}


def links(changes: ChangeSet) -> set[tuple[str, str]]:
    return {(link.old, link.new) for change in changes.changes for link in change.links}


BEES = of("养蜂", HIVES, "2001年5月1日")


def test_what_every_regulation_has_makes_no_two_of_them_kin() -> None:
    other = articles(
        "为了保护古戏台，根据《中华人民共和国文物保护法》，制定本办法。",
        "本办法适用于本县境内古戏台的保护和利用。",
        *STAGES,
        "文物管理所的工作人员玩忽职守、徇私舞弊的，依法给予行政处分；构成犯罪的，追究刑事责任。",
        "本办法自2015年10月1日起施行。",
        title="某县古戏台保护办法",
    )
    changes = compare(BEES, other)
    assert not links(changes)
    assert codes(changes) == {"GD302"}


def test_where_such_clauses_are_the_same_nothing_else_is_linked() -> None:
    changes = compare(BEES, of("古戏台保护", STAGES, "2015年10月1日"))
    frame = {f"art_{n}" for n in (1, 2, 3, 12, 13, 14)}
    assert all({one, other} <= frame for one, other in links(changes))
    assert codes(changes) == {"GD307"}


def test_rules_on_one_matter_are_compared() -> None:
    changes = compare(BEES, of("养蜂", HIVES_ELSEWHERE, "2019年1月1日", "甲县养蜂管理办法"))
    assert {("art_5", "art_4"), ("art_6", "art_5")} <= links(changes)
    assert "GD302" not in codes(changes)


@pytest.mark.parametrize(
    "title", ["某市养蜂条例（草案）", "某市养蜂条例（修订草案）（征求意见稿）", "某市养蜂条例"]
)
def test_a_draft_is_a_version_however_little_it_kept(title: str) -> None:
    anew = articles("蜂产品实行产地标识。", "本条例自公布之日起施行。", title=title)
    old = articles("蜂箱应当编号。", "本条例自公布之日起施行。", title="某市养蜂条例")
    changes = compare(old, anew)
    assert ("art_2", "art_2") in links(changes)
    assert codes(changes) <= {"GD307"}


def test_what_is_less_alike_than_asked_for_is_not_linked() -> None:
    other = of("养蜂", HIVES_ELSEWHERE, "2019年1月1日", "甲县养蜂管理办法")
    for least in (0.3, 0.6, 0.9, 1.0):
        changes = compare(BEES, other, min_similarity=least)
        found = [link for change in changes.changes for link in change.links]
        assert all(link.similarity >= least for link in found)
        assert "GD302" not in codes(changes)
    assert links(compare(BEES, other, min_similarity=0.0)) == links(compare(BEES, other))


def test_a_complete_rewrite_is_told() -> None:
    old = articles(*HIVES, "本条例自公布之日起施行。", title="某市养蜂条例")
    new = articles(*STAGES, "本条例自公布之日起施行。", title="某市养蜂条例")
    assert codes(compare(old, new)) == {"GD307"}
    assert codes(compare(old, old)) == set()


def test_everyday_words_are_pairs_of_characters() -> None:
    pairs = everyday_pairs()
    assert {"应当", "主管", "施行", "追究"} <= pairs
    assert not {"蜂箱", "戏台"} & pairs
    assert {len(pair) for pair in pairs} == {2}
