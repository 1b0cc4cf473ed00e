from __future__ import annotations

import pytest
from lxml import etree

from gazette_diff.akn.faults import Fault
from gazette_diff.akn.markup import render
from gazette_diff.akn.provisions import body_element, read_body
from gazette_diff.akn.vocabulary import AKN_NAMESPACE
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.places import place
from gazette_diff.core.tree import Level, Provision, Table
from tests.unit.akn.drafts import article, container, item, outline, paragraph, subitem

ONE = Table((("甲",),))


def written(*body: Provision) -> list[str]:
    """Return the lines of the body, without its own tags and their indentation."""
    lines = render(body_element("body", place(body))).decode().splitlines()
    return [line.removeprefix("  ") for line in lines[2:-1]]


def read(markup: str) -> tuple[Provision, ...]:
    return read_body(etree.fromstring(f'<body xmlns="{AKN_NAMESPACE}">{markup}</body>'))


@pytest.mark.parametrize(
    ("provision", "lines"),
    [
        pytest.param(
            article(14, paragraph(1, "甲。"), paragraph(2, "乙。")),
            [
                '<article eId="art_14">',
                "  <num>第十四条</num>",
                '  <paragraph eId="art_14__para_1">',
                "    <content><p>甲。</p></content>",
                "  </paragraph>",
                '  <paragraph eId="art_14__para_2">',
                "    <content><p>乙。</p></content>",
                "  </paragraph>",
                "</article>",
            ],
            id="a 款 is always there, and has no number",
        ),
        pytest.param(
            article(1, paragraph(1, "如下：", item(1, "甲；"), closing="依法处理。"), branch=2),
            [
                '<article eId="art_1-2">',
                "  <num>第一条之二</num>",
                '  <paragraph eId="art_1-2__para_1">',
                "    <intro><p>如下：</p></intro>",
                '    <point eId="art_1-2__para_1__point_1">',
                "      <num>（一）</num>",
                "      <content><p>甲；</p></content>",
                "    </point>",
                "    <wrapUp><p>依法处理。</p></wrapUp>",
                "  </paragraph>",
                "</article>",
            ],
            id="items stand between the words before and after them",
        ),
        pytest.param(
            item(1, "第一段。\n第二段，"),
            [
                '<point eId="point_1">',
                "  <num>（一）</num>",
                "  <content>",
                "    <p>第一段。</p>",
                "    <p>第二段，</p>",
                "  </content>",
                "</point>",
            ],
            id="an item of several paragraphs",
        ),
        pytest.param(
            item(1, "", subitem(1, "1.", "甲"), subitem(2, "(2)", "乙"), subitem(3, "③", "丙")),
            [
                '<point eId="point_1">',
                "  <num>（一）</num>",
                '  <indent eId="point_1__indent_1">',
                "    <num>1.</num>",
                "    <content><p>甲</p></content>",
                "  </indent>",
                '  <indent eId="point_1__indent_2" class="paren">',
                "    <num>(2)</num>",
                "    <content><p>乙</p></content>",
                "  </indent>",
                '  <indent eId="point_1__indent_3" class="circled">',
                "    <num>③</num>",
                "    <content><p>丙</p></content>",
                "  </indent>",
                "</point>",
            ],
            id="the style of a 目 is its class",
        ),
        pytest.param(
            paragraph(1, "按下表：", table=ONE),
            [
                '<paragraph eId="para_1">',
                "  <content>",
                "    <p>按下表：</p>",
                '    <table eId="para_1__table_1">',
                "      <tr><td><p>甲</p></td></tr>",
                "    </table>",
                "  </content>",
                "</paragraph>",
            ],
            id="a table with its lead-in",
        ),
        pytest.param(
            container(
                Level.PART, 1, "物权", container(Level.SUBPART, 2, "通则", article(1, paragraph(1)))
            ),
            [
                '<book eId="book_1">',
                "  <num>第一编</num>",
                "  <heading>物权</heading>",
                '  <part eId="book_1__part_2">',
                "    <num>第二分编</num>",
                "    <heading>通则</heading>",
                '    <article eId="art_1">',
                "      <num>第一条</num>",
                '      <paragraph eId="art_1__para_1"/>',
                "    </article>",
                "  </part>",
                "</book>",
            ],
            id="containers, and a 款 without words",
        ),
        pytest.param(
            outline(1, "（一）", "规划先行。", paragraph(1, "先规划后建设。")),
            [
                '<level eId="level_1">',
                "  <num>（一）</num>",
                "  <heading>规划先行。</heading>",
                '  <paragraph eId="level_1__para_1">',
                "    <content><p>先规划后建设。</p></content>",
                "  </paragraph>",
                "</level>",
            ],
            id="an outline",
        ),
        pytest.param(
            Provision(level=Level.CHAPTER, heading="附则", text="说明。"),
            [
                '<chapter eId="chp_1">',
                "  <heading>附则</heading>",
                "  <content><p>说明。</p></content>",
                "</chapter>",
            ],
            id="a container without a number",
        ),
        pytest.param(
            Provision(level=Level.ARTICLE, ordinal=Ordinal(1), label="第一条", text="甲"),
            [
                '<article eId="art_1">',
                "  <num>第一条</num>",
                "  <intro><p>甲</p></intro>",
                "</article>",
            ],
            id="words of an article itself are no 款",
        ),
        pytest.param(
            article(1, item(1, "甲；")),
            [
                '<article eId="art_1">',
                "  <num>第一条</num>",
                '  <point eId="art_1__point_1">',
                "    <num>（一）</num>",
                "    <content><p>甲；</p></content>",
                "  </point>",
                "</article>",
            ],
            id="an article of items alone",
        ),
    ],
)
def test_provisions_are_written_and_read(provision: Provision, lines: list[str]) -> None:
    assert written(provision) == lines
    assert read("\n".join(lines)) == (provision,)


def test_a_number_used_twice_keeps_both() -> None:
    body = (article(1, paragraph(1, "甲")), article(1, paragraph(1, "乙")), article(1))
    lines = written(*body)
    assert [line for line in lines if "<article" in line] == [
        '<article eId="art_1">',
        '<article eId="art_1_inst2">',
        '<article eId="art_1_inst3">',
    ]
    assert read("\n".join(lines)) == body


def test_an_empty_body_has_a_place_holder() -> None:
    lines = written()
    assert lines == ['<hcontainer name="empty"/>']
    assert read(lines[0]) == ()


@pytest.mark.parametrize(
    ("markup", "provisions"),
    [
        pytest.param(
            "<article><num>第三条</num><content><p>甲。</p><p>乙。</p></content></article>",
            (article(3, paragraph(1, "甲。"), paragraph(2, "乙。")),),
            id="each p of an article is a 款",
        ),
        pytest.param(
            "<paragraph><list><intro><p>如下：</p></intro>"
            "<point><num>（一）</num><content><p>甲；</p></content></point>"
            "<wrapUp><p>办理。</p></wrapUp></list></paragraph>",
            (paragraph(1, "如下：", item(1, "甲；"), closing="办理。"),),
            id="a list gives its words to the 款",
        ),
        pytest.param(
            "<paragraph><intro><p>如下：</p></intro><list>"
            "<point><num>（一）</num><content><p>甲；</p></content></point></list></paragraph>",
            (paragraph(1, "如下：", item(1, "甲；")),),
            id="a list without words",
        ),
        pytest.param(
            "<paragraph><list><intro><p>一：</p></intro></list>"
            "<list><intro><p>二：</p></intro></list></paragraph>",
            (paragraph(1, "", paragraph(1, "一："), paragraph(2, "二：")),),
            id="two lists lose no word",
        ),
        pytest.param(
            "<paragraph><intro><p>甲：</p></intro>"
            "<list><intro><p>乙：</p></intro></list></paragraph>",
            (paragraph(1, "甲：", paragraph(1, "乙：")),),
            id="a list with words of its own loses none",
        ),
        pytest.param(
            '<article wId="art_3" status="removed"><num>第三条</num></article>'
            '<article eId="art_4"><num><del>第五条</del><ins>第四条</ins></num></article>',
            (article(4),),
            id="a redline is read as its current text",
        ),
        pytest.param(
            "<paragraph><content><p>见</p><table><tr><td><p>甲</p></td></tr></table>"
            "<p>依表办理。</p></content></paragraph>",
            (paragraph(1, "见", closing="依表办理。", table=ONE),),
            id="words behind a table close it",
        ),
        pytest.param(
            "<paragraph><intro><p>见</p><table><tr><td><p>甲</p></td></tr></table>"
            "<p>依表：</p></intro><point><num>（一）</num></point></paragraph>",
            (paragraph(1, "见\n依表：", item(1), table=ONE),),
            id="words behind a table before items",
        ),
        pytest.param(
            "<p>说明。</p><article><num>一、</num></article><p>注：甲</p>",
            (
                paragraph(1, "说明。"),
                Provision(level=Level.ARTICLE, ordinal=Ordinal(1), label="一、"),
                paragraph(3, "注：甲"),
            ),
            id="loose words of an annex become 款",
        ),
    ],
)
def test_markup_from_elsewhere(markup: str, provisions: tuple[Provision, ...]) -> None:
    assert read(markup) == provisions


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("<article>\n<clause/></article>", "line 2: clause inside article"),
        ("<subchapter/>", "line 1: subchapter inside body"),
        ("<paragraph><content><ul/></content></paragraph>", "ul inside content"),
        ("<paragraph><wrapUp><table/></wrapUp></paragraph>", "table inside wrapUp"),
        (
            "<paragraph><content><table/>\n<table/></content></paragraph>",
            "line 2: a second table",
        ),
        ("<article><num>第一条</num>裸露的文字</article>", "«裸露的文字» in article"),
        (f"<article>{'长' * 50}</article>", f"«{'长' * 20}…» in article"),
        ("<paragraph><content>裸露</content></paragraph>", "«裸露» in content"),
    ],
)
def test_what_would_be_lost_is_refused_with_its_line(markup: str, message: str) -> None:
    with pytest.raises(Fault, match=message):
        read(markup)
