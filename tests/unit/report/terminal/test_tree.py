"""The drawing of a tree, and the list of documents."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from gazette_diff.report.terminal.cells import width
from gazette_diff.report.tree_terminal import list_text, render_list, render_tree, tree_text
from tests.support.trees import bare_document, sample_source

if TYPE_CHECKING:
    from gazette_diff.core.language import Language
    from tests.conftest import Golden


def console(cells: int) -> tuple[Console, io.StringIO]:
    file = io.StringIO()
    return Console(file=file, width=cells, color_system=None, legacy_windows=False), file


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_tree(golden: Golden, language: Language) -> None:
    source = sample_source()
    out, file = console(80)
    render_tree(source.documents, language, out, diagnostics=source.diagnostics)
    golden(f"terminal/tree-80-{language}.txt", file.getvalue())
    assert max(width(line) for line in file.getvalue().splitlines()) <= 80


def test_a_tree_in_a_pipe_is_indented_and_whole() -> None:
    source = sample_source()
    out, file = console(80)
    render_tree(source.documents, "zh", out, plain=True)
    text = file.getvalue()
    assert not set("─│├└…") & set(text)
    assert "涉及面广、情况复杂的，经批准可以延长，但最长不得超过六十日" in text


@pytest.mark.parametrize(("cells", "lines"), [(80, 4), (200, 2)])
def test_the_list_of_documents(golden: Golden, cells: int, lines: int) -> None:
    out, file = console(cells)
    render_list(sample_source().documents, "zh", out)
    golden(f"terminal/list-{cells}-zh.txt", file.getvalue())
    assert len(file.getvalue().splitlines()) == lines


def test_a_list_in_a_pipe_has_a_line_for_each_document() -> None:
    out, file = console(20)
    render_list(sample_source().documents, "zh", out, plain=True)
    first, second = file.getvalue().splitlines()
    assert "临江市信访事项办理办法" in first
    assert "临政〔2024〕3号" in first
    assert "2024-03-01施行" in first
    assert "第3–40行" in first
    assert "提纲" in second


def test_a_document_of_which_nothing_is_known() -> None:
    out, file = console(80)
    render_list((bare_document(),), "en", out)
    render_tree((bare_document(),), "en", out)
    assert "(untitled)" in file.getvalue()


def test_no_documents() -> None:
    out, file = console(80)
    render_list((), "zh", out)
    render_tree((), "zh", out)
    assert file.getvalue() == ""


def test_plain_lines_are_those_of_a_console() -> None:
    documents = sample_source().documents
    out, file = console(80)
    render_list(documents, "zh", out)
    render_tree(documents[1:], "zh", out)  # the first has diagnostics, which plain lines leave out
    text = [*list_text(documents, "zh", 80), *tree_text(documents[1:], "zh", 80)]
    assert "".join(text) == file.getvalue()
    assert "GD110" not in "".join(tree_text(documents, "zh", 80))
