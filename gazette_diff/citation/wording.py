"""How a provision is named (第四十四条第一款第（三）项) and what it says, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gazette_diff.citation.outlines import is_decimal
from gazette_diff.core.numerals import format_numeral
from gazette_diff.core.tree import CONTAINERS, Level, Provision

if TYPE_CHECKING:
    from gazette_diff.core.ordinals import Ordinal
    from gazette_diff.core.places import Placed


def bare_citation(placed: Placed, *, attachment: str = "") -> str:
    """Return the place of *placed* in words: 第四十四条第一款第（三）项, 第三章第二节.

    An article is named by its number alone, 编章节 are left out: they gather articles that
    count through (法律出处 in practice goes 条款项目). Where the articles restart in each
    chapter, the chapter is named. A sole 款 is left out, after the 最高人民法院关于引用法律、
    法令等所列条、款、项、目顺序的通知 (1956-12-22), II: 不要加“第一款”. 条 are written in
    Chinese numerals and 目 in Arabic ones (立法法 第六十五条); the number of a 项 keeps its
    brackets where it is printed with them.

    Outlines have no unit in law. Drafters name their first level 第二部分, the second 第（三）项,
    the third 第1目; below that the printed label follows. Their paragraphs are 段. Where a level
    is printed 2.1.1, that is its name, whatever it stands in.

    *attachment* is the label of the attachment the provision stands in.
    """
    return "".join(citation_parts(placed, attachment=attachment))


def citation_parts(placed: Placed, *, attachment: str = "") -> tuple[str, ...]:
    """Return the place of *placed* level by level: (第四十四条, 第一款, 第（三）项)."""
    chain = (*placed.ancestors, placed.provision)
    restarts = _articles_restart(placed.eid)
    articled = any(p.level is Level.ARTICLE for p in chain)
    tokens = placed.eid.split("__")
    parts = [attachment or _attachment(placed.eid)]
    depth = 0
    for position, provision in enumerate(chain):
        parent = chain[position - 1] if position else None
        gathers = provision.level in CONTAINERS or provision.level is Level.OUTLINE
        if gathers and articled and not restarts:
            continue  # articles are counted through 章, and through headings 三、 over them
        depth += provision.level is Level.OUTLINE
        if provision.level is Level.OUTLINE and is_decimal(provision.label):
            parts[1:], depth = [], 1
        name = _named(provision, parent, depth)
        # What has no number is named by what stands in it.
        parts.append(name and name + _repeated(tokens, len(chain) - position))
    return tuple(filter(None, parts))


def _named(provision: Provision, parent: Provision | None, depth: int) -> str:
    number, level = provision.ordinal, provision.level
    if level is Level.PARAGRAPH:
        siblings = [c for c in parent.children if c.level is level] if parent else [provision]
        unit = "款" if parent is not None and parent.level is Level.ARTICLE else "段"
        if parent is not None and len(siblings) == 1:
            return ""
        return f"第{format_numeral(_position(provision, siblings))}{unit}"
    if number is None:
        return provision.label
    if level is Level.ITEM:
        return _item(provision.label, number, "项")
    if level is Level.SUBITEM:
        return _subitem(provision, parent, number)
    if level is Level.OUTLINE:
        return _outline(provision, number, depth)
    return number.counted(level.unit)


def _position(provision: Provision, siblings: list[Provision]) -> int:
    if provision.ordinal is not None:
        return provision.ordinal.base
    return next(i for i, s in enumerate(siblings, 1) if s is provision)


def _item(label: str, number: Ordinal, unit: str) -> str:
    """Name a 项 as its label prints it: （三） 第（三）项, 3. 第3项, 三、 第三项."""
    digits = str(number.base) if re.search("[0-9０-９]", label) else format_numeral(number.base)
    bracketed = any(c in label for c in "（()）") or not label
    branch = f"之{format_numeral(number.branch)}" if number.branch else ""
    return f"第（{digits}）{unit}{branch}" if bracketed else f"第{digits}{unit}{branch}"


def _subitem(provision: Provision, parent: Provision | None, number: Ordinal) -> str:
    if parent is not None and parent.level is Level.SUBITEM:
        return f"之{provision.label.rstrip('.．、')}"
    bracketed = any(c in provision.label for c in "（()）")
    return f"第（{number}）目" if bracketed else f"第{number}目"


def _outline(provision: Provision, number: Ordinal, depth: int) -> str:
    if is_decimal(provision.label):
        return provision.label.rstrip(".．、")
    if depth == 1:
        return number.counted("部分")
    if depth == 2:
        return _item(provision.label, number, "项")
    if depth == 3:
        return f"第{number}目"
    return provision.label.rstrip(".．、")


def _articles_restart(eid: str) -> bool:
    """Tell from an *eid* whether articles are counted anew in each chapter: chp_2__art_1."""
    return re.search(r"(?:book|part|chp|sec)_[^_]+__(?:.*__)?art_", eid) is not None


def _attachment(eid: str) -> str:
    found = re.match(r"att_([0-9]+)__", eid)
    return f"附件{found[1]}" if found else ""


def _repeated(tokens: list[str], from_end: int) -> str:
    """Say which of several provisions of one number is meant; nothing where there is one."""
    token = tokens[-from_end] if from_end <= len(tokens) else ""
    _, mark, instance = token.partition("_inst")
    return f"（同一序号第{format_numeral(int(instance))}处）" if mark else ""


def provision_text(placed: Placed) -> str:
    """Return the words of *placed* as printed, one provision a line, with their labels.

    The number of the provision itself stands first; a 款 has none. A number that ends in
    条, 章 … is parted from its words by a full-width space, as statutes print it.
    """
    return "\n".join(_lines(placed.provision))


def _lines(provision: Provision) -> Iterator[str]:
    head = _head(provision)
    for child in provision.children:
        lines = _lines(child)
        # The first 款 goes on the line of its article's number.
        if head and child.level is Level.PARAGRAPH and not child.label and _runs_in(provision):
            yield _beside(head, next(lines, ""))
            head = ""
        elif head:
            yield head
            head = ""
        yield from lines
    if head:
        yield head
    if provision.closing:
        yield provision.closing


def _head(provision: Provision) -> str:
    if provision.table is not None:
        return provision.table.text
    text = provision.heading + provision.text if not provision.label else provision.text
    heading = provision.heading if provision.label else ""
    return _beside(_beside(provision.label, heading), text)


def _beside(left: str, right: str) -> str:
    """Join two parts of a line, with a space where the first does not end in a mark."""
    if not left or not right:
        return left + right
    if re.search(r"(?:[条章节编](?:之[一-鿿]+)?|部分)$|^附[件表录图]", left):
        return f"{left}\u3000{right}"
    return f"{left} {right}" if left[-1].isdigit() else left + right  # 2.1 指挥部


def _runs_in(provision: Provision) -> bool:
    """Tell whether the first paragraph stands on the line of the number and heading.

    It does after the number of an article and after a heading that is a sentence of its
    own (（一）规划先行。先规划…); the heading of an outline level has its own line.
    """
    if provision.level is Level.ARTICLE:
        return True
    return not provision.heading or provision.heading[-1] in "。：:.．；;！？"
