"""The lines and tables of a page, once it is known what is left out, as lines of a source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gazette_diff.reading.html.nodes import PageLine, PageNode, PageTable, Reason, lines_of
from gazette_diff.reading.tables import Block, Grid, block_lines, comment_line

#: What a comment line says of the words in it.
_TOLD = {
    Reason.HIDDEN: "隐藏文字",
    Reason.CONTROL: "表单控件",
    Reason.OUTSIDE: "网页其他部分",
    Reason.TOOL: "网页工具",
    Reason.CARD: "目录信息",
    Reason.REPEATED: "重复的标题",
}


def page_lines(nodes: Sequence[PageNode]) -> Iterator[str]:
    """Yield the lines of *nodes*; runs of what is left out become one comment line each."""
    left: list[PageLine] = []
    for node in _unframed(nodes):
        if isinstance(node, PageLine) and node.left_out is not None:
            if left and left[-1].left_out is not node.left_out:
                yield _comment(left)
                left = []
            left.append(node)
            continue
        if left:
            yield _comment(left)
            left = []
        if isinstance(node, PageLine):
            yield node.shown
        else:
            yield from block_lines([_grid(node)])
            left = [line for line in lines_of([node]) if line.left_out is not None]
    if left:
        yield _comment(left)


def _comment(lines: Sequence[PageLine]) -> str:
    reason = lines[0].left_out
    told = f"{_TOLD[reason]}：" if reason is not None else ""
    return comment_line(told + "　".join(line.text for line in lines))


def _unframed(nodes: Sequence[PageNode]) -> Iterator[PageNode]:
    """Yield *nodes* with the tables that only frame them taken away."""
    stack: list[Iterator[PageNode]] = [iter(nodes)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif isinstance(node, PageTable) and _grid(node).is_frame:
            stack.append(inner for row in node.rows for cell in row for inner in cell)
        else:
            yield node


def _grid(table: PageTable) -> Grid:
    """Return the table with the words that are kept; rows without any are left out."""
    rows = [tuple(tuple(_blocks(cell)) for cell in row) for row in table.rows]
    kept = [i for i, row in enumerate(rows) if any(row)]
    header_rows = sum(i < table.header_rows for i in kept)
    return Grid(tuple(rows[i] for i in kept), header_rows)


def _blocks(cell: Sequence[PageNode]) -> Iterator[Block]:
    return (line.shown for line in lines_of(list(cell)) if line.left_out is None)
