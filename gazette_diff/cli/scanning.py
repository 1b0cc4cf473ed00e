"""``gazette-diff cite --scan``: the citations in anybody's text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gazette_diff.cli.sources import is_stdin, read_stdin

if TYPE_CHECKING:
    from gazette_diff.citation import Found
    from gazette_diff.core.source import SourceText
    from gazette_diff.reading import ReadResult


def read_text(name: str) -> SourceText:
    """Return the text in the file *name*, or on standard input for ``-``; see :func:`read`."""
    return read(name).source


def read(name: str) -> ReadResult:
    """Read the file *name*, or standard input for ``-``.

    Raises:
        UnreadableError: there is no such file, or it is no text.
    """
    from gazette_diff.reading import read_bytes, read_file

    if is_stdin(name):
        return read_bytes(read_stdin(), name)
    return read_file(Path(name))


def as_json(source: SourceText) -> str:
    """Return the citations of *source* as JSON."""
    import json

    from gazette_diff.citation import citations_as_json, scan

    data = citations_as_json(scan("\n".join(source.lines)))
    return json.dumps(data, ensure_ascii=False) + "\n"


def as_lines(source: SourceText) -> str:
    """Return the citations of *source* as linters do: ``file:line:column: citation``.

    A later member of a list is followed by the work that it belongs to, in brackets.
    """
    from gazette_diff.citation import scan

    found = scan("\n".join(source.lines))
    return "".join(
        f"{source.name}:{c.line}:{c.start + 1}: {c.text}{_unprinted_work(c)}\n" for c in found
    )


def _unprinted_work(citation: Found) -> str:
    return f" [{citation.work}]" if citation.work not in citation.text else ""
