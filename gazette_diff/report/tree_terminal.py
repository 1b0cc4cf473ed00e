"""What was found in a source, in the terminal: the trees, and the list of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.report.terminal.documents import list_lines
from gazette_diff.report.terminal.lines import plain
from gazette_diff.report.terminal.tree import tree_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from gazette_diff.core.diagnostics import Diagnostic
    from gazette_diff.core.documents import ParsedDocument
    from gazette_diff.core.language import Language

__all__ = ["list_lines", "list_text", "render_list", "render_tree", "tree_lines", "tree_text"]


def render_tree(
    documents: Sequence[ParsedDocument],
    language: Language,
    console: Console,
    *,
    diagnostics: Sequence[Diagnostic] = (),
    plain: bool = False,
) -> None:
    """Draw the trees of *documents* on *console*, each with its diagnostics.

    *diagnostics* are those that concern no single document. A *plain* drawing is for
    pipes: indented instead of drawn, and no text is cut.
    """
    from gazette_diff.report.terminal.paint import print_lines

    cells = None if plain else console.width
    print_lines(tree_lines(documents, language, cells, diagnostics), console, plain=plain)


def render_list(
    documents: Sequence[ParsedDocument],
    language: Language,
    console: Console,
    *,
    plain: bool = False,
) -> None:
    """Print the table of *documents* on *console*; *plain* is for pipes: one line for each."""
    from gazette_diff.report.terminal.paint import print_lines

    cells = None if plain else console.width
    print_lines(list_lines(documents, language, cells), console, plain=plain)


def tree_text(
    documents: Sequence[ParsedDocument], language: Language, cells: int | None
) -> Iterator[str]:
    """Yield the trees of *documents* as plain lines with their ends, without diagnostics.

    *cells* is the width of the window; None indents instead of drawing and cuts nothing.
    """
    return plain(tree_lines(documents, language, cells, notes=False))


def list_text(
    documents: Sequence[ParsedDocument], language: Language, cells: int | None
) -> Iterator[str]:
    """Yield the table of *documents* as plain lines with their ends."""
    return plain(list_lines(documents, language, cells))
