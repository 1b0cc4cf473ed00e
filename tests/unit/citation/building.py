"""Small regulations for the tests of citations, written as nested tuples of words."""

from __future__ import annotations

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import Level, Metadata, Provision, Regulation


def item(number: int, text: str, *children: Provision) -> Provision:
    """Return a 项 （number）."""
    label = f"（{Ordinal(number).chinese}）"
    ordinal = Ordinal(number)
    return Provision(level=Level.ITEM, ordinal=ordinal, label=label, text=text, children=children)


def subitem(number: int, text: str, label: str = "") -> Provision:
    """Return a 目 number."""
    return Provision(
        level=Level.SUBITEM, ordinal=Ordinal(number), label=label or f"{number}.", text=text
    )


def paragraph(number: int, text: str, *items: Provision, closing: str = "") -> Provision:
    """Return the 款 *number* with its 项."""
    return Provision(
        level=Level.PARAGRAPH,
        ordinal=Ordinal(number),
        text=text,
        children=items,
        closing=closing,
    )


def article(number: int, *paragraphs: Provision | str, branch: int = 0) -> Provision:
    """Return 第number条; a plain string is a 款 without 项."""
    ordinal = Ordinal(number, branch)
    children = tuple(
        paragraph(place, one) if isinstance(one, str) else one
        for place, one in enumerate(paragraphs, 1)
    )
    return Provision(
        level=Level.ARTICLE, ordinal=ordinal, label=ordinal.counted("条"), children=children
    )


def container(level: Level, number: int, heading: str, *inside: Provision) -> Provision:
    """Return a 编, 章 or 节."""
    ordinal = Ordinal(number)
    return Provision(
        level=level,
        ordinal=ordinal,
        label=ordinal.counted(level.unit),
        heading=heading,
        children=inside,
    )


def outline(label: str, number: int, heading: str, *inside: Provision | str) -> Provision:
    """Return an outline level; a plain string is a paragraph of it."""
    children = tuple(
        paragraph(place, one) if isinstance(one, str) else one
        for place, one in enumerate(inside, 1)
    )
    return Provision(
        level=Level.OUTLINE,
        ordinal=Ordinal(number),
        label=label,
        heading=heading,
        children=children,
    )


def rules() -> Regulation:
    """Return invented rules of seven articles in two chapters, one with two lists."""
    general = container(
        Level.CHAPTER,
        1,
        "总则",
        article(1, "为规范集市的秩序，制定本规则。"),
        article(
            2,
            paragraph(1, "集市分为下列两类：", item(1, "早市；"), item(2, "夜市。")),
            "其他集市参照本规则执行。",
        ),
        article(
            3,
            paragraph(
                1,
                "摊主应当做到：",
                item(1, "亮证经营；"),
                item(2, "标明：", subitem(1, "价格；"), subitem(2, "产地；")),
                item(3, "保持清洁，"),
                closing="并服从管理。",
            ),
        ),
        article(3, "摊主可以委托他人。", branch=1),
    )
    market = container(
        Level.CHAPTER,
        2,
        "管理",
        article(
            4,
            paragraph(1, "下列人员可以进场：", item(1, "摊主；"), item(2, "顾客。")),
            paragraph(
                2, "下列物品不得进场：", item(1, "鞭炮；"), item(2, "活禽；"), item(3, "酒精。")
            ),
        ),
        article(5, "集市每日六时开市。"),
        article(7, "本规则自公布之日起施行。"),
    )
    metadata = Metadata(title="青石镇集市管理规则", document_number=DocumentNumber("青政", 2021, 8))
    return Regulation(metadata=metadata, body=(general, market))


def plan() -> Regulation:
    """Return an invented plan: two parts, measures counted through them."""
    return Regulation(
        metadata=Metadata(title="青石镇集市改造实施方案"),
        body=(
            outline(
                "一、", 1, "修缮屋顶", "先易后难。", "分片推进。", outline("1.", 1, "", "换瓦。")
            ),
            outline(
                "二、",
                2,
                "疏通沟渠",
                outline("2.", 2, "", "清淤。"),
                outline("3.", 3, "", "砌石。", outline("（1）", 1, "", "选石。")),
            ),
        ),
    )


def opinions() -> Regulation:
    """Return invented opinions: （一）… counted through the parts, 1. and ① anew in each."""
    return Regulation(
        metadata=Metadata(title="青石镇托育服务意见"),
        body=(
            outline(
                "一、",
                1,
                "总体要求",
                outline("（一）", 1, "指导思想。", "以人为本。"),
                outline("（二）", 2, "主要目标。", outline("1.", 1, "", "增加托位。")),
            ),
            outline(
                "二、",
                2,
                "重点任务",
                outline(
                    "（三）",
                    3,
                    "扩大供给。",
                    outline("1.", 1, "", "新建。", outline("①", 1, "", "选址。")),
                    outline("2.", 2, "", "改建。"),
                    outline("3.", 3, "", "租用。"),
                ),
                outline("（四）", 4, "降低成本。", "减免电费。"),
            ),
            outline("三、", 3, "保障措施", outline("（五）", 5, "加强宣传。", "上墙。")),
        ),
    )


def restarting() -> Regulation:
    """Return invented opinions whose （一）（二） are counted anew in each part."""
    parts = (
        outline(
            f"{numeral}、",
            n,
            heading,
            *(outline(f"（{c}）", k, "", f"{heading}{c}。") for k, c in enumerate("一二三", 1)),
        )
        for n, (numeral, heading) in enumerate((("一", "目标"), ("二", "任务")), 1)
    )
    return Regulation(metadata=Metadata(title="青石镇绿化方案"), body=tuple(parts))
