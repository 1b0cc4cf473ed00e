"""The help of a command, laid out in either language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.core.language import Language


class Example(NamedTuple):
    """A command line worth showing, and what it does."""

    line: str
    does: Bilingual


class HelpPage(NamedTuple):
    """All that the help of a command says, still in both languages.

    ``rows`` are terms with what they mean, under the heading of their section.
    """

    usage: str
    about: Bilingual
    sections: tuple[tuple[Bilingual, tuple[tuple[str, Bilingual], ...]], ...]
    examples: tuple[Example, ...] = ()
    closing: Bilingual | None = None


USAGE = Bilingual("用法：", "Usage: ")
ARGUMENTS = Bilingual("参数", "Arguments")
OPTIONS = Bilingual("选项", "Options")
COMMANDS = Bilingual("命令", "Commands")
EXAMPLES = Bilingual("示例", "Examples")

_TERM_WIDTH = 26
# No line begins with these: the rule of Chinese typesetting (避头).
_NEVER_FIRST = "，。；：、？！）》”’〕…"


def render_help(page: HelpPage, language: Language, width: int) -> str:
    """Return *page* as text in *language*, at most *width* columns wide."""
    lines = [USAGE.in_(language) + page.usage, ""]
    lines += wrap(page.about.in_(language), width)
    for heading, rows in page.sections:
        if rows:
            lines += ["", _heading(heading, language)]
            lines += _definitions(rows, language, width)
    if page.examples:
        lines += ["", _heading(EXAMPLES, language)]
        for example in page.examples:
            lines += [f"  {line}" for line in wrap(f"# {example.does.in_(language)}", width - 2)]
            lines += [f"  {example.line}"]
    if page.closing is not None:
        lines += ["", *wrap(page.closing.in_(language), width)]
    return "\n".join(lines)


def wrap(text: str, width: int) -> list[str]:
    """Break *text* into lines of at most *width* columns, Chinese characters counting two.

    Line breaks in *text* stay; a line too long is broken at a space or beside a Chinese
    character, never before a closing mark. A word wider than a line stands out.
    """
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for chunk in _chunks(paragraph):
            if line and columns(line + chunk.rstrip()) > width:
                lines.append(line.rstrip())
                line = ""
            line += chunk
        lines.append(line.rstrip())
    return lines


def columns(text: str) -> int:
    """Return how many columns of a terminal *text* takes."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def _heading(heading: Bilingual, language: Language) -> str:
    return heading.in_(language) + ("：" if language == "zh" else ":")


def _definitions(
    rows: Sequence[tuple[str, Bilingual]], language: Language, width: int
) -> Iterator[str]:
    term_width = min(max(columns(term) for term, _ in rows), _TERM_WIDTH) + 2
    for term, meaning in rows:
        first, *rest = wrap(meaning.in_(language), max(width - term_width - 2, 20))
        if columns(term) + 2 > term_width:
            yield f"  {term}"
            term = ""
        yield f"  {term}{' ' * (term_width - columns(term))}{first}".rstrip()
        yield from (" " * (term_width + 2) + line for line in rest)


def _chunks(text: str) -> Iterator[str]:
    """Yield the pieces between which a line may be broken."""
    chunk = ""
    for c in text:
        wide = unicodedata.east_asian_width(c) in "WF"
        if chunk and c not in _NEVER_FIRST and (wide or chunk[-1] == " " or _is_wide(chunk[-1])):
            if c == " ":
                chunk += c
                continue
            if chunk[-1] not in "（《“‘〔":
                yield chunk
                chunk = ""
        chunk += c
    if chunk:
        yield chunk


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
