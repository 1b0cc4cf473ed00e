"""Invented regulations and pieces of them, for the tests of Akoma Ntoso."""

from __future__ import annotations

from datetime import date

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import (
    Attachment,
    Block,
    BlockKind,
    GazetteIssue,
    Level,
    Metadata,
    Provision,
    Regulation,
    Replaced,
    Table,
)

DAY = date(2025, 1, 1)


def article(number: int, *paragraphs: Provision, branch: int = 0, label: str = "") -> Provision:
    """Return 第X条 with its 款."""
    ordinal = Ordinal(number, branch)
    return Provision(
        level=Level.ARTICLE,
        ordinal=ordinal,
        label=label or ordinal.counted("条"),
        children=paragraphs,
    )


def paragraph(
    number: int, text: str = "", *items: Provision, closing: str = "", table: Table | None = None
) -> Provision:
    """Return the *number*-th 款 of its article."""
    return Provision(
        level=Level.PARAGRAPH,
        ordinal=Ordinal(number),
        text=text,
        children=items,
        closing=closing,
        table=table,
    )


def item(number: int, text: str = "", *subitems: Provision) -> Provision:
    """Return the item （X）."""
    return Provision(
        level=Level.ITEM,
        ordinal=Ordinal(number),
        label=f"（{Ordinal(number).chinese}）",
        text=text,
        children=subitems,
    )


def subitem(number: int, label: str, text: str = "", *inner: Provision) -> Provision:
    """Return a 目 or what stands below one."""
    return Provision(
        level=Level.SUBITEM, ordinal=Ordinal(number), label=label, text=text, children=inner
    )


def container(level: Level, number: int, heading: str, *inner: Provision) -> Provision:
    """Return a 编, 分编, 章 or 节."""
    ordinal = Ordinal(number)
    return Provision(
        level=level,
        ordinal=ordinal,
        label=ordinal.counted(level.unit),
        heading=heading,
        children=inner,
    )


def outline(number: int, label: str, heading: str, *inner: Provision) -> Provision:
    """Return a level of a text without articles."""
    return Provision(
        level=Level.OUTLINE,
        ordinal=Ordinal(number),
        label=label,
        heading=heading,
        children=inner,
    )


FEES = Table((("项目", "金额（元）"), ("移植", "1200"), ("砍伐", "")), 1, "收费标准")

#: A municipal document with all that one usually has.
RULES = Regulation(
    metadata=Metadata(
        title="南阳市示例绿地管理办法",
        document_number=DocumentNumber("宛政", 2024, 17),
        issuer=("南阳市人民政府",),
        signed=date(2024, 3, 5),
        in_force=date(2024, 5, 1),
        replaces=(Replaced("南阳市示例绿地管理暂行办法", date(2016, 8, 1)),),
        gazette=GazetteIssue("南阳市人民政府公报", 2024, 3, 243),
    ),
    preface=(
        Block(BlockKind.NOTICE_TITLE, "南阳市人民政府关于印发南阳市示例绿地管理办法的通知"),
        Block(BlockKind.DOCUMENT_NUMBER, "宛政〔2024〕17号"),
        Block(BlockKind.ADDRESSEE, "各县（市、区）人民政府："),
        Block(BlockKind.NOTICE_TEXT, "现将《南阳市示例绿地管理办法》印发给你们，请认真执行。"),
        Block(BlockKind.SIGNATURE, "南阳市人民政府"),
        Block(BlockKind.DATE, "2024年3月5日"),
        Block(BlockKind.TITLE, "南阳市示例绿地管理办法"),
        Block(BlockKind.CONTENTS, "目    录"),
        Block(BlockKind.CONTENTS, "第一章　总则"),
        Block(BlockKind.CONTENTS, "第二章　罚则与附则"),
    ),
    body=(
        container(
            Level.CHAPTER,
            1,
            "总则",
            article(1, paragraph(1, "为了保护绿地，制定本办法。")),
            article(
                2,
                paragraph(
                    1,
                    "有下列情形之一的，可以移植树木：",
                    item(
                        1,
                        "建设需要，并且：",
                        subitem(
                            1,
                            "1.",
                            "经过论证；",
                            subitem(1, "（1）", "专家论证；", subitem(1, "①", "书面意见；")),
                        ),
                    ),
                    item(2, "树木危及安全的，"),
                    closing="但应当补植。",
                ),
                paragraph(2, "前款所称“树木”，是指胸径>10厘米 & 高度<30米的乔木。"),
            ),
            article(2, paragraph(1, "古树不得移植。"), branch=1),
        ),
        container(
            Level.CHAPTER,
            2,
            "罚则与附则",
            article(3, paragraph(1, "按下表执行：", table=FEES)),
            article(
                4,
                paragraph(
                    1,
                    "本办法自2024年5月1日起施行。2016年8月1日公布的"
                    "《南阳市示例绿地管理暂行办法》同时废止。",
                ),
            ),
        ),
    ),
    attachments=(
        Attachment(label="附件1", heading="申请表", body=(article(1, paragraph(1, "填表说明。")),)),
        Attachment(label="附件2", heading="流程图"),
    ),
)

#: A law in many levels, amended, with all that stands around such a text.
LAW = Regulation(
    metadata=Metadata(
        title="中华人民共和国示例法",
        document_number=DocumentNumber("主席令", None, 46),
        issuer=("全国人民代表大会常务委员会",),
        signed=date(2000, 3, 15),
        published=date(2000, 3, 18),
        amended=(date(2015, 3, 15), date(2023, 3, 13)),
        in_force=date(2000, 7, 1),
        repealed=date(2024, 12, 31),
        constructed="为演示而虚构，不是历史文本",
    ),
    preface=(
        Block(BlockKind.TITLE, "中华人民共和国示例法"),
        Block(BlockKind.ADOPTION_NOTE, "（2000年3月15日通过　根据二〇二三年三月十三日决定修正）"),
        Block(BlockKind.EDITOR_NOTE, "编者注：示例。"),
        Block(BlockKind.GAZETTE, "示例公报2023年第3期"),
        Block(BlockKind.PREAMBLE, "我们共同历史的第一段。"),
        Block(BlockKind.PREAMBLE, "第二段。"),
    ),
    body=(
        container(
            Level.PART,
            1,
            "总则",
            container(
                Level.SUBPART,
                1,
                "通则",
                container(
                    Level.CHAPTER,
                    1,
                    "一般规定",
                    container(Level.SECTION, 1, "目的", article(1, paragraph(1, "第一条的文字。"))),
                ),
            ),
        ),
        Provision(
            level=Level.CHAPTER,
            heading="附则",
            children=(article(1, paragraph(1, "编号重复。")), article(3)),
        ),
    ),
    conclusion=(
        Block(BlockKind.SIGNATURE, "国家主席"),
        Block(BlockKind.DATE, "2023年3月13日"),
    ),
)

#: A text without articles.
OPINION = Regulation(
    metadata=Metadata(title="示例市关于乡村建设的意见"),
    preface=(Block(BlockKind.TITLE, "示例市关于\n乡村建设的意见"),),
    body=(
        outline(
            1,
            "一、",
            "总体要求",
            outline(1, "（一）", "规划先行。", paragraph(1, "先规划后建设。")),
            outline(2, "（二）", "", paragraph(1, "量力而行。"), paragraph(2, "责任单位：示例局")),
        ),
    ),
)
