"""Which of the documents of a source is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gazette_diff.core.errors import NoRegulationError
from gazette_diff.core.language import Bilingual
from gazette_diff.library.names import has_words, plain

if TYPE_CHECKING:
    from gazette_diff.core.documents import ParsedDocument, ParsedSource

_SHOWN = 8


def pick(parsed: ParsedSource, words: str = "") -> ParsedDocument:
    """Return the one document of *parsed* that *words* name.

    *words* stand in its title, are its document number, or count it (``2``); without
    words the source must hold a single one.

    Raises:
        NoRegulationError: there is none, or several; the message names them.
    """
    documents = parsed.documents
    if not documents:
        raise no_regulation(parsed.source.name)
    chosen = _named(documents, words) if words else documents
    if len(chosen) == 1:
        return chosen[0]
    if not words:
        what = Bilingual("含{n}个文件：{shown}", "holds {n} documents: {shown}")
    elif chosen:
        what = Bilingual("“{words}”可指{n}个文件：{shown}", "“{words}” may mean {n}: {shown}")
    else:
        what = Bilingual(
            "没有标题含“{words}”的文件，只有：{shown}",
            "no document has “{words}” in its title, there are only: {shown}",
        )
    raise NoRegulationError(
        what.fill(words=words, n=len(chosen), shown=_shown(chosen or documents, documents)),
        where=parsed.source.name,
        mend=Bilingual(
            "请用 {where}#标题中的字 选定一个", "choose one as {where}#words-of-its-title"
        ).fill(where=parsed.source.name),
    )


def narrow(parsed: ParsedSource, words: str) -> ParsedSource:
    """Return *parsed* with nothing but the document that *words* name; see :func:`pick`.

    Raises:
        NoRegulationError: there is none, or several.
    """
    document = pick(parsed, words)
    number = _count(document, parsed.documents)
    first, last = document.lines
    return replace(
        parsed,
        documents=(document,),
        write_ledger=lambda: tuple(e for e in parsed.ledger if e.document == number),
        # Who asks for one document of a gazette need not hear of what stands elsewhere in it.
        diagnostics=tuple(
            d for d in parsed.diagnostics if d.line is None or first <= d.line <= last
        ),
    )


def no_regulation(name: str) -> NoRegulationError:
    """Return the error that tells that the source called *name* holds no regulation."""
    return NoRegulationError(
        Bilingual("未找到带编号条文的法规", "no numbered regulation found"),
        where=name,
        mend=Bilingual(
            "法规应有标题，“第一条”“一、”等编号应在行首",
            "a regulation has a title, and its numbers (第一条, 一、) begin lines",
        ),
    )


def _named(documents: Sequence[ParsedDocument], words: str) -> tuple[ParsedDocument, ...]:
    wanted = plain(words)
    exact = tuple(d for d in documents if wanted in (plain(_title(d)), plain(_number(d))))
    found = exact or tuple(d for d in documents if has_words(_title(d), words))
    # Only now: a title may well hold the digits (《2023年工作要点》).
    if not found and words.isdecimal() and 0 < int(words) <= len(documents):
        return (documents[int(words) - 1],)
    return found


def _title(document: ParsedDocument) -> str:
    return document.regulation.metadata.title


def _number(document: ParsedDocument) -> str:
    return str(document.regulation.metadata.document_number or "")


def _shown(chosen: Sequence[ParsedDocument], documents: Sequence[ParsedDocument]) -> str:
    """Return the titles of the *chosen*; one without a title is named by its count among all."""
    names = [_title(d) or f"#{_count(d, documents)}" for d in chosen[:_SHOWN]]
    return "、".join(names) + ("……" if len(chosen) > _SHOWN else "")


def _count(document: ParsedDocument, documents: Sequence[ParsedDocument]) -> int:
    """Return which of *documents* it is, from 1; two may well be equal, so `is` decides."""
    return next(n for n, other in enumerate(documents, 1) if other is document)
