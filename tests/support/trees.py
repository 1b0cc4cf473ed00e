"""A parsed source written by hand: two invented documents with everything in them once."""

from __future__ import annotations

from datetime import date

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.documents import LedgerEntry, ParsedDocument, ParsedSource
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.source import Piece, SourceText, Span
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


def span(first: int, last: int | None = None) -> Span:
    """Return a span whose label is on line *first* and whose text ends on line *last*."""
    return Span(label=(Piece(first, 0, 3),), text=(Piece(last or first, 3, 9),))


def paragraph(
    number: int,
    text: str,
    line: int,
    *children: Provision,
    closing: str = "",
    table: Table | None = None,
) -> Provision:
    """Return a 款."""
    return Provision(
        level=Level.PARAGRAPH,
        ordinal=Ordinal(number),
        text=text,
        children=children,
        closing=closing,
        table=table,
        span=Span(text=(Piece(line, 0, 9),)),
    )


def article(number: int, line: int, *paragraphs: Provision, branch: int = 0) -> Provision:
    """Return an article."""
    ordinal = Ordinal(number, branch)
    return Provision(
        level=Level.ARTICLE,
        ordinal=ordinal,
        label=ordinal.counted("条"),
        children=paragraphs,
        span=span(line),
    )


def item(number: int, text: str, line: int, *children: Provision) -> Provision:
    """Return an 项."""
    ordinal = Ordinal(number)
    return Provision(
        level=Level.ITEM,
        ordinal=ordinal,
        label=f"（{ordinal.chinese}）",
        text=text,
        children=children,
        span=span(line),
    )


def _chapter(number: int, heading: str, line: int, *articles: Provision) -> Provision:
    ordinal = Ordinal(number)
    return Provision(
        level=Level.CHAPTER,
        ordinal=ordinal,
        label=ordinal.counted("章"),
        heading=heading,
        children=articles,
        span=span(line),
    )


def _block(kind: BlockKind, text: str, line: int) -> Block:
    return Block(kind, text, (Piece(line, 0, len(text)),))


def _measures() -> Provision:
    """Return an article with items, a subitem, and words that close the sentence."""
    subitem = Provision(
        level=Level.SUBITEM, ordinal=Ordinal(1), label="1.", text="本市的；", span=span(18)
    )
    return article(
        2,
        15,
        paragraph(
            1,
            "信访事项按下列规定办理：",
            15,
            item(1, "属于本级职权的，", 17, subitem),
            item(2, "属于下级职权的，转送下级；", 19),
            closing="办理结果应当书面答复。",
        ),
    )


def _regulation() -> Regulation:
    deadlines = Table((("种类", "时限"), ("一般", "六十日"), ("紧急", "三日")), 1)
    long = "办理时限为六十日；涉及面广、情况复杂的，经批准可以延长，但最长不得超过六十日。" * 2
    return Regulation(
        metadata=Metadata(
            title="临江市信访事项办理办法",
            document_number=DocumentNumber("临政", 2024, 3),
            issuer=("临江市人民政府",),
            signed=date(2024, 2, 20),
            amended=(date(2024, 6, 1),),
            in_force=date(2024, 3, 1),
            replaces=(
                Replaced("临江市信访办法", date(2010, 1, 5), DocumentNumber("临政", 2010, 1)),
            ),
            gazette=GazetteIssue("临江市人民政府公报", 2024, 2, 80),
        ),
        preface=(
            _block(BlockKind.NOTICE_TITLE, "临江市人民政府关于印发办法的通知", 3),
            _block(BlockKind.DOCUMENT_NUMBER, "临政〔2024〕3号", 4),
            _block(BlockKind.TITLE, "临江市信访事项办理办法", 9),
        ),
        body=(
            _chapter(
                1,
                "总则",
                11,
                article(1, 12, paragraph(1, "为规范信访事项的办理，制定本办法。", 12)),
                _measures(),
            ),
            _chapter(
                2,
                "时限",
                24,
                article(
                    3, 25, paragraph(1, long, 25), paragraph(2, "时限见下表：", 27),
                    paragraph(3, "", 28, table=deadlines),
                ),
                article(3, 32, paragraph(1, "超过时限的，应当说明理由。", 32), branch=1),
            ),
        ),
        conclusion=(_block(BlockKind.DATE, "2024年2月20日", 36),),
        attachments=(
            Attachment(
                label="附件1",
                heading="办理流程",
                body=(article(1, 39, paragraph(1, "登记。", 39)),),
                span=span(38),
            ),
        ),
    )  # fmt: skip


def _outline() -> Regulation:
    measure = Provision(
        level=Level.OUTLINE,
        ordinal=Ordinal(1),
        label="（一）",
        heading="明确责任。",
        children=(paragraph(1, "各部门应当明确责任人。", 44),),
        span=span(44),
    )
    return Regulation(
        metadata=Metadata(title="关于加强信访工作的实施意见", published=date(2024, 3, 9)),
        body=(
            Provision(
                level=Level.OUTLINE,
                ordinal=Ordinal(1),
                label="一、",
                heading="总体要求",
                children=(measure,),
                span=span(43),
            ),
        ),
    )


def sample_source() -> ParsedSource:
    """Return a source with a regulation and an outline, and a few lines of its ledger."""
    return ParsedSource(
        source=SourceText("公报.txt", ("目录", "", "临江市人民政府关于印发办法的通知")),
        documents=(
            ParsedDocument(
                regulation=_regulation(),
                lines=(3, 40),
                find_diagnostics=lambda: (Diagnostic.of(Code.NO_TITLE, place="art_3", line=25),),
            ),
            ParsedDocument(regulation=_outline(), lines=(42, 46)),
        ),
        write_ledger=lambda: (
            LedgerEntry(1, 0, 2, "furniture", "contents", "目录"),
            LedgerEntry(3, 0, 16, "preface", "notice_title", "临江市人民政府关于印发办法的通知", 1),
            LedgerEntry(
                25, 0, 9, "art_3__para_1", "text", "办理时限为六十日", 1, "joined: line 26"
            ),
        ),
        diagnostics=(
            Diagnostic.of(Code.UNPLACED, line=41, first=41, last=41, excerpt="编辑：张三"),
        ),
    )


def bare_document() -> ParsedDocument:
    """Return a document without metadata, text and lines."""
    return ParsedDocument(regulation=Regulation(), lines=(0, 0))
