"""A citation leads to exactly one provision, or to the reason and the nearest that exists."""

from __future__ import annotations

import dataclasses

import pytest

from gazette_diff.citation import parse_citation, resolve, resolve_all
from gazette_diff.core.errors import InvalidCitationError, NotFoundError
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import Attachment, Level, Metadata, Provision, Regulation
from tests.unit.citation.building import article, container, item, outline, paragraph, plan, rules


@pytest.mark.parametrize(
    ("typed", "eid"),
    [
        ("2", "art_2"),
        ("第二条第一款", "art_2__para_1"),
        ("2.2", "art_2__para_2"),
        ("2.1.2", "art_2__para_1__point_2"),
        ("第二条第（二）项", "art_2__para_1__point_2"),
        ("2(2)", "art_2__para_1__point_2"),
        ("art_2__point_2", "art_2__para_1__point_2"),
        ("3.1.2.1", "art_3__para_1__point_2__indent_1"),
        ("3(2)(1)", "art_3__para_1__point_2__indent_1"),
        ("第三条第2目", "art_3__para_1__point_2__indent_2"),
        ("第三条之一", "art_3-1"),
        ("3-1", "art_3-1"),
        # Only the second 款 has a third 项.
        ("4(3)", "art_4__para_2__point_3"),
        ("第二章", "chp_2"),
        ("第二章第四条", "art_4"),
        ("本规则第四条", "art_4"),
        ("《青石镇集市管理规则》（青政〔2021〕8号）第四条", "art_4"),
        ("集市管理规则第四条", "art_4"),
    ],
)
def test_resolves(typed: str, eid: str) -> None:
    assert resolve(rules(), parse_citation(typed)).eid == eid


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("8", "没有第八条；本规则共7条，最后一条为第七条"),
        ("6", "没有第六条；最接近的是第五条、第七条"),
        ("第三条之二", "没有第三条之二；最接近的是第三条之一、第四条"),
        ("2.3", "没有第二条第三款；第二条只有2款"),
        ("1.2", "第一条只有1款"),
        ("3.2", "没有第三条第二款；第三条只有1款；如指项，请写第三条第（二）项"),
        ("2.1.3", "没有第二条第一款第（三）项；最后一项为第二条第一款第（二）项"),
        ("1(1)", "没有第一条第（一）项；第一条没有项"),
        ("3(2)(3)", "没有第三条第（二）项第3目；最后一目为第三条第（二）项第2目"),
        ("第三章", "没有第三章；本规则共2章，最后一章为第二章"),
        ("第一节", "没有第一节；本规则没有节"),
        ("第一章第四条", "没有第一章第四条；第四条在第二章 管理"),
        (
            "第四条第（二）项",
            "有2处与之相符：第四条第一款第（二）项［art_4__para_1__point_2］“顾客。”、"
            "第四条第二款第（二）项［art_4__para_2__point_2］“活禽；”；请按上列写法之一引用",
        ),
        ("第二款", "须写明所在的条"),
        ("（二）", "须写明所在的条"),
        ("第一章第二款", "须写明所在的条"),
        ("附件1第二条", "没有所引的附件；该文件没有附件"),
        ("民法典第二条", "引注指的是《民法典》，不是本文件"),
        ("本办法第二条", "引注指的是“本办法”"),
        ("《青石镇集市管理规则》（青政〔2019〕3号）第二条", "（青政〔2019〕3号），不是本文件"),
    ],
)
def test_nothing_or_too_much(typed: str, reason: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        resolve(rules(), parse_citation(typed))
    assert reason in caught.value.in_("zh")
    assert caught.value.in_("zh").startswith("青石镇集市管理规则：")
    assert caught.value.in_("en")


def test_list_and_range_are_resolved_one_by_one() -> None:
    citation = parse_citation("第二条第一款、第二款和第四条至第五条")
    eids = [one.eid for one in resolve_all(rules(), citation)]
    assert eids == ["art_2__para_1", "art_2__para_2", "art_4", "art_5"]
    with pytest.raises(InvalidCitationError):
        resolve(rules(), citation)


def test_number_used_twice_is_ambiguous_until_the_eid_tells() -> None:
    body = (article(1, "甲。"), article(2, "乙。"), article(2, "丙。"))
    twice = Regulation(metadata=Metadata(title="集市办法"), body=body)
    with pytest.raises(NotFoundError) as caught:
        resolve(twice, parse_citation("第二条"))
    told = caught.value.in_("zh")
    assert "第二条［art_2］“乙。”、第二条（同一序号第二处）［art_2_inst2］“丙。”" in told
    assert told.endswith("请用方括号中的eId")
    assert resolve(twice, parse_citation("art_2")).text == "第二条\u3000乙。"
    assert resolve(twice, parse_citation("art_2_inst2")).text == "第二条\u3000丙。"
    words = resolve(twice, parse_citation("art_2_inst2")).words
    assert words == "第二条（同一序号第二处）"
    assert resolve(twice, parse_citation(words)).eid == "art_2_inst2"


def test_articles_in_list_style_are_articles() -> None:
    def listed(number: int, text: str) -> Provision:
        return dataclasses.replace(article(number, text), label=f"{Ordinal(number).chinese}、")

    body = tuple(listed(n, text) for n, text in enumerate("甲乙丙丁", 1))
    regulation = Regulation(metadata=Metadata(title="集市工作规则"), body=body)
    for typed in ("4", "四", "四、", "4.", "第四条", "art_4"):
        resolved = resolve(regulation, parse_citation(typed))
        assert (resolved.words, resolved.text) == ("第四条", "四、丁")
    with pytest.raises(NotFoundError, match="cited with its article"):
        resolve(regulation, parse_citation("（四）"))


def test_articles_that_restart_need_their_chapter() -> None:
    chapters = tuple(
        container(Level.CHAPTER, n, "章名", article(1, "甲。"), article(2, "乙。")) for n in (1, 2)
    )
    restarting = Regulation(metadata=Metadata(title="集市章程"), body=chapters)
    with pytest.raises(NotFoundError, match="第一章第二条"):
        resolve(restarting, parse_citation("2"))
    resolved = resolve(restarting, parse_citation("第二章第二条"))
    assert (resolved.eid, resolved.words) == ("chp_2__art_2", "第二章第二条")


@pytest.mark.parametrize(
    ("typed", "eid", "words"),
    [
        ("二", "level_2", "第二部分"),
        ("第二部分", "level_2", "第二部分"),
        ("第二条", "level_2", "第二部分"),
        ("二、2.", "level_2__level_2", "第二部分第2项"),
        ("第二部分第3项", "level_2__level_3", "第二部分第3项"),
        ("3", "level_2__level_3", "第二部分第3项"),
        ("第3项", "level_2__level_3", "第二部分第3项"),
        ("二、3.（1）", "level_2__level_3__level_1", "第二部分第3项第1目"),
        ("第一部分第二段", "level_1__para_2", "第一部分第二段"),
    ],
)
def test_outline(typed: str, eid: str, words: str) -> None:
    resolved = resolve(plan(), parse_citation(typed))
    assert (resolved.eid, resolved.words) == (eid, words)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("三", "没有第三部分；本方案共2部分，最后一部分为第二部分"),
        ("第3部分", "没有第三部分"),
        ("9", "没有第九部分"),
        ("第一部分第2项", "没有第一部分第2项；最后一层为第一部分第1项"),
        ("第一部分第三段", "没有第一部分第三段；第一部分只有2段"),
    ],
)
def test_outline_misses(typed: str, reason: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        resolve(plan(), parse_citation(typed))
    assert reason in caught.value.in_("zh")


def test_attachments_by_their_labels() -> None:
    attachments = (
        Attachment(label="附件1", body=(article(1, "附一。"),)),
        Attachment(label="附件2", body=(article(1, "附二。"),)),
        Attachment(label="附表", body=(outline("一、", 1, "表头", "说明。"),)),
    )
    regulation = dataclasses.replace(rules(), attachments=attachments)
    second = resolve(regulation, parse_citation("附件二第一条"))
    assert (second.eid, second.words) == ("att_2__art_1", "附件2第一条")
    assert resolve(regulation, parse_citation("附表第一部分")).eid == "att_3__level_1"
    for typed, reason in {
        "附件第一条": "现有的附件为附件1、附件2、附表",
        "附件3第一条": "没有所引的附件",
        "附件": "没有所引的附件",
        "附件1第二条": "附件1共1条，最后一条为附件1第一条",
    }.items():
        with pytest.raises(NotFoundError) as caught:
            resolve(regulation, parse_citation(typed))
        assert reason in caught.value.in_("zh")


@pytest.mark.parametrize("typed", ["附件2", "附件二", "att_2"])
def test_an_attachment_alone_is_the_whole_of_it(typed: str) -> None:
    attachments = (
        Attachment(label="附件1", body=(article(1, "附一。"),)),
        Attachment(label="附件2：", heading="摊位清单", body=(article(1, "附二。"),)),
    )
    regulation = dataclasses.replace(rules(), attachments=attachments)
    resolved = resolve(regulation, parse_citation(typed))
    assert (resolved.eid, resolved.words, resolved.path) == ("att_2", "附件2", ())
    assert resolved.text == "附件2\u3000摊位清单\n第一条\u3000附二。"


def test_sole_paragraph_may_be_named_and_is_not_written() -> None:
    body = (article(1, paragraph(1, "应当：", item(1, "快；"), item(2, "好。"))),)
    regulation = Regulation(metadata=Metadata(title="集市办法"), body=body)
    resolved = resolve(regulation, parse_citation("第一条第一款第（二）项"))
    assert resolved.words == "第一条第（二）项"
