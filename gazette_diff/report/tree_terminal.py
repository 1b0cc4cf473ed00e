"""What was found in a source, in the terminal: the trees, and the list of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.report.terminal.documents import list_lines
from gazette_diff.report.terminal.tree import tree_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from gazette_diff.core.diagnostics import Diagnostic
    from gazette_diff.core.documents import ParsedDocument
    from gazette_diff.core.language import Language

__all__ = ["list_lines", "render_list", "render_tree", "tree_lines"]


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
