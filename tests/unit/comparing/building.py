"""Regulations for the tests of comparing, written as text in the smallest grammar that does.

``## 总则`` opens a chapter, ``### 一般规定`` a section, ``第一条 …`` an article; ``（一）…`` is
an item, ``1. …`` a subitem, ``…`` closes the list of its 款, every other line is a 款.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gazette_diff.core.numerals import parse_number
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import Level, Metadata, Provision, Regulation

_LINE = re.compile(
    r"(?P<section>\#\#\#)\s*(.*) | (?P<chapter>\#\#)\s*(.*)"
    r"| (?P<article>第\w+条(?:之\w+)?)\s*(.*) | (?P<item>（\w+）)(.*)"
    r"| (?P<subitem>\d+\.)\s*(.*) | (?P<closing>…)(.*) | (?P<paragraph>)(.+)",
    re.VERBOSE,
)
_LEVELS = [Level.CHAPTER, Level.SECTION, Level.ARTICLE, Level.PARAGRAPH, Level.ITEM, Level.SUBITEM]
_CHAPTERS = {Level.CHAPTER: "章", Level.SECTION: "节"}


def regulation(text: str, title: str = "试验管理办法") -> Regulation:
    """Return the regulation written in *text*."""
    nodes: list[tuple[int, Provision]] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        found = _LINE.fullmatch(line)
        assert found is not None, line
        kind = next(name for name, words in found.groupdict().items() if words is not None)
        words = next(group for group in reversed(found.groups()) if group is not None)
        if kind == "closing":
            at = max(n for n, (depth, _) in enumerate(nodes) if depth == 3)
            nodes[at] = 3, replace(nodes[at][1], closing=words)
            continue
        level = Level(kind)
        label = found[kind]
        if level in _CHAPTERS:
            nodes.append((_LEVELS.index(level), Provision(level=level, heading=words)))
        elif level is Level.ARTICLE:
            nodes.append((2, Provision(level=level, label=label, ordinal=_ordinal(label))))
            if words:
                nodes.append((3, Provision(level=Level.PARAGRAPH, text=words)))
        else:
            ordinal = _ordinal(label) if label else None
            node = Provision(level=level, label=label, ordinal=ordinal, text=words)
            nodes.append((_LEVELS.index(level), node))
    return Regulation(metadata=Metadata(title=title), body=_nested(nodes))


def articles(*words: str, title: str = "试验管理办法") -> Regulation:
    """Return a regulation of articles numbered from 1, a 款 for each line of their words."""
    numbered = (
        "\n".join([Ordinal(n).counted("条"), *one.split("\n")]) for n, one in enumerate(words, 1)
    )
    return regulation("\n".join(numbered), title)


def level(number: int, label: str, heading: str = "", *children: Provision) -> Provision:
    """Return an outline level."""
    return Provision(
        level=Level.OUTLINE,
        ordinal=Ordinal(number),
        label=label,
        heading=heading,
        children=children,
    )


def paragraph(text: str, *children: Provision) -> Provision:
    """Return a 款."""
    return Provision(level=Level.PARAGRAPH, text=text, children=children)


def item(number: int, text: str) -> Provision:
    """Return a 项."""
    ordinal = Ordinal(number)
    return Provision(level=Level.ITEM, ordinal=ordinal, label=f"（{ordinal.chinese}）", text=text)


def _ordinal(label: str) -> Ordinal:
    base, _, branch = label.partition("条之")
    numbers = [parse_number(re.sub(r"[第条（）.]", "", part)) or 0 for part in (base, branch)]
    return Ordinal(*numbers)


def _nested(nodes: list[tuple[int, Provision]]) -> tuple[Provision, ...]:
    """Put each node under the last one before it of a higher level, and number the chapters."""
    result: list[Provision] = []
    at = 0
    counts = dict.fromkeys(_CHAPTERS, 0)
    while at < len(nodes):
        depth, node = nodes[at]
        end = at + 1
        while end < len(nodes) and nodes[end][0] > depth:
            end += 1
        children = _nested(nodes[at + 1 : end])
        if node.level in counts:
            counts[node.level] += 1
            number = Ordinal(counts[node.level])
            label = number.counted(_CHAPTERS[node.level])
            node = replace(node, ordinal=number, label=label)
        elif node.level is Level.PARAGRAPH:
            node = replace(node, ordinal=Ordinal(len(result) + 1))
        result.append(replace(node, children=children))
        at = end
    return tuple(result)
