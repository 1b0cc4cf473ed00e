"""One document: from the lines of its section to a regulation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.documents import ParsedDocument
from gazette_diff.core.mendings import Furnishing
from gazette_diff.core.source import SourceText
from gazette_diff.core.tree import Block, BlockKind, GazetteIssue, Regulation
from gazette_diff.parsing.attachments import attachment_starts
from gazette_diff.parsing.body import (
    Numbering,
    as_rules,
    foreign_start,
    read_numbering,
)
from gazette_diff.parsing.checks import check_bodies
from gazette_diff.parsing.essays import essay_start
from gazette_diff.parsing.front import (
    front_blocks,
    is_note,
    note_extent,
    notice_blocks,
    title_extent,
)
from gazette_diff.parsing.layout import Column, detect
from gazette_diff.parsing.ledger import DocumentClaims
from gazette_diff.parsing.lines import CONTROL, Layout, Line, is_heading_like
from gazette_diff.parsing.marks import Mark
from gazette_diff.parsing.metadata import read_metadata
from gazette_diff.parsing.region import RegionParser
from gazette_diff.parsing.segment import Section, floating_title, is_addressee, title_goes_on
from gazette_diff.parsing.wording import excerpt, is_title

# A text without a regulation's title must have at least this many articles to be one; one
# fewer where it begins with the first of them.
_FEWEST_ARTICLES = 3
_FEWEST_LEVELS = 2
_ARTICLE = Mark.ARTICLE
# Where nothing is numbered, a title is looked for among so many lines.
_TOP_LINES = 12
_TITLE_WITHIN = 4
# The abstract of a paper, and titles of what courts write and people say.
_OTHER_GENRE = re.compile(
    r"(?:摘\s*要|关键词)[：:].*|[^。；]{0,60}(?:(?:判决|裁定|调解|起诉|答辩)书|讲话|致辞|发言|政策解读)"
)
# 甲方（出租方）：…, 乙方：…: the parties, named above the text of a contract.
_PARTY = re.compile(r"[甲乙]方(?:[（(][^（）()]{1,20}[）)])?[：:]")
# The audience of a speech or of the 政府工作报告, on a line of its own.
_SPOKEN = re.compile(
    r"(?:尊敬的)?(?:各位[^，。；：！]{1,12}|同志们|朋友们|同学们|女士们|先生们|老师们)"
    r"(?:[，、,][^。；：！]{1,30})?[：:！!]$"
)


@dataclass(slots=True)
class SourceFacts:
    """What is known of the whole source.

    ``issue`` is the gazette's; up to the line ``notes_end`` reach a collection's own notes
    on the text (0: none); ``column`` is that of its lines where they are wrapped. ``titles``
    are its Markdown titles. A line begins with 附 if it is ``attached``; some were put into
    another order if it is ``moved``.
    """

    source: SourceText
    issue: GazetteIssue | None
    notes_end: int
    column: Column | None
    titles: Sequence[Line]
    attached: bool
    moved: bool


class DocumentParser:
    """Parses one section.

    Beside the document, ``notice``, the lines ``used`` and the ``claims`` are its results.

    *shared_notice* are the blocks of the notice that issued the documents before, which
    hold for this one too when the section has no notice of its own.
    """

    def __init__(
        self, facts: SourceFacts, section: Section, number: int, shared_notice: Sequence[Block]
    ) -> None:
        """Prepare to parse *section*, the document *number* (from 1) of the source."""
        self.facts = facts
        self.section = section
        self.number = number
        self.notice = list(shared_notice)
        self.diagnostics: list[Diagnostic] = []
        self.used: list[Line] = []
        self.claims = DocumentClaims(number, Regulation(), (), (), {})
        self._floating: list[Line] = []
        if facts.source.paragraphs:
            self.layout, self.column = Layout.PARAGRAPHS, None
        elif facts.source.continued and any(line.continued for line in section.lines):
            self.layout, self.column = Layout.INDENTED, None
        else:
            self.layout, self.column = detect(
                [*section.notice, *section.lines], otherwise=facts.column
            )

    def parse(self) -> ParsedDocument | None:
        """Return the document; None when the section holds no regulation."""
        section = self.section
        lines = self._without_floating_title(section.lines)
        numbering = read_numbering(lines, self.layout)
        followed = section.in_gazette and not (section.last and self.facts.issue is None)
        cut = foreign_start(lines, numbering) if followed else None
        if cut is None and section.in_gazette and numbering.article_mark is not None:
            cut = essay_start(lines, max(numbering.heads))
        if cut is not None:
            self._note_end(lines[cut])
            lines = lines[:cut]
            numbering = numbering.before(cut)
        front_end, front = self._front(lines, numbering)
        numbering = as_rules(lines, numbering, self.section.title or _title_of(front))
        own_notice = self._own_notice()
        if not _is_regulation(lines, numbering, front, section):
            return None
        regions = RegionParser(
            self.facts.source.lines, self.layout, self.column, moved=self.facts.moved
        )
        body = lines[front_end:]
        regulation = self._build(regions, body, numbering.after(front_end), front)
        self.claims = self._claims(regulation, [*own_notice, *front], regions)
        every = [*section.notice, *lines]
        first = (lines or every)[0].number
        self.used = [*every, *self._floating]
        return ParsedDocument(
            regulation=regulation,
            lines=(every[0].number, every[-1].number),
            find_diagnostics=partial(_doubts, regulation, tuple(self.diagnostics), first),
        )

    def _without_floating_title(self, lines: list[Line]) -> list[Line]:
        """Take the document's own title out of the sentences it floated into."""
        floating = floating_title(lines, self.section.title)
        floating -= set(range(self.section.title_lines))
        if not floating:
            return lines
        self._floating = [lines[i] for i in sorted(floating)]
        return [line for i, line in enumerate(lines) if i not in floating]

    def _note_end(self, line: Line) -> None:
        self.diagnostics.append(
            Diagnostic.of(
                Code.TEXT_AFTER_END,
                line=line.number,
                first=line.number,
                excerpt=excerpt(line.text),
            )
        )

    def _front(self, lines: Sequence[Line], numbering: Numbering) -> tuple[int, list[Block]]:
        """Return where the body begins and the blocks before it, the notice left out."""
        end = numbering.start
        noted_until = sum([line.number < self.facts.notes_end for line in lines[:end]])
        title = _title_extent(self.section, lines, numbering, self.layout)
        if end is None:  # no numbers: the body begins after title and 题注
            end = note_extent(lines, title[1], noted_until, self.layout)
            end += title[1] > 0 and end < len(lines) and is_addressee(lines[end].text)
        return end, front_blocks(lines[:end], title, noted_until, self.layout, self.column)

    def _own_notice(self) -> list[Block]:
        """Return the blocks of the section's own notice, which later documents may share."""
        section = self.section
        if not section.notice:
            return []
        self.notice = notice_blocks(
            section.notice, section.notice_title_lines, self.layout, self.column
        )
        return self.notice

    def _build(
        self,
        regions: RegionParser,
        lines: Sequence[Line],
        numbering: Numbering,
        front: list[Block],
    ) -> Regulation:
        """Return the regulation with the body in *lines* and the blocks *front* before it."""
        preface = [*self.notice, *front] if self.section.in_gazette else front
        title = CONTROL.sub("", self.section.title) or _title_of(preface)
        first = numbering.start or 0
        starts = attachment_starts(lines, first, self.layout) if self.facts.attached else []
        stop = starts[0] if starts else len(lines)
        body, conclusion = regions.parse(
            lines[:stop], numbering.before(stop) if starts else numbering
        )
        ends = [*starts[1:], len(lines)]
        attachments = [
            regions.parse_attachment(lines[a:b]) for a, b in zip(starts, ends, strict=False)
        ]
        self.diagnostics += regions.diagnostics
        return Regulation(
            metadata=read_metadata(
                preface, conclusion, body, title=title, gazette=self.facts.issue
            ),
            preface=tuple(preface),
            body=body,
            conclusion=tuple(conclusion),
            attachments=tuple(attachments),
        )

    def _claims(
        self, regulation: Regulation, preface: Sequence[Block], regions: RegionParser
    ) -> DocumentClaims:
        """Return what *regulation* claims of the source; *preface* are its own first blocks."""
        blocks = [("metadata", block) for block in regulation.conclusion]
        blocks += [("preface", block) for block in preface]
        furniture = [(line.piece(), Furnishing.FLOATING_TITLE) for line in self._floating]
        furniture += [(piece, Furnishing.TABLE_BORDER) for piece in regions.borders]
        furniture += [(piece, Furnishing.LABEL_COLON) for piece in regions.colons]
        return DocumentClaims(self.number, regulation, blocks, furniture, regions.notes)


def _doubts(
    regulation: Regulation, noted: tuple[Diagnostic, ...], first_line: int
) -> tuple[Diagnostic, ...]:
    """Return what was *noted* while *regulation* was read, and what is doubtful in it itself."""
    found = [*noted, *check_bodies(regulation.body, regulation.attachments)]
    title = regulation.metadata.title
    if not regulation.body:
        found.append(Diagnostic.of(Code.NO_BODY, line=first_line, title=title))
    parties = [b.text for b in regulation.preface if _PARTY.match(b.text)]
    if {text[0] for text in parties} >= {"甲", "乙"}:
        found.append(Diagnostic.of(Code.CONTRACT, line=first_line, excerpt=excerpt(parties[0])))
    if not title:
        found.append(Diagnostic.of(Code.NO_TITLE, line=first_line))
    return tuple(found)


def _title_extent(
    section: Section, lines: Sequence[Line], numbering: Numbering, layout: Layout
) -> tuple[int, int]:
    """Return which of *lines* are the title's."""
    if section.title_lines or section.in_gazette:
        return 0, section.title_lines
    found = title_extent(lines[: numbering.start if numbering.heads else _TOP_LINES], layout)
    below = lines[1] if len(lines) > 1 else None
    numbered = numbering.article_mark is not None and numbering.start
    untitled = found == (0, 0) and (numbered or (below is not None and is_note(below)))
    first = lines[0] if untitled else None
    if first is not None and first.head is None and is_heading_like(first) and not is_note(first):
        # Not worded as a title, but it stands where one does.
        return 0, 1 + title_goes_on(lines, 1)
    return found


def _title_of(preface: Sequence[Block]) -> str:
    kinds = (BlockKind.TITLE, BlockKind.NOTICE_TITLE)
    return next((b.text for kind in kinds for b in preface if b.kind is kind), "")


def _is_regulation(
    lines: Sequence[Line], numbering: Numbering, front: Sequence[Block], section: Section
) -> bool:
    """Tell a regulation from a novel, a speech or an essay that numbers its parts.

    It is of no other genre; it was issued by a notice, or has a regulation's title and numbers
    or a 题注, or articles enough without a title.
    """
    if section.in_gazette:
        return True
    fewest = _FEWEST_ARTICLES - 1 if numbering.start == 0 else _FEWEST_ARTICLES
    counted = numbering.article_mark is _ARTICLE and len(numbering.heads) >= fewest
    if not counted and _is_other_genre(lines):
        return False
    if section.title_lines:
        return True
    units = [i for i in numbering.heads if (h := lines[i].head) and h.mark >= _ARTICLE]
    articles = len(units) if numbering.article_mark is not None else 0
    if articles >= fewest:
        return True
    if not any(b.kind is BlockKind.TITLE for b in front):
        return False
    noted = any(b.kind in (BlockKind.ADOPTION_NOTE, BlockKind.DOCUMENT_NUMBER) for b in front)
    return articles > 0 or len(units) >= _FEWEST_LEVELS or noted


def _is_other_genre(lines: Sequence[Line]) -> bool:
    """Tell a speech, a judgment or a paper by what stands at its top."""
    top = [line.text for line in lines[:_TOP_LINES]]
    if any(_SPOKEN.match(text) for text in top):
        return True
    pairs = zip(top[:_TITLE_WITHIN], [*top[1:], ""], strict=False)
    # A title may be cut there: ……民事判决书 / 若干问题的规定.
    return any(_OTHER_GENRE.fullmatch(one) and not is_title(one + below) for one, below in pairs)
