"""The public functions: each wires stages together, from bytes to reports.

Every function takes and returns the immutable values of :mod:`gazette_diff.core`.
What a user can cause raises a :class:`~gazette_diff.core.errors.GazetteDiffError`, whose
``in_("zh")`` tells it in Chinese. The stages are imported where they are used: who only
cites needs no template engine.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazette_diff.core import collector
from gazette_diff.core.errors import GazetteDiffError, NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.corrections import PINS_FILE, keep_pins, pins_file, settle_pins
from gazette_diff.library import (
    library_folder,
    narrow,
    no_regulation,
    parse_name,
    pick,
    split_name,
)

if TYPE_CHECKING:
    from gazette_diff.checking import Finding
    from gazette_diff.citation import Resolved
    from gazette_diff.cite_checking import CheckedText
    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.diagnostics import Diagnostic
    from gazette_diff.core.documents import ParsedDocument, ParsedSource
    from gazette_diff.core.history import History
    from gazette_diff.core.language import Language
    from gazette_diff.core.references import Reference
    from gazette_diff.core.source import SourceText
    from gazette_diff.core.tree import Regulation
    from gazette_diff.core.versions import Line, Stage
    from gazette_diff.library.permanent_ids import Comparer
    from gazette_diff.library.shelf import Shelf
    from gazette_diff.pinning import Settled
    from gazette_diff.report.folding import Unchanged

__all__ = [
    "PINS_FILE",
    "GazetteDiffError",
    "changes_to_akn",
    "check",
    "check_citations",
    "cite",
    "compare",
    "comparer_in",
    "format_citation",
    "from_akn",
    "history",
    "keep_pins",
    "ledger_lines",
    "load",
    "load_document",
    "narrow",
    "no_regulation",
    "parse",
    "pick",
    "pins_file",
    "references",
    "settle_pins",
    "split_name",
    "to_akn",
    "to_docx",
    "to_html",
    "to_json",
    "to_markdown",
    "to_text",
    "to_tracked_docx",
    "tree_as_json",
    "uri_of",
]


_NO_FILE = Bilingual(
    "没有这个文件，法规库中也没有同名的法规",
    "no such file, and no regulation of that name in the library",
)


def parse(source: str | Path | bytes, *, name: str = "-", pages: str | None = None) -> ParsedSource:
    """Read a file (a path) or bytes and return the documents found in it.

    Plain text in any usual encoding, web pages, Word files, PDF with text and Akoma Ntoso
    files are read. *name* is what bytes are called in messages; *pages* (``8-18``) says
    which pages of a PDF are read. A text in which nothing is found has no documents; an
    XML file has no ledger, for it has no lines to account for.

    Raises:
        UnreadableError: the source is missing, a folder, empty, damaged, or of no kind that
            can be read; or it has no such *pages*.
        InvalidMarkupError: it is XML, but no sound Akoma Ntoso.
    """
    from gazette_diff.reading.files import load_bytes

    if isinstance(source, bytes):
        with collector.Pause():
            return _parse_bytes(source, name, pages)
    path = source if isinstance(source, Path) else Path(source)
    with collector.Pause():
        return _parse_bytes(load_bytes(path), str(path), pages)


def _parse_bytes(data: bytes, name: str, pages: str | None) -> ParsedSource:
    from gazette_diff.reading.files import read_bytes, without_pages

    if _is_markup(data, name):
        if pages is not None:
            raise without_pages(name)
        return _parse_markup(data, name)
    read = read_bytes(data, name, pages)
    del data  # a large file need not be kept beside its lines
    from gazette_diff.parsing.parse import parse_source

    parsed = parse_source(read.source)
    if not read.diagnostics:
        return parsed
    return replace(parsed, diagnostics=read.diagnostics + parsed.diagnostics)


def load_document(
    name: str, *, library: Path | None = None, today: date | None = None
) -> ParsedDocument:
    """Return the document called *name*: a file, ``file#words of its title``, or in the library.

    A file that exists wins. Else *name* is words of a title, perhaps with ``@`` and a
    version, in *library* (by default the folder ``GAZETTE_DIFF_LIBRARY`` or ``./rules``,
    else the sample library); without a version the text in force *today* is meant.

    Raises:
        GazetteDiffError: nothing is so named, several things are, or it cannot be read.
    """
    path, words = split_name(name)
    if path is not None and not path.is_dir():
        parsed = parse(path)
        parsed = narrow(parsed, words) if words else parsed
        document = pick(parsed)
        return replace(document, find_diagnostics=lambda: parsed.diagnostics + document.diagnostics)
    from gazette_diff.core.documents import ParsedDocument
    from gazette_diff.library.lookup import find
    from gazette_diff.library.shelf import Shelf

    folder = library_folder(library, os.environ, Path.cwd())
    day = today or datetime.now(UTC).astimezone().date()
    try:
        shelf = Shelf(folder)
        found = find(shelf, parse_name(name), day)
    except (NotFoundError, FileNotFoundError) as error:
        if path is not None:
            parse(path)  # raises: it is a folder
        if _looks_like_path(name):
            raise NotFoundError(_NO_FILE, where=name) from error
        raise
    regulation = shelf.load(found.version)
    return ParsedDocument(
        regulation=regulation,
        lines=(0, 0),
        find_diagnostics=lambda: found.diagnostics + _doubts(regulation),
    )


def load(name: str, *, library: Path | None = None, today: date | None = None) -> Regulation:
    """Return the regulation called *name*; see :func:`load_document`.

    Raises:
        GazetteDiffError: nothing is so named, several things are, or it cannot be read.
    """
    return load_document(name, library=library, today=today).regulation


def compare(
    old: Regulation,
    new: Regulation,
    *,
    min_similarity: float | None = None,
    pins: Settled | Iterable[str] = (),
    unpins: Iterable[str] = (),
    ignore_editorial: bool = False,
) -> ChangeSet:
    """Compare two versions of a regulation: what became of each article, word by word.

    Articles less alike than *min_similarity* (0–1) are not linked; the default suits
    versions of one regulation. The references of the new text are judged with it.

    *pins* correct the correspondence: ``31=38``, ``28=35,38`` (a
    split), ``5,6=7`` (a merger), ``12=`` (deleted), ``=15`` (added); *unpins* name articles
    that do not correspond: ``12=15``. Or *pins* are what :func:`settle_pins` made of these and
    of a file; then *unpins* are in it already. With *ignore_editorial* what differs in layout
    and in references that follow the renumbering is told as unchanged, and counted.

    Raises:
        InvalidPinError: a correction names no article, or two contradict each other.
    """
    from gazette_diff.citation import judge_references
    from gazette_diff.comparing import compare

    if isinstance(pins, tuple | list) and not pins and not unpins:
        changes = compare(old, new, min_similarity=min_similarity)
    else:
        from gazette_diff.pinning import Settled

        settled = pins if isinstance(pins, Settled) else settle_pins(old, new, pins, unpins)
        changes = compare(old, new, min_similarity=min_similarity, pins=settled.pins)
        changes = replace(changes, diagnostics=changes.diagnostics + settled.diagnostics)
    changes = replace(changes, references=judge_references(old, new, changes))
    return changes.without_editorial() if ignore_editorial else changes


def history(shelf: Shelf, line: Line, stages: Sequence[Stage] | None = None) -> History:
    """Return the history of the regulation that *line* is in the library of *shelf*.

    Of *stages* of it alone if given. Corrections of the correspondence that are kept beside
    the versions are respected.

    Raises:
        GazetteDiffError: a file is not sound.
        OSError: one cannot be read.
    """
    from gazette_diff.library.history import history_of

    return history_of(shelf, line, comparer_in(shelf.library), stages)


def comparer_in(library: Path) -> Comparer:
    """Return what compares versions in *library* with the corrections kept beside them."""

    def compared(_: Stage, old_text: Regulation, new: Stage, new_text: Regulation) -> ChangeSet:
        file = (library / new.version.path).parent / PINS_FILE
        if not file.exists():
            return compare(old_text, new_text)
        return compare(old_text, new_text, pins=settle_pins(old_text, new_text, file=file))

    return compared


def references(regulation: Regulation, *, library: Path | None = None) -> tuple[Reference, ...]:
    """Return every reference in the words of *regulation* with what it points to.

    References to works that the library holds (by default as in :func:`load_document`) are
    looked up in the version in force when *regulation* entered into force.

    Raises:
        GazetteDiffError: a file of the library cannot be read.
    """
    from gazette_diff.citation import references
    from gazette_diff.library.external import look_up_external

    folder = library_folder(library, os.environ, Path.cwd())
    return look_up_external(folder, regulation, references(regulation))


def check(
    parsed: ParsedSource, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Return what is wrong with the regulations of *parsed*, in the order of its lines.

    *select* and *ignore* name codes or their beginnings (``GD62``), ``all`` or ``default``,
    which is what is told if nothing is selected; ``docs/diagnostics.md`` explains the codes.

    Raises:
        ValueError: something in *select* or *ignore* is the beginning of no code.
    """
    from gazette_diff.checking import Selection, check

    selection = Selection.of(select, ignore)
    return tuple(one for one in check(parsed) if selection.has(one.diagnostic.code))


def check_citations(
    source: SourceText, *, library: Path | None = None, day: date, today: date | None = None
) -> CheckedText:
    """Return the citations in *source*, anybody's document, checked as of *day*.

    Each is followed into the text of *library* (by default as in :func:`load_document`) that
    was in force on the day, or that its words name; quoted words are compared with it. A
    later version that was in force *today* (by default the day itself) tells new numbers.

    Raises:
        GazetteDiffError: a file of the library is not sound.
        OSError: the library cannot be read.
    """
    from gazette_diff.cite_checking import check_citations
    from gazette_diff.library.shelf import Shelf

    folder = library_folder(library, os.environ, Path.cwd())
    return check_citations(
        source, Shelf(folder), comparer_in(folder), day=day, today=max(day, today or day)
    )


def cite(regulation: Regulation, provision: str) -> Resolved:
    """Return the provision of *regulation* that *provision* names, as people write it.

    44, 四十四, 44.1.3 and 第四十四条第一款第（三）项 are understood. The result knows its
    words, its place and, by :func:`format_citation`, its official citation.

    Raises:
        InvalidCitationError: the words name no single provision.
        NotFoundError: there is none of that number; the message names the nearest.
    """
    from gazette_diff.citation import parse_citation, resolve

    return resolve(regulation, parse_citation(provision))


def format_citation(resolved: Resolved, style: str = "full") -> str:
    """Write a citation: ``full``, ``short``, ``bare``, ``eid`` or ``markdown``.

    Raises:
        ValueError: there is no such style.
    """
    from gazette_diff.citation import CitationStyle, format_citation

    return format_citation(resolved, CitationStyle(style))


def uri_of(regulation: Regulation) -> str:
    """Return the FRBR URI of *regulation* as a version (an Akoma Ntoso Expression)."""
    from gazette_diff.akn import expression_of

    return expression_of(regulation).uri


def to_akn(regulation: Regulation, *, generated_on: date) -> bytes:
    """Return *regulation* as an Akoma Ntoso 3.0 file that says it was made on *generated_on*."""
    from gazette_diff.akn import to_akn

    return to_akn(regulation, generated_on=generated_on)


def from_akn(data: bytes, name: str = "-") -> Regulation:
    """Read the Akoma Ntoso file *data*, called *name* in messages.

    Raises:
        InvalidMarkupError: it is no XML, or no regulation as this tool writes it.
    """
    from gazette_diff.akn import from_akn

    return from_akn(data, name)


def to_text(regulation: Regulation) -> str:
    """Return *regulation* as clean text, a paragraph a line."""
    from gazette_diff.parsing import to_text

    return to_text(regulation)


def to_html(
    changes: ChangeSet,
    *,
    language: Language = "zh",
    unchanged: Unchanged = "fold",
    explain: bool = False,
) -> str:
    """Return *changes* as a report in one self-contained HTML file.

    *unchanged* articles are shown in ``full``, in a ``fold`` that opens, or ``omit``-ted. With
    *explain* every article has the evidence of its correspondence.
    """
    from gazette_diff.report.html import to_html

    return to_html(changes, language=language, unchanged=unchanged, explain=explain)


def to_docx(
    changes: ChangeSet, *, language: Language = "zh", unchanged: Unchanged = "full"
) -> bytes:
    """Return *changes* as a Word file with the 修订对照表 that offices file.

    *unchanged* articles are shown in ``full``, a run of them in one line (``fold``), or
    ``omit``-ted. The same changes give the same bytes.
    """
    from gazette_diff.report.word import to_docx

    return to_docx(changes, language=language, unchanged=unchanged)


def to_tracked_docx(
    changes: ChangeSet,
    old: Regulation,
    new: Regulation,
    *,
    day: date | None = None,
    author: str | None = None,
    language: Language = "zh",
) -> bytes:
    """Return *old* as a Word file whose tracked changes make it *new*.

    *changes* are those of :func:`compare`. The tracked changes are of *day*, by default that
    of the new version, and by *author*, by default the name of this tool.
    """
    from gazette_diff.report.word import to_tracked_docx

    return to_tracked_docx(changes, old, new, day=day, author=author, language=language)


def to_markdown(
    changes: ChangeSet, *, language: Language = "zh", unchanged: Unchanged = "fold"
) -> str:
    """Return *changes* as a 修订对照表 in Markdown, with the tables of GitHub.

    *unchanged* articles are shown in ``full``, a run of them in one line (``fold``), or
    ``omit``-ted.
    """
    from gazette_diff.report.markdown import to_markdown

    return to_markdown(changes, language=language, unchanged=unchanged)


def to_json(
    changes: ChangeSet, *, language: Language = "zh", explain: bool = False
) -> dict[str, Any]:
    """Return *changes* after the contract ``gazette-diff/changes@1``.

    With *explain* every link carries its evidence.
    """
    from gazette_diff.report.json import changes_as_json

    return changes_as_json(changes, language, explain=explain)


def changes_to_akn(
    changes: ChangeSet, old: Regulation, new: Regulation, *, generated_on: date
) -> bytes:
    """Return *changes*, which lead from *old* to *new*, as an Akoma Ntoso 3.0 file.

    It holds the new version, and in its analysis each insertion, repeal, substitution,
    renumbering, split and join; *generated_on* is the date of the file itself.
    """
    from gazette_diff.akn import comparison_to_akn

    return comparison_to_akn(changes, old, new, generated_on=generated_on)


def tree_as_json(parsed: ParsedSource, *, language: Language = "zh") -> dict[str, Any]:
    """Return the documents of *parsed* after the contract ``gazette-diff/tree@1``."""
    from gazette_diff.report.tree_json import tree_as_json

    return tree_as_json(parsed.documents, language, parsed.diagnostics)


def ledger_lines(parsed: ParsedSource) -> Iterator[str]:
    """Yield one line of JSON for each piece of the source: where each character went."""
    from gazette_diff.report.tree_json import ledger_lines

    return ledger_lines(parsed)


def _is_markup(data: bytes, name: str) -> bool:
    """Tell whether *data*, the beginning of the file *name*, are to be read as Akoma Ntoso."""
    if name[-4:].lower() == ".xml":
        return True
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and b"akomaNtoso" in start


def _doubts(regulation: Regulation) -> tuple[Diagnostic, ...]:
    """Return what is doubtful in a regulation read from XML, as in one from text."""
    from gazette_diff.core.diagnostics import Code, Diagnostic
    from gazette_diff.parsing.checks import check_bodies

    untitled = () if regulation.metadata.title else (Diagnostic.of(Code.NO_TITLE),)
    return (*untitled, *check_bodies(regulation.body, regulation.attachments))


def _parse_markup(data: bytes, name: str) -> ParsedSource:
    from gazette_diff.core.documents import ParsedDocument, ParsedSource
    from gazette_diff.core.source import SourceText

    regulation = from_akn(data, name)
    document = ParsedDocument(
        regulation=regulation,
        lines=(1, data.count(b"\n") + 1),
        find_diagnostics=lambda: _doubts(regulation),
    )
    return ParsedSource(source=SourceText(name, ()), documents=(document,))


def _looks_like_path(name: str) -> bool:
    return "/" in name or os.sep in name or Path(name.rpartition("#")[0] or name).suffix != ""
