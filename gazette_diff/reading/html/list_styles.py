"""How the items of a list are marked, after what they say themselves and the page's own rules.

CSS Lists 3, the property list-style-type, in selectors that name elements by tag, class and id.
Style sheets in files of their own are not at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTY = re.compile(
    r"(?<![\w-])list-style(?:-type)?\s*:\s*((?:\"[^\"]*\"|'[^']*'|[^;\"'])+)", re.I
)
_OF_NO_KIND = frozenset({"inside", "outside", "inherit", "unset"})
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_OWN_STYLE = re.compile(r"@counter-style\s+([\w-]+)", re.I)
_COUNTS = re.compile(r"content\s*:[^;{}]{0,200}\bcounters?\(", re.I)
_BRACE = re.compile("[{}]")
_COMPOUND = re.compile(r"(?P<tag>\*|[a-z][a-z0-9]*)?(?P<names>(?:[.#][\w-]+)*)", re.I)
_MOST_RULES = 200
_MOST_READ = 1_000_000  # characters of a sheet
_LONGEST = 10_000  # characters of one rule's declarations
_DEEPEST = 100
# So many elements are held against rules, in all; beyond, the rules of a page are not asked.
_MOST_TRIED = 1_000_000


class _Compound(NamedTuple):
    """A part of a selector: ``ol.items#first``."""

    tag: str
    classes: frozenset[str]
    identifier: str

    def fits(self, element: _Element) -> bool:
        """Tell whether *element* is meant."""
        classes = frozenset((element.get("class") or "").split())
        return (
            self.tag in ("", "*", str(element.tag).lower())
            and self.classes <= classes
            and self.identifier in ("", element.get("id"))
        )


class _Rule(NamedTuple):
    """The style of the elements that the last compound fits, inside those that the others fit."""

    weight: tuple[int, int, int]
    compounds: tuple[_Compound, ...]
    style: str

    def fits(self, element: _Element) -> bool:
        """Tell whether the style is that of *element*."""
        *outer, own = self.compounds
        if not own.fits(element):
            return False
        for above in islice(element.iterancestors(), _DEEPEST) if outer else ():
            if outer and outer[-1].fits(above):
                outer.pop()
        return not outer


class ListStyles:
    """The rules of a page for the marks of its lists.

    ``own_styles`` are the counter styles that it makes itself; it ``counts`` where it lets the
    browser write numbers before what is no list.
    """

    def __init__(self, sheets: Iterable[str]) -> None:
        """Read the *sheets* in the page."""
        bare = [_without_comments(sheet[:_MOST_READ]) for sheet in sheets]
        rules = islice((rule for sheet in bare for rule in _rules(sheet)), _MOST_RULES)
        self.own_styles = frozenset(name for sheet in bare for name in _OWN_STYLE.findall(sheet))
        self.counts = any(_COUNTS.search(sheet) for sheet in bare)
        # Of rules with the same weight the last one holds.
        self._rules = sorted(rules, key=lambda rule: rule.weight)[::-1]
        self._left = _MOST_TRIED

    def of(self, element: _Element) -> str | None:
        """Return the style that *element* is given; None where none is."""
        own = read_style(element.get("style") or "")
        if own is not None:
            return own
        for rule in self._rules:
            self._left -= len(rule.compounds) * _DEEPEST if len(rule.compounds) > 1 else 1
            if self._left < 0:
                return None
            if rule.fits(element):
                return rule.style
        return None


def read_style(declarations: str) -> str | None:
    """Return the last list-style-type among *declarations*; a string in its quotes."""
    for value in reversed(_PROPERTY.findall(declarations[:_LONGEST])):
        if found := _STRING.search(value):
            return found.group()
        words = value.lower().replace("!important", "").split()
        kinds = [word for word in words if word not in _OF_NO_KIND and "url(" not in word]
        if kinds:
            return str(kinds[0])
    return None


def _rules(sheet: str) -> Iterator[_Rule]:
    for selectors, declarations in _blocks(sheet):
        style = read_style(declarations) if "list-style" in declarations.lower() else None
        for selector in selectors.split(",") if style is not None else ():
            compounds = tuple(_compounds(selector))
            if compounds and style is not None:
                yield _Rule(_weight(compounds), compounds, style)


def _without_comments(sheet: str) -> str:
    first, *others = sheet.replace("<!--", " ").replace("-->", " ").split("/*")
    return " ".join((first, *(text.partition("*/")[2] for text in others)))


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the declarations of each rule, but for those inside an ``@media``."""
    depth = start = inside = 0
    for found in _BRACE.finditer(sheet):
        if found.group() == "{":
            if depth == 0:
                inside = found.end()
            depth += 1
        elif depth > 0:
            depth -= 1
            if depth == 0:
                yield sheet[start : inside - 1], sheet[inside : found.start()]
                start = found.end()


def _compounds(selector: str) -> list[_Compound]:
    """Return the parts of *selector*; none for one that asks for more than tag, class and id."""
    parts = []
    for word in selector.replace(">", " ").split():
        found = _COMPOUND.fullmatch(word)
        if found is None:
            return []
        names = re.findall(r"([.#])([\w-]+)", found["names"])
        classes = frozenset(name for sign, name in names if sign == ".")
        identifier = next((name for sign, name in names if sign == "#"), "")
        parts.append(_Compound((found["tag"] or "").lower(), classes, identifier))
    return parts


def _weight(compounds: tuple[_Compound, ...]) -> tuple[int, int, int]:
    """Return how much a selector counts against others (CSS Selectors 4, 17)."""
    return (
        sum(bool(part.identifier) for part in compounds),
        sum(len(part.classes) for part in compounds),
        sum(part.tag not in ("", "*") for part in compounds),
    )
