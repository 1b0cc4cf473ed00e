"""The tree of a regulation, drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.cli.help import columns
from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import BlockKind, Level, Provision

if TYPE_CHECKING:
    from gazette_diff.core.language import Language
    from gazette_diff.core.tree import Block, Regulation

_KINDS = {
    BlockKind.NOTICE_TITLE: Bilingual("通知标题", "title of the notice"),
    BlockKind.ADDRESSEE: Bilingual("主送机关", "addressee"),
    BlockKind.NOTICE_TEXT: Bilingual("通知正文", "notice"),
    BlockKind.SIGNATURE: Bilingual("署名", "signature"),
    BlockKind.DATE: Bilingual("日期", "date"),
    BlockKind.ADOPTION_NOTE: Bilingual("题注", "adoption note"),
    BlockKind.CONTENTS: Bilingual("目录", "contents"),
    BlockKind.PREAMBLE: Bilingual("序言", "preamble"),
    BlockKind.EDITOR_NOTE: Bilingual("编者注", "editor's note"),
    BlockKind.GAZETTE: Bilingual("刊载", "gazette"),
}
# What stands in the heading of the drawing already.
_TOLD = frozenset({BlockKind.TITLE, BlockKind.DOCUMENT_NUMBER})


class _Branch(NamedTuple):
    line: str
    inside: tuple[Provision, ...] = ()


def draw_tree(regulation: Regulation, width: int | None, language: Language) -> Iterator[str]:
    """Yield the lines of the drawing of *regulation*.

    Each provision is one line; with a *width* in columns its words are cut there, with …
    to show it, and without one they stand in full.
    """
    metadata = regulation.metadata
    number = f"（{metadata.document_number}）" if metadata.document_number else ""
    yield _cut(f"{metadata.title or '—'}{number}", width)
    branches = [
        *_blocks(regulation.preface, language),
        *map(_branch, regulation.body),
        *_blocks(regulation.conclusion, language),
        *(_Branch(f"{a.label} {a.heading}".strip(), a.body) for a in regulation.attachments),
    ]
    yield from _draw(branches, "", width)


def _draw(branches: list[_Branch], indent: str, width: int | None) -> Iterator[str]:
    for index, branch in enumerate(branches, 1):
        last = index == len(branches)
        yield _cut(f"{indent}{'└── ' if last else '├── '}{branch.line}", width)
        inner = [_branch(provision) for provision in branch.inside]
        yield from _draw(inner, indent + ("    " if last else "│   "), width)


def _blocks(blocks: Iterable[Block], language: Language) -> Iterator[_Branch]:
    for block in blocks:
        if block.kind not in _TOLD:
            kind = _KINDS[block.kind].in_(language)
            yield _Branch(f"[{kind}] {' '.join(block.text.split())}")


def _branch(provision: Provision) -> _Branch:
    """Return *provision* with all its own words on one line; … stands where its children go."""
    words = [provision.label, provision.heading, provision.text]
    inside = provision.children
    # The 款 of an article that has only one is never counted, so it gets no line of its own.
    if len(inside) == 1 and inside[0].level is Level.PARAGRAPH and not inside[0].table:
        (sole,) = inside
        words += [sole.text, f"… {sole.closing}" if sole.closing else ""]
        inside = sole.children
    if provision.table is not None:
        words.append(provision.table.text)
    if provision.closing:
        words.append(f"… {provision.closing}")
    return _Branch(" ".join(" ".join(words).split()), inside)


def _cut(line: str, width: int | None) -> str:
    if width is None or columns(line) <= width:
        return line
    while columns(line) > width - 1:
        # In big steps first: a 款 may have thousands of characters.
        line = line[: max(len(line) // 2, width // 2)] if len(line) > 2 * width else line[:-1]
    return line + "…"
