from __future__ import annotations

import pytest
from lxml import etree

from gazette_diff.akn.blocks import (
    conclusions_element,
    preface_elements,
    read_conclusions,
    read_preface,
)
from gazette_diff.akn.markup import element, render
from gazette_diff.akn.vocabulary import AKN_NAMESPACE
from gazette_diff.core.places import place
from gazette_diff.core.tree import Block, BlockKind, Level
from tests.unit.akn.drafts import article, container

K = BlockKind
ISSUERS = ("示例市人民政府",)
BODY = place(
    (container(Level.CHAPTER, 1, "总则", container(Level.SECTION, 1, "目的", article(1))),)
)


def act(markup: str) -> etree._Element:
    return etree.fromstring(f'<act xmlns="{AKN_NAMESPACE}">{markup}</act>')


def written(*blocks: Block) -> str:
    parts = preface_elements(blocks, ISSUERS, BODY)
    lines = render(element("act", None, *parts)).decode().splitlines()[2:-1]
    return "\n".join(line.removeprefix("  ") for line in lines)


@pytest.mark.parametrize(
    ("blocks", "markup"),
    [
        pytest.param(
            (
                Block(K.NOTICE_TITLE, "示例市人民政府关于印发办法的通知"),
                Block(K.NOTICE_TEXT, "现予印发。"),
                Block(K.DATE, "2024年3月5日"),
            ),
            '<preface>\n  <container eId="preface__container_1" name="promulgationNotice">\n'
            '    <p eId="preface__container_1__p_1" class="title">'
            "<docAuthority>示例市人民政府</docAuthority>关于印发办法的<docType>通知</docType></p>\n"
            '    <p eId="preface__container_1__p_2">现予印发。</p>\n'
            '    <p eId="preface__container_1__p_3" class="date">'
            '<docDate date="2024-03-05">2024年3月5日</docDate></p>\n'
            "  </container>\n</preface>",
            id="a notice",
        ),
        pytest.param(
            (Block(K.TITLE, "示例办法"), Block(K.DOCUMENT_NUMBER, "示政〔2024〕1号")),
            '<preface>\n  <longTitle eId="preface__longTitle">\n'
            "    <p><docTitle>示例办法</docTitle></p>\n  </longTitle>\n"
            '  <p class="docNumber"><docNumber>示政〔2024〕1号</docNumber></p>\n</preface>',
            id="a number under the title is no notice",
        ),
        pytest.param(
            (
                Block(K.CONTENTS, "目　录"),
                Block(K.CONTENTS, "第一章  总则"),
                Block(K.CONTENTS, "第一节 目的"),
            ),
            '<preface>\n  <toc eId="preface__toc">\n'
            '    <tocItem href="#" level="1">目　录</tocItem>\n'
            '    <tocItem href="#chp_1" level="1">第一章  总则</tocItem>\n'
            '    <tocItem href="#chp_1__sec_1" level="2">第一节 目的</tocItem>\n'
            "  </toc>\n</preface>",
            id="the contents point to what they name",
        ),
        pytest.param(
            (Block(K.ADOPTION_NOTE, "（2000年3月15日通过　二〇一五年三月十五日修正）"),),
            '<preface>\n  <container eId="preface__container_1" name="adoptionNote">\n'
            '    <p eId="preface__container_1__p_1">（<docDate date="2000-03-15">2000年3月15日'
            '</docDate>通过　<docDate date="2015-03-15">二〇一五年三月十五日</docDate>修正）</p>\n'
            "  </container>\n</preface>",
            id="the days of a note on adoption",
        ),
        pytest.param(
            (Block(K.PREAMBLE, "序言。"),),
            "<preamble>\n  <p>序言。</p>\n</preamble>",
            id="a preamble alone",
        ),
    ],
)
def test_blocks_are_written_and_read(blocks: tuple[Block, ...], markup: str) -> None:
    assert written(*blocks) == markup
    assert read_preface(act(markup)) == blocks


@pytest.mark.parametrize(
    "blocks",
    [
        (Block(K.PREAMBLE, "前"), Block(K.TITLE, "题"), Block(K.PREAMBLE, "后")),
        (Block(K.TITLE, "一"), Block(K.GAZETTE, "公报"), Block(K.TITLE, "二")),
        (Block(K.CONTENTS, "一"), Block(K.EDITOR_NOTE, "注"), Block(K.CONTENTS, "二")),
        (Block(K.ADDRESSEE, ""), Block(K.SIGNATURE, "甲\n乙"), Block(K.DATE, "无日期")),
        (Block(K.NOTICE_TITLE, "通知"), Block(K.NOTICE_TITLE, "示例市人民政府")),
    ],
)
def test_any_order_of_blocks_comes_back(blocks: tuple[Block, ...]) -> None:
    markup = written(*blocks)
    assert read_preface(act(markup)) == blocks
    eids = [node.get("eId") for node in act(markup).iter() if node.get("eId")]
    assert len(eids) == len(set(eids))


def test_nothing_before_the_body() -> None:
    assert preface_elements((), ISSUERS, BODY) == (None, None)
    assert conclusions_element((), ISSUERS) is None


def test_conclusions_are_written_and_read() -> None:
    blocks = tuple(Block(kind, f"{kind}2024年3月5日") for kind in BlockKind)
    node = conclusions_element(blocks, ISSUERS)
    assert node is not None
    assert read_conclusions(act(render(node).decode().partition("\n")[2])) == blocks


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        (
            '<preface><toc status="editorial"><tocItem>第一章</tocItem></toc></preface>',
            (),
        ),
        (
            "<preface><p><docTitle>题</docTitle></p><p>文字<docNumber>1号</docNumber></p></preface>",
            (Block(K.TITLE, "题"), Block(K.DOCUMENT_NUMBER, "文字1号")),
        ),
        (
            "<preface><p><docDate>2024年</docDate></p><p><signature>甲</signature></p></preface>",
            (Block(K.DATE, "2024年"), Block(K.SIGNATURE, "甲")),
        ),
        (
            '<preface><container name="other"><p>甲</p></container></preface>',
            (Block(K.NOTICE_TEXT, "甲"),),
        ),
    ],
)
def test_markup_from_elsewhere(markup: str, blocks: tuple[Block, ...]) -> None:
    assert read_preface(act(markup)) == blocks
