"""The tree of a regulation: one frozen node for every level, from 编 to 目."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.source import NOWHERE, LineSpan, Piece, Span


class Level(StrEnum):
    """The levels of a regulation, after 立法法 (2023) 第六十五条 and Akoma Ntoso 3.0.

    ``OUTLINE`` is any level of a text without articles (意见, 方案): 一、（一）1.（1）①.
    """

    PART = "part"  # 编
    SUBPART = "subpart"  # 分编
    CHAPTER = "chapter"  # 章
    SECTION = "section"  # 节
    ARTICLE = "article"  # 条
    PARAGRAPH = "paragraph"  # 款
    ITEM = "item"  # 项
    SUBITEM = "subitem"  # 目 and below
    OUTLINE = "level"

    # The hash of an Enum is computed in Python, each time a set is asked for a level.
    __hash__ = str.__hash__

    @property
    def unit(self) -> str:
        """The Chinese word for the level; empty for an outline level."""
        return _UNITS.get(self, "")


_UNITS = {
    Level.PART: "编",
    Level.SUBPART: "分编",
    Level.CHAPTER: "章",
    Level.SECTION: "节",
    Level.ARTICLE: "条",
    Level.PARAGRAPH: "款",
    Level.ITEM: "项",
    Level.SUBITEM: "目",
}

#: The levels that only gather others and have a heading but no text.
CONTAINERS = frozenset({Level.PART, Level.SUBPART, Level.CHAPTER, Level.SECTION})


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, the first ``header_rows`` of them headings; maybe a caption."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 0
    caption: str = ""

    @property
    def text(self) -> str:
        """The words of the table: cells parted by a tab, rows by a line break."""
        lines = ["\t".join(row) for row in self.rows]
        return "\n".join([self.caption, *lines] if self.caption else lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One provision, with those inside it.

    ``label`` is the number as printed, without spaces (第四十四条, 四十四、, （三）), empty for
    a 款; ``ordinal`` is its value, and for a 款 its place among the 款 of its parent.
    ``text`` are the provision's own words before its children, ``closing`` those that end
    the sentence after them. A paragraph may hold a ``table`` instead of text. ``span``
    maps back to the source and takes no part in equality.

    An article's words always stand in its paragraphs, an outline level's too.
    """

    level: Level
    ordinal: Ordinal | None = None
    label: str = ""
    heading: str = ""
    text: str = ""
    children: tuple[Provision, ...] = ()
    closing: str = ""
    table: Table | None = None
    span: Span | LineSpan = field(default=NOWHERE, compare=False, repr=False)

    def walk(self) -> Iterator[Provision]:
        """Yield this provision and all inside it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


class BlockKind(StrEnum):
    """What a block of words outside the body is."""

    NOTICE_TITLE = "notice_title"  # …关于印发…的通知
    DOCUMENT_NUMBER = "document_number"  # 发文字号
    ADDRESSEE = "addressee"  # 主送机关
    NOTICE_TEXT = "notice_text"  # 现将…印发给你们
    SIGNATURE = "signature"  # 发文机关署名
    DATE = "date"  # 成文日期
    TITLE = "title"
    ADOPTION_NOTE = "adoption_note"  # 题注
    CONTENTS = "contents"  # 目录
    PREAMBLE = "preamble"  # 序言
    EDITOR_NOTE = "editor_note"
    GAZETTE = "gazette"  # the issue the text stands in


@dataclass(frozen=True, slots=True)
class Block:
    """A block of words before or after the body, one paragraph of the source."""

    kind: BlockKind
    text: str
    pieces: tuple[Piece, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class GazetteIssue:
    """The issue of a gazette: ``number`` within ``year``, ``total`` counted through."""

    name: str
    year: int
    number: int
    total: int | None = None

    def __str__(self) -> str:
        """Return the issue as it is cited: 南阳市人民政府公报2023年第04期（总第232期）."""
        total = f"（总第{self.total}期）" if self.total else ""
        return f"{self.name}{self.year}年第{self.number:02d}期{total}"


@dataclass(frozen=True, slots=True)
class Replaced:
    """A regulation that this one repeals, as far as its text names it."""

    title: str
    signed: date | None = None
    document_number: DocumentNumber | None = None


class Holding(StrEnum):
    """Whether the text of a version is at hand."""

    HELD = "held"
    NOT_HELD = "not-held"  # known to have existed
    REMOVED = "removed"  # was held, and was taken out on purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of a version; ``version`` is the day that names it.

    ``signed`` is the day of adoption or signature, ``published`` of publication,
    ``amended`` the days of its amendments so far, ``in_force`` and ``repealed`` the days
    on which it enters into force and ceases to be. ``constructed`` marks a text that was
    written for demonstration and says so; it is never a historical text. ``holding`` tells
    whether the text is at hand at all, ``remark`` whence the version is known if it is not.
    """

    title: str = ""
    document_number: DocumentNumber | None = None
    issuer: tuple[str, ...] = ()
    signed: date | None = None
    published: date | None = None
    amended: tuple[date, ...] = ()
    in_force: date | None = None
    repealed: date | None = None
    replaces: tuple[Replaced, ...] = ()
    gazette: GazetteIssue | None = None
    constructed: str = ""
    holding: Holding = Holding.HELD
    remark: str = ""

    @property
    def version(self) -> date | None:
        """The latest of the days of adoption, amendment and publication; None if none is known."""
        days = (self.signed, self.published, *self.amended)
        return max((day for day in days if day), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An 附件, 附表 or 附录: its label as printed, heading, and provisions of its own."""

    label: str
    heading: str = ""
    body: tuple[Provision, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PermanentIds:
    """What a provision is called through all versions, as a library finds it out.

    ``master`` is the URI of the earliest version at hand of the same Work, empty for that
    version itself; ``ids`` gives of each provision of the body its eId and the permanent
    one. In a Work that takes the place of another, ``predecessors`` gives of an article its
    eId and the URI of the article that it came from.
    """

    master: str = ""
    ids: tuple[tuple[str, str], ...] = ()
    predecessors: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulation:
    """A regulation: metadata, what stands before the body, the body, what follows it.

    ``permanent`` is what a library found out by comparing versions; it is no part of the
    text and takes none in equality.
    """

    metadata: Metadata = Metadata()
    preface: tuple[Block, ...] = ()
    body: tuple[Provision, ...] = ()
    conclusion: tuple[Block, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    permanent: PermanentIds | None = field(default=None, compare=False, repr=False)

    def walk(self) -> Iterator[Provision]:
        """Yield every provision of the body, in the order of the text."""
        for provision in self.body:
            yield from provision.walk()

    @property
    def articles(self) -> tuple[Provision, ...]:
        """The articles of the body, in the order of the text."""
        return tuple(p for p in self.walk() if p.level is Level.ARTICLE)
