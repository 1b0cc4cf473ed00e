"""The page as a whole: what it says, where its links lead, that it needs nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from gazette_diff.core.changes import (
    Change,
    ChangeSet,
    Link,
    ProvisionRef,
    Relation,
    Row,
    RowRef,
    Segment,
)
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.report.html.wording import page_words
from tests.support.changes import (
    GENERAL,
    article,
    marked,
    nothing_before,
    one_change,
    place,
    regrouped,
    sample_changes,
)
from tests.unit.report.html.pages import Page, page, texts_by_anchor, words_of, words_on_page

if TYPE_CHECKING:
    from tests.conftest import Golden

HOSTILE = "</style></script><script>alert(1)</script>\"' onload=x & &lt; {{ 7*7 }} \u202e\x1b[31m"


@pytest.fixture(scope="module")
def sample() -> Page:
    return page(sample_changes())


def hostile() -> ChangeSet:
    """Return the sample with hostile words in every place that comes from a text."""
    changes = sample_changes()
    ref = ProvisionRef(f'art_1"><script>{HOSTILE}', HOSTILE, (HOSTILE,))
    rows = (
        Row(
            Relation.UNCHANGED,
            RowRef(ref.eid, HOSTILE),
            RowRef(ref.eid, HOSTILE),
            (Segment("=", HOSTILE),),
        ),
        Row(
            Relation.AMENDED,
            RowRef(f"{ref.eid}__para_1", HOSTILE),
            RowRef(f"{ref.eid}__para_1", HOSTILE),
            (Segment("-", HOSTILE), Segment("+", HOSTILE)),
        ),
    )
    change = Change(
        relation=Relation.AMENDED,
        old=(ref,),
        new=(ref,),
        renumbered=True,
        relocated=True,
        classes=(HOSTILE,),
        links=(Link(ref.eid, ref.eid, 0.5, 0.5, (HOSTILE,)),),
        rows=rows,
    )
    side = replace(
        changes.old,
        version=HOSTILE,
        metadata=replace(
            changes.old.metadata, title=HOSTILE, issuer=(HOSTILE,), constructed=HOSTILE
        ),
    )
    return replace(changes, old=side, new=side, changes=(change, *changes.changes), frame=rows)


def test_golden(golden: Golden, sample: Page) -> None:
    plain = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1…\3", sample.source, flags=re.S)
    golden("html/sample.html", re.sub(r"sha256-[\w+/=]+", "sha256-…", plain))


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert page(sample_changes()).source == page(sample_changes()).source


@pytest.mark.parametrize("unchanged", ["fold", "full"])
def test_every_row_stands_on_the_page_once_with_its_exact_words(unchanged: str) -> None:
    changes = sample_changes()
    made = page(changes, unchanged="full" if unchanged == "full" else "fold")
    rows = [*changes.frame, *chain.from_iterable(c.rows for c in changes.changes)]
    assert sorted(words_on_page(made), key=str) == sorted(words_of(rows), key=str)


def test_the_words_of_each_provision_are_found_by_its_anchor(sample: Page) -> None:
    texts = texts_by_anchor(sample)
    for row in chain.from_iterable(c.rows for c in sample_changes().changes):
        if row.old:
            assert texts[f"old-{row.old.eid}"] == row.old_text
        if row.new:
            assert texts[row.new.eid] == row.new_text


def test_deleted_words_are_marked_on_the_left_added_ones_on_the_right(sample: Page) -> None:
    rows = [*sample_changes().frame, *chain.from_iterable(c.rows for c in sample_changes().changes)]
    for side, tag, op in (("old", "del", "-"), ("new", "ins", "+")):
        found = [e.text_content() for e in sample.all(f"td.{side} > bdi > {tag}")]
        assert sorted(found) == sorted(s.text for r in rows for s in r.segments if s.op == op)
    assert not sample.all("td.old ins")
    assert not sample.all("td.new del")


def test_every_article_of_both_versions_has_its_anchor(sample: Page) -> None:
    ids = {element.get("id") for element in sample.all("[id]")}
    for change in sample_changes().changes:
        assert {ref.eid for ref in change.new} <= ids
        assert {f"old-{ref.eid}" for ref in change.old} <= ids
    assert {"art_7__para_1__point_3", "art_14__para_1__point_2__indent_1", "chp_2"} <= ids


@pytest.mark.parametrize("made", [sample_changes, nothing_before, hostile])
def test_anchors_are_unique_and_every_link_leads_to_one(made: object) -> None:
    assert callable(made)
    found = page(made())
    ids = [element.get("id") for element in found.all("[id]")]
    assert len(ids) == len(set(ids))
    hrefs = [element.get("href", "") for element in found.all("[href]")]
    assert all(href.startswith("#") for href in hrefs)
    assert {unquote(href[1:]) for href in hrefs} <= set(ids)
    for attribute in ("aria-labelledby", "aria-controls"):
        named = [element.get(attribute) for element in found.all(f"[{attribute}]")]
        assert set(named) <= set(ids)


def test_the_page_holds_exactly_its_own_style_and_script_and_allows_no_other(sample: Page) -> None:
    policy = sample.one('meta[http-equiv="Content-Security-Policy"]').get("content", "")
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        text = sample.one(tag).text or ""
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("made", [sample_changes, hostile])
def test_nothing_is_loaded_and_nothing_runs_but_the_script(made: object) -> None:
    assert callable(made)
    found = page(made())
    assert len(found.all("script")) == 1
    for element in found.root.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in ("link", "img", "iframe", "object", "embed", "base")
        for name in element.attrib:
            assert not name.startswith("on"), (element.tag, name)
            assert name not in ("style", "src", "srcset", "action"), (element.tag, name)


def test_hostile_words_are_only_words() -> None:
    made = page(hostile())
    shown = HOSTILE.replace("\x1b", "␛")
    assert made.texts("h1") == [" ".join(shown.replace("\u202e", "").split())]
    assert (shown, shown) in words_on_page(made)
    assert "\x1b" not in made.source
    assert "49" not in "".join(made.texts("h1, h2, h3"))


def test_the_head_tells_both_versions(sample: Page) -> None:
    rows = [[c.text_content() for c in row] for row in sample.all(".facts tbody tr")]
    assert ["发文字号", "临政〔2019〕7号", "临政〔2024〕3号"] in rows
    assert ["成文日期", "2019年5月6日", "2024年2月20日"] in rows
    assert ["条数", "16", "16"] in rows
    assert sample.texts("h1") == ["临江市人民政府工作规则"]
    assert sample.one("title").text == "《临江市人民政府工作规则》修订对照"
    assert not sample.all(".banner")


def test_an_order_is_adopted_or_signed() -> None:
    changes = sample_changes()
    ordered = replace(changes.new.metadata, document_number=DocumentNumber("主席令", None, 5))
    made = page(replace(changes, new=replace(changes.new, metadata=ordered)))
    assert "通过（签署）" in made.texts(".facts th")


def test_a_text_written_for_demonstration_says_so() -> None:
    changes = sample_changes()
    metadata = replace(changes.old.metadata, constructed="为演示编写")
    made = page(replace(changes, old=replace(changes.old, metadata=metadata)))
    (banner,) = made.texts(".banner")
    assert "修订前文本是为演示编写的，不是历史文本" in banner


def test_the_summary_is_one_sentence(sample: Page) -> None:
    (sentence,) = sample.texts(".summary")
    assert sentence == (
        "修订前共16条，修订后共16条：新增2条，删除2条，修改5条，1条拆分为2条，2条合并为1条，"
        "未修改6条，条号变动10处，移至其他章2处，对应关系存疑1处，请核对。"
    )


def test_the_statistics_add_up(sample: Page) -> None:
    numbers = [
        [int(cell.text_content()) for cell in row.cssselect("td")]
        for row in sample.all(".statistics tr")
        if row.cssselect("td")
    ]
    *chapters, total = numbers
    assert [sum(column) for column in zip(*chapters, strict=True)] == total
    assert total[:2] == [16, 16]


def test_each_card_says_what_happened(sample: Page) -> None:
    card = sample.one("#art_7")
    assert (card.get("data-relation"), card.get("data-classes")) == ("amended", "deadline body")
    assert [li.text_content() for li in card.cssselect(".told li")] == [
        "修改",
        "由第六条改为第七条",
        "期限：三个工作日 → 五个工作日",
        "责任主体：市政府督查室 → 市政府办公室",
    ]
    assert [th.text_content() for th in card.cssselect("thead th")] == [
        "修订前 第六条",
        "修订后 第七条",
    ]
    (deleted,) = sample.all("article#old-art_10 h3")
    assert deleted.text_content() == "原第十条"


def test_the_parts_of_a_split_are_headed_by_their_articles(sample: Page) -> None:
    heads = [
        [th.text_content() for th in row.cssselect("th")] for row in sample.all("#art_8 tr.part")
    ]
    assert heads == [["第七条", "第八条"], ["第七条（续）", "第九条"]]
    assert len(sample.all("tbody > tr.part > th#art_9")) == 1


def test_a_doubtful_link_shows_its_evidence(sample: Page) -> None:
    (details,) = sample.all(".evidence.doubtful")
    assert "doubtful" in sample.one("#art_12").get("data-flags", "")
    text = " ".join(details.text_content().split())
    assert "置信度55%" in text
    assert "相似度31%" in text
    assert "“值班记录”" in text


def test_unchanged_articles_are_folded_with_their_count(sample: Page) -> None:
    assert sample.texts(".chapter .fold > summary")[:2] == [
        "第一条 未修改",
        "第四条至第六条 未修改（3条） 原第三条至第五条",
    ]
    assert len(sample.all("details.fold article")) == 4
    assert not sample.all("details.fold[open]")
    assert not page(sample_changes(), unchanged="full").all("details.fold:not([open])")


def test_the_contents_lead_to_every_change_and_mark_it(sample: Page) -> None:
    marks = sample.texts(".contents ol ol a")
    assert "新增 第三条" in marks
    assert "第四条–第六条" in marks
    assert "删除 原第十五条" in marks
    assert "修改 第十三条 原第十二条" in marks


def test_the_pictures_name_and_reach_every_change(sample: Page) -> None:
    anchors = {card.get("id") for card in sample.all("article")}
    for picture in sample.all("svg"):
        links = picture.cssselect("a")
        assert {link.get("href", "")[1:] for link in links} == anchors
        assert all(link.get("aria-label") for link in links)
    bands = {a.get("href"): len(a.cssselect("a > path")) for a in sample.all(".flows svg a")}
    assert (bands["#art_8"], bands["#art_10"], bands["#art_3"]) == (2, 2, 1)


def test_notes_lead_to_their_article(sample: Page) -> None:
    first, second = sample.texts(".notes li")
    assert first.startswith("GD301 原第十一条与第十二条")
    assert second == "GD104 编号重复：第九条 第九条 第31行"
    assert [a.get("href") for a in sample.all(".notes a")] == ["#art_12", "#art_9"]


def test_english_page_keeps_the_texts_chinese() -> None:
    made = page(sample_changes(), language="en")
    assert made.root.get("lang") == "en"
    assert made.texts(".told .relation")[1] == "amended"
    tables = made.all("table.pair")
    assert {table.get("lang") for table in tables} == {"zh-CN"}
    assert words_on_page(made) == words_on_page(page(sample_changes()))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_mark_of_a_message_is_left_unfilled(language: str) -> None:
    made = page(sample_changes(), language=language)
    for script in made.all("script, style"):
        script.drop_tree()
    assert not re.search(r"\{\w+\}", made.root.text_content())


def test_both_languages_have_the_same_marks() -> None:
    chinese, english = vars(page_words("zh")), vars(page_words("en"))
    for name, words in chinese.items():
        marks = re.findall(r"\{\w+\}", words)
        assert sorted(marks) == sorted(re.findall(r"\{\w+\}", english[name])), name


def test_editorial_rows_keep_their_words_marked_or_set_aside() -> None:
    segments = marked("[-(-]{+（+}含续租[-)-]{+）+}不超过二小时。")
    row = Row(Relation.AMENDED, place("3.1"), place("3.1"), segments, editorial=True)
    ref = article(3, GENERAL)
    change = Change(
        relation=Relation.AMENDED,
        old=(ref,),
        new=(ref,),
        links=(Link("art_3", "art_3", 1, 1),),
        rows=(row,),
        editorial=True,
    )
    changes = replace(sample_changes(), changes=(change,), frame=())
    shown, aside = page(changes), page(changes.without_editorial())
    assert shown.one("article").get("data-flags") == "editorial"
    assert len(shown.all("tr.amended.editorial ins")) == 2
    assert not aside.all("ins")
    assert words_on_page(shown) == words_on_page(aside) == words_of([row])
    assert "除1处编辑性差异外，两个版本相同。" in aside.texts(".summary")


def test_two_texts_that_are_the_same() -> None:
    changes = sample_changes()
    same = tuple(c for c in changes.changes if c.new and c.new[0].eid == "art_1")
    made = page(replace(changes, changes=same, frame=(), diagnostics=()))
    assert made.texts(".summary") == ["两个版本完全相同。"]
    assert made.texts(".fold > summary") == ["第一条 未修改"]


def test_nothing_at_all() -> None:
    changes = replace(nothing_before(), changes=())
    made = page(changes)
    assert made.texts(".empty:not([hidden])") == ["没有可对照的条文。"]
    assert not made.all("svg")


def test_an_article_without_words_says_so() -> None:
    change = Change(relation=Relation.DELETED, old=(ProvisionRef("art_1", "第一条"),))
    made = page(one_change(change))
    assert made.texts("#old-art_1 td") == ["（无文字）", "（无文字）"]


def test_two_articles_of_one_name_keep_their_words() -> None:
    changes = sample_changes()
    twice = replace(changes, changes=changes.changes * 2)
    made = page(twice)
    ids = [element.get("id") for element in made.all("[id]")]
    assert len(ids) == len(set(ids))
    assert len(made.all("article")) == 2 * len(changes.changes)


def test_regrouped_articles_have_a_number_of_their_own() -> None:
    told = page(regrouped())
    heads, total = told.texts(".statistics thead th"), told.texts(".statistics tfoot > tr > *")
    numbers = dict(zip(heads, total, strict=True))
    assert (numbers["重组"], numbers["拆分"]) == ("1", "0")
    assert told.texts(".legend li") == ["重组 1"]
    assert "2条重组为2条" in told.one(".summary").text_content()
    assert "重组" not in page(sample_changes()).texts(".statistics thead th")
