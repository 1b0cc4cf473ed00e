"""The list of the documents of a source, and the facts that name each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import BlockKind, Level
from gazette_diff.report.terminal.cells import flow, pad, width, wrap
from gazette_diff.report.terminal.lines import Line, Role, Span, visible_line
from gazette_diff.report.units import ARTICLE
from gazette_diff.report.wording import UNTITLED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from gazette_diff.core.documents import ParsedDocument
    from gazette_diff.core.language import Language

_SIGNED = Bilingual("{day}成文", "signed {day}")
_ADOPTED = Bilingual("{day}通过", "adopted {day}")
_AMENDED = Bilingual("{day}修改", "amended {day}")
_PUBLISHED = Bilingual("{day}公布", "published {day}")
_IN_FORCE = Bilingual("{day}施行", "in force {day}")
# 意见, 方案: numbered 一、（一）1. without articles.
_OUTLINE = Bilingual("提纲", "outline")
_LINES = Bilingual("第{lines}行", "lines {lines}")


def list_lines(
    documents: Sequence[ParsedDocument], language: Language, cells: int | None
) -> Iterator[Line]:
    """Yield a line for each of *documents*: number, title, document number, dates, size.

    Where a window of *cells* is too narrow, the facts stand on a line below the title.
    The title is never cut: its words pick the document (``file#words``).
    """
    rows = [(title_of(document, language), *facts_of(document, language)) for document in documents]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    indent = len(str(len(documents))) + 2
    narrow = cells is not None and indent + sum(widths) + 2 * (len(widths) - 1) > cells
    for number, (title, *facts) in enumerate(rows, 1):
        start = Span(f"{number:>{indent - 2}}  ", Role.QUIET)
        if narrow and cells is not None:
            yield from _stacked(start, title, facts, cells)
            continue
        table = [pad(fact, cells) for fact, cells in zip(facts, widths[1:], strict=True)]
        text = "  ".join(table).rstrip()
        yield (start, Span(pad(title, widths[0]), Role.STRONG), Span(f"  {text}"))


def _stacked(start: Span, title: str, facts: list[str], cells: int) -> Iterator[Line]:
    indent = len(start.text)
    lines = wrap([Span(title, Role.STRONG)], cells - indent)
    lines += flow([Span(fact) for fact in facts if fact], cells - indent)
    for number, line in enumerate(lines):
        yield (start if number == 0 else Span(" " * indent), *line)


def title_of(document: ParsedDocument, language: Language) -> str:
    """Return the title of *document* on one line."""
    return visible_line(document.regulation.metadata.title or UNTITLED.in_(language))


def facts_of(document: ParsedDocument, language: Language) -> tuple[str, str, str, str, str]:
    """Return document number, day of signature, day of force, articles and lines, as shown."""
    metadata = document.regulation.metadata
    number = "" if metadata.document_number is None else str(metadata.document_number)
    first, last = document.lines
    articles = len(document.regulation.articles)
    outline = not articles and any(p.level is Level.OUTLINE for p in document.regulation.body)
    size = _OUTLINE if outline else ARTICLE.of(articles)
    # The day that names the version: of its last amendment, else of signature.
    signed = _day(_AMENDED, max(metadata.amended, default=None), language)
    signed = signed or _day(_signed(document), metadata.signed, language)
    return (
        visible_line(number),
        signed or _day(_PUBLISHED, metadata.published, language),
        _day(_IN_FORCE, metadata.in_force, language),
        size.in_(language),
        _LINES.in_(language).format(lines=f"{first}–{last}") if last else "",
    )


def _signed(document: ParsedDocument) -> Bilingual:
    """Return what was done on the day of signature: a meeting adopts, an office signs."""
    notes = (b.text for b in document.regulation.preface if b.kind is BlockKind.ADOPTION_NOTE)
    return _ADOPTED if any("通过" in note for note in notes) else _SIGNED


def _day(words: Bilingual, day: date | None, language: Language) -> str:
    return "" if day is None else words.in_(language).format(day=day.isoformat())
