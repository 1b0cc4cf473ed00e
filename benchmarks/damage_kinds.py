"""The damage of printed pages, done to clean texts at random: no score, for ``damage.py``.

A text is a list of paragraphs that know what they are. A kind of damage changes the
paragraphs (their spaces, their punctuation, what stands before and after them), then the
lines in which they are printed (columns, pages).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise
from random import Random


class Role(Enum):
    """What a paragraph is, as far as that tells how it is printed."""

    TITLE = auto()
    NOTE = auto()  # 题注
    HEADING = auto()
    TEXT = auto()
    BESIDE = auto()  # document number, date, signature
    FOREIGN = auto()  # of no regulation


@dataclass(frozen=True)
class Para:
    """A paragraph: its number and the words after it."""

    role: Role
    words: str
    label: str = ""

    def text(self, gap: str = "\u3000") -> str:
        """Return number and words with *gap* between them, where one stands."""
        parted = self.label and self.words and self.label[-1] in "编章节条一二三四五六七八九十"
        return self.label + (gap if parted else "") + self.words


Paras = list[Para]
Layout = Callable[[Random, Paras], list[str]]
Change = Callable[[Random, Paras], Paras]

_NOT_FIRST = frozenset("，。；：、！？）》”’〕】,.;:!?)")
_NOT_LAST = frozenset("（《“‘〔【(")
_LATIN = re.compile(r"[A-Za-z0-9.]+|.")
_HALF = str.maketrans("，；：（）！？", ",;:()!?")


def cells(text: str) -> int:
    """Return the width of *text* in half-width cells."""
    return sum(1 if c.isascii() else 2 for c in text)


# What paragraphs are printed like.


def clean_lines(rng: Random, paras: Paras) -> list[str]:
    """Print each paragraph on a line, as official documents do."""
    lines = []
    for para in paras:
        indent = "\u3000\u3000" if para.role in (Role.TEXT, Role.FOREIGN) else ""
        lines += [indent + para.text(), ""]
    return lines


def flush_lines(rng: Random, paras: Paras) -> list[str]:
    """Print each paragraph on a line, its indent lost, often its blank lines too."""
    blank = rng.random() < 0.5
    return [line for para in paras for line in ([para.text(), ""] if blank else [para.text()])]


def _cut(text: str, width: int, first: int) -> list[str]:
    """Cut *text* into lines of *width* cells, the first narrower by *first*; marks hang."""
    lines, line, room = [], "", width - first
    for token in _LATIN.findall(text):
        if line and cells(line + token) > room and token not in _NOT_FIRST:
            keep = ""
            while line and line[-1] in _NOT_LAST:
                line, keep = line[:-1], line[-1] + keep
            lines.append(line)
            line, room = keep, width
        line += token
    return [*lines, line]


def column(gaps: str = "", indent: str = "") -> Layout:
    """Return a layout in a column of 20 to 40 characters.

    *gaps* tells where blank lines stand (all, paragraphs), *indent* what is left of a first
    line's indent.
    """

    def lay_out(rng: Random, paras: Paras) -> list[str]:
        width = 2 * rng.randint(20, 40)
        gap = rng.choice(("\u3000", " ", ""))
        lines: list[str] = []
        for para in paras:
            running = para.role in (Role.TEXT, Role.FOREIGN)
            cut = _cut(para.text(gap), width, 4 if running else 0)
            cut[0] = (indent if running else "") + cut[0]
            lines += [out for one in cut for out in ([one, ""] if gaps == "all" else [one])]
            lines += [""] if gaps == "paragraphs" else []
        return lines

    return lay_out


def _page_turn(rng: Random, style: int, page: int) -> list[str]:
    """Return what stands between two pages."""
    head = "●政府规章和规范性文件 某某市人民政府公报 2023.05"
    even = "某某市人民政府公报 2023.05 ●政府规章和规范性文件"
    return [
        ["", "", head, "", str(page), ""],
        ["", str(page), "", head if page % 2 else even, ""],
        ["", f"— {page} —", ""],
        ["", f"第 {page} 页 共 40 页", ""],
        ["", head if page % 2 else "某某市人民政府公报 2023年第5期", f"-{page}-", ""],
        ["", f"{page}", "", "某某市人民政府公报（2023年第5期）", ""],
    ][style]


def seam(rng: Random, lines: Sequence[str]) -> int:
    """Return the index of a line that goes on with a full one, in the last third of *lines*."""
    width = max(cells(line) for line in lines)
    words = [i for i, line in enumerate(lines) if line]
    inside = [
        b
        for a, b in pairwise(words)
        if cells(lines[a]) >= width - 3
        and lines[a][-1] not in "。；：;:"
        and cells(lines[b]) >= width - 3
    ]
    late = [i for i in inside if i > len(lines) * 2 // 3]
    return rng.choice(late or inside or words[len(words) * 2 // 3 :])


def paged(lay_out: Layout, *, cut: bool = False) -> Layout:
    """Return *lay_out* with a running head and a number every 20 to 40 lines.

    *cut* tells that the page also cuts through the paragraph (lines are paragraphs).
    """

    def lay_out_pages(rng: Random, paras: Paras) -> list[str]:
        lines = lay_out(rng, paras)
        style, page, out = rng.randrange(6), rng.randint(3, 30), list[str]()
        left = rng.randint(20, 40)
        for line in lines:
            left -= bool(line)
            if left > 0 or not line:
                out.append(line)
                continue
            at = rng.randint(5, max(6, len(line) - 5)) if cut and len(line) > 20 else len(line)
            while at < len(line) and line[at] in _NOT_FIRST:
                at += 1
            out += [line[:at], *_page_turn(rng, style, page)]
            out += [line[at:]] if line[at:] else []
            left, page = rng.randint(20, 40), page + 1
        return out

    return lay_out_pages


# What is done to paragraphs.


def half_width(rng: Random, paras: Paras) -> Paras:
    """Print most punctuation half-width, some with a space after it."""

    def damaged(text: str) -> str:
        out = []
        for c in text:
            half = c.translate(_HALF) if rng.random() < 0.8 else c
            space = " " if half != c and half in ",;:" and rng.random() < 0.3 else ""
            out.append(half + space)
        return "".join(out).rstrip()

    return [_changed(para, damaged) for para in paras]


def spaced_numbers(rng: Random, paras: Paras) -> Paras:
    """Put spaces around digits, and inside the numbers of some articles."""

    def damaged(text: str) -> str:
        return re.sub(r"(?<=[^\x00-\x7f])(?=\d)|(?<=\d)(?=[^\x00-\x7f])", " ", text)

    out = []
    for para in paras:
        label = para.label
        if label.startswith("第") and rng.random() < 0.1:
            label = label[:-1] + rng.choice((" ", "    ", "\u3000")) + label[-1]
        out.append(replace(_changed(para, damaged), label=label))
    return out


def _changed(para: Para, change: Callable[[str], str]) -> Para:
    return replace(para, words=change(para.words), label=change(para.label))


def spaced_headings(rng: Random, paras: Paras) -> Paras:
    """Stretch headings and titles of few characters (总    则)."""

    def stretched(text: str, most: int) -> str:
        return rng.choice((" ", "    ", "\u3000\u3000")).join(text) if len(text) <= most else text

    return [
        replace(p, words=stretched(p.words, 4 if p.role is Role.HEADING else 12))
        if p.role in (Role.HEADING, Role.TITLE)
        else p
        for p in paras
    ]


def title_in_lines(rng: Random, paras: Paras) -> Paras:
    """Print titles of more than eight characters on two or three lines."""
    out: Paras = []
    for para in paras:
        count = rng.choice((2, 2, 3)) if len(para.words) > 14 else 2
        if para.role is not Role.TITLE or len(para.words) < 9:
            out.append(para)
            continue
        size = -(-len(para.words) // count)
        out += [
            replace(para, words=para.words[i : i + size]) for i in range(0, len(para.words), size)
        ]
    return out


def dashes(rng: Random, paras: Paras) -> Paras:
    """Put a list mark before the numbers of items."""
    mark = rng.choice(("- ", "* ", "• ", "● "))
    items = re.compile(r"[（(\d①-⑳]")
    return [replace(p, label=mark + p.label) if items.match(p.label) else p for p in paras]


def heading_below_number(rng: Random, paras: Paras) -> Paras:
    """Print the words of a heading on the line below its number."""
    out: Paras = []
    for p in paras:
        parted = p.role is Role.HEADING and p.label and p.words
        out += [replace(p, words=""), replace(p, label="")] if parted else [p]
    return out


def lost_numbers(rng: Random, paras: Paras) -> Paras:
    """Lose the numbers of some headings; 附则 first."""
    headings = [p for p in paras if p.role is Role.HEADING and p.label]
    lost = {id(p) for p in headings if p.words == "附则" or rng.random() < 0.2}
    return [replace(p, label="") if id(p) in lost else p for p in paras]


def contents_page(rng: Random, paras: Paras) -> Paras:
    """Print a contents list between the title and the text."""
    headings = [p for p in paras if p.role is Role.HEADING]
    if not headings:
        return paras
    first = next(i for i, p in enumerate(paras) if p.role in (Role.HEADING, Role.TEXT) and p.label)
    leaders = rng.choice(("", "……{}", "............ {}", "\u3000{}"))
    listed = [
        Para(Role.HEADING, h.words + leaders.format(3 * k + 1), h.label)
        for k, h in enumerate(headings)
    ]
    title = Para(Role.HEADING, rng.choice(("目录", "目\u3000录", "目    次")))
    return [*paras[:first], title, *listed, *paras[first:]]


def editors_notes(rng: Random, paras: Paras) -> Paras:
    """Print what an editor adds below a text."""
    note = rng.choice(
        ("（此件公开发布）", "（责任编辑：李某某）", "（编者注：本文件以市政府办公室印发文本为准）")
    )
    return [*paras, Para(Role.FOREIGN, note)]


_ESSAY = (
    "城市的春天总是从河岸开始的，柳枝一绿，散步的人便多了起来，老人们带着孩子沿河看水鸟起落。",
    "这些年来，人们越来越看重身边的一草一木。一座小公园的修建，往往比一座高楼更能让居民感到温暖，"
    "因为公园属于每一个路过的人，也属于每一个停下脚步的人。",
    "说到底，发展是为了人。街巷里的灯光、校门口的斑马线、菜市场的遮雨棚，都是看得见的答案，"
    "这些答案写在日子里，也写在人们的脸上。",
    "我们常说要把好事办好，办好的标准其实很朴素，就是让人觉得方便，让人愿意留下来。"
    "做到这一点并不容易，需要耐心，也需要细心。",
    "愿我们都能守住这份耐心，在平凡的岗位上多做一点，多想一点，让这座城市在时间里慢慢长成理想的样子。",
)


def essay_after(rng: Random, paras: Paras) -> Paras:
    """Let an essay follow, without any heading."""
    return [*paras, *(Para(Role.FOREIGN, text) for text in _ESSAY)]
