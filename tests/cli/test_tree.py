from __future__ import annotations

from gazette_diff.cli.help import columns
from gazette_diff.cli.tree import draw_tree
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import (
    Attachment,
    Block,
    BlockKind,
    Level,
    Metadata,
    Provision,
    Regulation,
    Table,
)


def article(number: int, *children: Provision) -> Provision:
    return Provision(
        level=Level.ARTICLE, ordinal=Ordinal(number), label=f"第{number}条", children=children
    )


def paragraph(text: str, *children: Provision, closing: str = "") -> Provision:
    return Provision(level=Level.PARAGRAPH, text=text, children=children, closing=closing)


ITEM = Provision(level=Level.ITEM, ordinal=Ordinal(1), label="（一）", text="雨天；")
TABLE = Provision(level=Level.PARAGRAPH, table=Table(rows=(("站", "车"), ("东", "5"))))


def test_a_sole_paragraph_stands_beside_the_number_of_its_article() -> None:
    regulation = Regulation(
        metadata=Metadata(title="办法"),
        body=(article(1, paragraph("有下列情形的：", ITEM, closing="不得租用。")),),
    )
    assert list(draw_tree(regulation, None, "zh")) == [
        "办法",
        "└── 第1条 有下列情形的： … 不得租用。",
        "    └── （一） 雨天；",
    ]


def test_several_paragraphs_and_tables_have_lines_of_their_own() -> None:
    regulation = Regulation(body=(article(1, paragraph("甲。"), TABLE), article(2, TABLE)))
    assert list(draw_tree(regulation, None, "zh")) == [
        "—",
        "├── 第1条",
        "│   ├── 甲。",
        "│   └── 站 车 东 5",
        "└── 第2条",
        "    └── 站 车 东 5",
    ]


def test_words_after_the_children_stand_behind_a_mark() -> None:
    outline = Provision(
        level=Level.OUTLINE, label="一、", heading="要求", children=(ITEM,), closing="照此办理。"
    )
    assert list(draw_tree(Regulation(body=(outline,)), None, "zh"))[1:] == [
        "└── 一、 要求 … 照此办理。",
        "    └── （一） 雨天；",
    ]


def test_what_stands_around_the_body_is_named() -> None:
    regulation = Regulation(
        metadata=Metadata(title="办法"),
        preface=(Block(BlockKind.TITLE, "办法"), Block(BlockKind.ADDRESSEE, "各村：")),
        conclusion=(Block(BlockKind.DATE, "2023年"),),
        attachments=(Attachment(label="附件1", heading="站点表", body=(TABLE,)),),
    )
    assert list(draw_tree(regulation, None, "en")) == [
        "办法",
        "├── [addressee] 各村：",
        "├── [date] 2023年",
        "└── 附件1 站点表",
        "    └── 站 车 东 5",
    ]
    assert "├── [主送机关] 各村：" in draw_tree(regulation, None, "zh")


def test_every_kind_of_block_can_be_drawn() -> None:
    blocks = tuple(Block(kind, "x") for kind in BlockKind)
    for language in ("zh", "en"):
        lines = list(draw_tree(Regulation(preface=blocks), None, language))
        # The title and the document number stand in the first line.
        assert len(lines) == 1 + len(BlockKind) - 2


def test_long_lines_are_cut_where_the_window_ends() -> None:
    regulation = Regulation(body=(article(1, paragraph("租" * 5000)), article(2, paragraph("车"))))
    lines = list(draw_tree(regulation, 40, "zh"))
    assert [columns(line) for line in lines] == [1, 39, 12]
    assert lines[1].endswith("租…")
