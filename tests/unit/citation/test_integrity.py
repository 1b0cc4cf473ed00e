"""What a revision made of each reference: every judgement on a small regulation."""

from __future__ import annotations

import pytest

from gazette_diff import api
from gazette_diff.core.references import JudgedReference, Judgement
from gazette_diff.core.tree import Regulation

MARKET = "集市由镇人民政府设立，集市的位置由村民会议商定并且公布。"
STALLS = "摊主应当在前一日向管理员申请摊位，写明出售的物品和所需的面积。"
FOOD = "出售熟食的摊主应当持有健康证明，熟食应当加盖并且与生食分开摆放。"
FIRE = "集市内禁止使用明火，确需使用的，应当配备灭火器并且有人看守。"
NOISE = "集市内禁止使用高音喇叭招揽顾客，夜市的音量不得超过六十分贝。"
WASTE = "收市以后，摊主应当清扫自己的摊位，垃圾运到镇上指定的地点。"


def regulation(*articles: str) -> Regulation:
    """Return a regulation of *articles*, numbered from 1; a line each is a 款 or an item."""
    numbers = "一二三四五六七八九十"
    lines = ["青石镇集市管理办法", ""]
    lines += [f"第{number}条　{text}" for number, text in zip(numbers, articles, strict=False)]
    (document,) = api.parse("\n".join(lines).encode()).documents
    return document.regulation


def judged(old: Regulation, new: Regulation) -> dict[str, JudgedReference]:
    """Return the judgements by the words of the references."""
    return {one.reference.text: one for one in api.compare(old, new).references}


OLD = regulation(MARKET, STALLS, FOOD, FIRE, "违反本办法第三条规定的，处五十元罚款。", WASTE)


def test_a_reference_that_was_renumbered_with_its_target_follows() -> None:
    new = regulation(
        MARKET,
        STALLS,
        NOISE,
        FOOD,
        FIRE,
        "违反本办法第四条规定的，处五十元罚款。",
        WASTE,
    )
    one = judged(OLD, new)["本办法第四条"]
    assert one.judgement is Judgement.FOLLOWS
    assert one.old is not None
    assert one.old.text == "本办法第三条"
    assert not one.finding


def test_the_old_number_on_other_content_is_stale_and_the_new_one_is_told() -> None:
    new = regulation(
        MARKET,
        STALLS,
        NOISE,
        FOOD,
        FIRE,
        "违反本办法第三条规定的，处五十元罚款。",
        WASTE,
    )
    one = judged(OLD, new)["本办法第三条"]
    assert one.judgement is Judgement.STALE
    assert [target.name for target in one.reference.targets] == ["第三条"]
    assert [target.name for target in one.expected] == ["第四条"]
    assert "第四条" in one.reason.zh


def test_a_number_that_is_gone_dangles_and_the_place_of_its_target_is_told() -> None:
    old = regulation(MARKET, "违反本办法第六条规定的，处五十元罚款。", STALLS, FOOD, FIRE, WASTE)
    new = regulation(MARKET, "违反本办法第六条规定的，处五十元罚款。", FOOD, FIRE, WASTE)
    one = judged(old, new)["本办法第六条"]
    assert one.judgement is Judgement.DANGLING
    assert [target.name for target in one.expected] == ["第五条"]
    assert "最后一条为第五条" in one.reason.zh


def test_other_content_under_the_number_of_what_is_gone_is_a_changed_target() -> None:
    new = regulation(MARKET, STALLS, NOISE, FIRE, "违反本办法第三条规定的，处五十元罚款。", WASTE)
    one = judged(OLD, new)["本办法第三条"]
    assert one.judgement is Judgement.CHANGED_TARGET
    assert one.expected == ()


def test_a_target_that_was_rewritten_is_told_and_one_that_was_added_to_is_not() -> None:
    fine = "违反本办法第二条规定的，处五十元罚款。"
    old = regulation(MARKET, STALLS, FOOD, fine, WASTE)
    added = regulation(MARKET, STALLS + FIRE + NOISE, FOOD, fine, WASTE)
    assert judged(old, added)["本办法第二条"].judgement is Judgement.FOLLOWS
    other = "摊主应当在前一日向镇政府报名，现场抽签决定先后次序，逾时不候，费用另计。"
    rewritten = regulation(MARKET, other, FOOD, fine, WASTE)
    one = judged(old, rewritten)["本办法第二条"]
    assert one.judgement is Judgement.CHANGED_TARGET


def test_a_number_that_was_changed_to_something_else_is_redirected() -> None:
    new = regulation(
        MARKET,
        STALLS,
        NOISE,
        FOOD,
        FIRE,
        "违反本办法第五条规定的，处五十元罚款。",
        WASTE,
    )
    one = judged(OLD, new)["本办法第五条"]
    assert one.judgement is Judgement.REDIRECTED
    assert [target.name for target in one.expected] == ["第四条"]


def test_a_reference_in_new_words_is_new() -> None:
    new = regulation(
        MARKET,
        STALLS,
        FOOD,
        FIRE,
        "违反本办法第三条规定的，处五十元罚款。",
        WASTE,
        "本办法第四条所称明火，包括蜡烛、煤炉和油灯。",
    )
    found = judged(OLD, new)
    assert found["本办法第四条"].judgement is Judgement.NEW
    assert found["本办法第三条"].judgement is Judgement.FOLLOWS


def test_the_previous_paragraph_is_stale_behind_an_inserted_one() -> None:
    old = regulation(MARKET, f"{STALLS}\n前款规定的申请可以由雇员提出。", FOOD)
    new = regulation(MARKET, f"{STALLS}\n{NOISE}\n前款规定的申请可以由雇员提出。", FOOD)
    one = judged(old, new)["前款"]
    assert one.judgement is Judgement.STALE
    assert [target.name for target in one.expected] == ["第二条第一款"]


def test_members_of_an_edited_list_are_matched_by_what_they_name() -> None:
    # 第四条 stands in both lists, but means other articles.
    old = regulation(
        MARKET, STALLS, FOOD, FIRE, "违反第三条、第四条规定的，由镇人民政府处五十元罚款。", WASTE
    )
    new = regulation(
        MARKET,
        NOISE,
        STALLS,
        FOOD,
        FIRE,
        "违反第二条、第四条、第五条规定的，由镇人民政府处五十元罚款。",
        WASTE,
    )
    kinds = {text: one.judgement for text, one in judged(old, new).items()}
    assert kinds == {
        "第二条": Judgement.NEW,
        "第四条": Judgement.FOLLOWS,
        "第五条": Judgement.FOLLOWS,
    }


@pytest.mark.parametrize("articles", [(MARKET, STALLS), (MARKET, f"{STALLS}\n前款适用于夜市。")])
def test_nothing_is_found_where_nothing_changed(articles: tuple[str, ...]) -> None:
    same = regulation(*articles)
    assert not any(one.finding for one in api.compare(same, same).references)


def test_what_dangled_before_is_told_so() -> None:
    old = regulation(MARKET, STALLS, "违反本办法第九条规定的，由镇人民政府处罚。")
    one = judged(old, old)["本办法第九条"]
    assert one.judgement is Judgement.DANGLING
    assert "旧文已是如此" in one.reason.zh


def numbered_twice(fine: str, *, twice: bool = True) -> Regulation:
    """Return a regulation in which, if *twice*, two articles bear the number 2."""
    text = f"青石镇集市管理办法\n\n第一条　{MARKET}\n第二条　{STALLS}\n"
    text += f"第二条　{FOOD}\n" if twice else ""
    (document,) = api.parse(f"{text}第三条　{fine}\n".encode()).documents
    return document.regulation


def test_a_number_that_is_printed_twice_is_unsure_and_the_candidates_are_named() -> None:
    fine = "违反本办法第二条规定的，处五十元罚款。"
    new = numbered_twice(fine)
    one = judged(numbered_twice(fine, twice=False), new)["本办法第二条"]
    assert one.judgement is Judgement.UNSURE
    assert "有2处与之相符" in one.reason.zh
    assert "第二条（同一序号第二处）" in one.reason.zh
    # A reader of a report types no eId.
    assert "art_2" not in one.reason.zh
    assert "eId" not in one.reason.zh
    again = judged(new, new)["本办法第二条"]
    assert again.judgement is Judgement.UNSURE
    assert "旧文已是如此" in again.reason.zh
    mended = judged(new, numbered_twice(fine, twice=False))["本办法第二条"]
    assert mended.judgement is Judgement.NEW
    assert "不止一处相符" in mended.reason.zh
