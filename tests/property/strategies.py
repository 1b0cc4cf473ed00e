"""Values of the core for hypothesis: any that the types allow, and some that make sense.

``regulations()`` knows no rules: any level in any other, numbers below zero, words with
white space at their ends. ``drafted_regulations()`` are put together as a drafter would.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import (
    Attachment,
    Block,
    BlockKind,
    GazetteIssue,
    Holding,
    Level,
    Metadata,
    Provision,
    Regulation,
    Replaced,
    Table,
)

#: Words with all that has a meaning in XML, in a regular expression, or on a screen.
_PIECES = (
    "市人民政府",
    "应当",
    "第三条",
    "（一）",
    "2023年4月16日",
    "《工作规则》",
    "废止",
    "<script>alert(1)</script>",
    "&amp;",
    "]]>",
    "\"'",
    "\u200f",
    "\u202e",
    "𠮷",
    "e\u0301",
    "\u3000",
    " ",
    "  ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\x85",
    "\u2028",
    "\ufeff",
    "{name}",
    "%s",
)


def any_text() -> st.SearchStrategy[str]:
    """Any text without control characters, which readers leave out; also none at all."""
    free = st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
        max_size=6,
    )
    pieces = st.lists(st.one_of(st.sampled_from(_PIECES), free), max_size=4)
    return st.one_of(st.just(""), pieces.map("".join))


def ordinals() -> st.SearchStrategy[Ordinal]:
    """Numbers, mostly small ones, some that no regulation has."""
    small = st.builds(Ordinal, st.integers(1, 4), st.sampled_from((0, 0, 0, 1, 2)))
    return st.one_of(small, st.builds(Ordinal, st.integers(-9, 10**6), st.integers(-9, 99)))


def document_numbers() -> st.SearchStrategy[DocumentNumber]:
    """Document numbers: usual ones, orders, and any that the type allows."""
    usual = st.builds(
        DocumentNumber,
        st.sampled_from(("宛政", "国办发", "宛政办")),
        st.integers(1949, 2030),
        st.integers(1, 300),
    )
    orders = st.builds(DocumentNumber, st.just("国务院令"), st.none(), st.integers(1, 800))
    free = st.builds(
        DocumentNumber, any_text(), st.none() | st.integers(-5, 99999), st.integers(-5, 10**6)
    )
    return st.one_of(usual, orders, free)


def tables() -> st.SearchStrategy[Table]:
    """Tables, also without rows, with empty rows, and with more headings than rows."""
    rows = st.lists(st.lists(any_text(), max_size=3).map(tuple), max_size=3).map(tuple)
    return st.builds(Table, rows, st.integers(-1, 4), any_text())


def provisions() -> st.SearchStrategy[Provision]:
    """Provisions of any level, each with any others inside it."""

    def around(children: st.SearchStrategy[tuple[Provision, ...]]) -> st.SearchStrategy[Provision]:
        return st.builds(
            Provision,
            level=st.sampled_from(Level),
            ordinal=st.none() | ordinals(),
            label=st.one_of(st.just(""), st.sampled_from(("第一条", "（一）", "①")), any_text()),
            heading=any_text(),
            text=any_text(),
            children=children,
            closing=any_text(),
            table=st.none() | tables(),
        )

    return st.recursive(
        around(st.just(())),
        lambda inner: around(st.lists(inner, max_size=3).map(tuple)),
        max_leaves=6,
    )


def blocks() -> st.SearchStrategy[tuple[Block, ...]]:
    """Blocks of any kind in any order."""
    block = st.builds(Block, st.sampled_from(BlockKind), any_text())
    return st.lists(block, max_size=6).map(tuple)


def metadata() -> st.SearchStrategy[Metadata]:
    """Metadata of which any part may be unknown."""
    days = st.none() | st.dates() | st.sampled_from((date.min, date.max))
    titles = st.one_of(
        any_text(), st.sampled_from(("南阳市人民政府工作规则", "示例条例（试行）", "示例法"))
    )
    issuers = st.one_of(any_text(), st.sampled_from(("南阳市人民政府", "国务院", "中共河南省委")))
    replaced = st.builds(Replaced, titles, days, st.none() | document_numbers())
    return st.builds(
        Metadata,
        title=titles,
        document_number=st.none() | document_numbers(),
        issuer=st.lists(issuers, max_size=3).map(tuple),
        signed=days,
        published=days,
        amended=st.lists(st.dates(), max_size=3).map(tuple),
        in_force=days,
        repealed=days,
        replaces=st.lists(replaced, max_size=3).map(tuple),
        gazette=st.none()
        | st.builds(
            GazetteIssue,
            any_text(),
            st.integers(-1, 10001),
            st.integers(-1, 60),
            st.none() | st.integers(-1, 400),
        ),
        constructed=any_text(),
        holding=st.sampled_from(Holding),
        remark=any_text(),
    )


def regulations() -> st.SearchStrategy[Regulation]:
    """Regulations of any make, sensible or not."""
    bodies = st.lists(provisions(), max_size=3).map(tuple)
    return st.builds(
        Regulation,
        metadata=metadata(),
        preface=blocks(),
        body=bodies,
        conclusion=blocks(),
        attachments=st.lists(
            st.builds(Attachment, label=any_text(), heading=any_text(), body=bodies), max_size=2
        ).map(tuple),
    )


_SENTENCES = (
    "市人民政府各部门应当依照本办法履行职责。",
    "申请人可以自收到决定之日起六十日内申请复核。",
    "任何单位和个人不得擅自占用绿地。",
    "逾期不改正的，处五百元以上二千元以下罚款。",
    "具体办法由市主管部门另行制定。",
)
_ITEMS = ("统一安排；", "按照程序报批；", "法律、法规规定的其他情形。")


@st.composite
def drafted_articles(draw: st.DrawFn, number: int) -> Provision:
    """An article of one to three 款, the first of which may lead into items."""
    sentences = draw(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3))
    paragraphs = [
        Provision(level=Level.PARAGRAPH, ordinal=Ordinal(place), text=text)
        for place, text in enumerate(sentences, 1)
    ]
    if draw(st.booleans()):
        items = tuple(
            Provision(
                level=Level.ITEM,
                ordinal=Ordinal(place),
                label=f"（{Ordinal(place).chinese}）",
                text=text,
            )
            for place, text in enumerate(_ITEMS, 1)
        )
        paragraphs[0] = replace(paragraphs[0], text="有下列情形之一的：", children=items)
    ordinal = Ordinal(number)
    return Provision(
        level=Level.ARTICLE,
        ordinal=ordinal,
        label=ordinal.counted("条"),
        children=tuple(paragraphs),
    )


@st.composite
def drafted_regulations(draw: st.DrawFn, *, longest: int = 12) -> Regulation:
    """A regulation of up to *longest* articles numbered through, in chapters or not."""
    count = draw(st.integers(1, longest))
    articles = [draw(drafted_articles(number)) for number in range(1, count + 1)]
    title = draw(st.sampled_from(("示例市绿地管理办法", "示例市人民政府工作规则")))
    preface = (Block(BlockKind.TITLE, title),)
    if not draw(st.booleans()):
        return Regulation(metadata=Metadata(title=title), preface=preface, body=tuple(articles))
    size = draw(st.integers(1, count))
    chapters = tuple(
        Provision(
            level=Level.CHAPTER,
            ordinal=Ordinal(number),
            label=Ordinal(number).counted("章"),
            heading=draw(st.sampled_from(("总则", "职责", "附则"))),
            children=tuple(articles[start : start + size]),
        )
        for number, start in enumerate(range(0, count, size), 1)
    )
    return Regulation(metadata=Metadata(title=title), preface=preface, body=chapters)
