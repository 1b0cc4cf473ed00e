"""Markdown as GitHub reads it: the cells of its tables, by a CommonMark parser."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token


def cells(markdown: str) -> list[list[list[Token]]]:
    """Return the rows of all tables of *markdown*: for each cell what stands in it."""
    rows: list[list[list[Token]]] = []
    inside = False
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown):
        if token.type == "tr_open":
            rows.append([])
        inside = token.type in ("td_open", "th_open") or (inside and token.type == "inline")
        if token.type == "inline" and inside:
            rows[-1].append(token.children or [])
    return rows


def words(cell: list[Token], without: str = "") -> str:
    """Return the text that a *cell* shows; what stands in elements *without* is left out."""
    text, skipping = [], False
    for token in cell:
        if token.type == "html_inline":
            if token.content == "<br>":
                text.append("" if skipping else "\n")
            elif without and token.content.strip("</>") == without:
                skipping = not token.content.startswith("</")
        elif token.type in ("text", "text_special", "code_inline") and not skipping:
            text.append(token.content)
    return "".join(text)
