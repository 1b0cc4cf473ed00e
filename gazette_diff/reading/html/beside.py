"""What stands beside the text of a page and looks like it: contents, explanations, hidden words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from gazette_diff.reading.html.evidence import ARTICLE, NUMBERED, is_sentence
from gazette_diff.reading.html.nodes import Box, PageLine, Reason

#: Fewer numbered lines than this prove nothing.
FEWEST_NUMBERED = 3
_NEARLY_ALL = 0.9
_CONTENTS = frozenset({"目录", "目次", "本法规目录"})
# What an explanation of a regulation is headed by.
_EXPLANATION = re.compile(r".{0,60}(?:解读|答记者问|政策问答|图解)|一图读懂.{0,60}")


def innermost(weights: Sequence[tuple[PageLine, int]]) -> Box:
    """Return the innermost box with nearly all of the weight."""
    total = sum(weight for _, weight in weights)
    by_box: Counter[Box] = Counter()
    for line, weight in weights:
        for box in line.box.around():
            by_box[box] += weight
    heavy = (box for box, weight in by_box.items() if weight >= _NEARLY_ALL * total)
    return max(heavy, key=lambda box: box.depth)


def show_hidden_text(lines: Sequence[PageLine]) -> None:
    """Take hidden lines for shown where only they hold the text: a script shows their box."""
    hidden = [line for line in lines if line.left_out is Reason.HIDDEN]
    shown = [line for line in lines if line.left_out is None and not line.is_link]
    for pattern, most in ((ARTICLE, 0), (NUMBERED, FEWEST_NUMBERED - 1)):
        opening = [(line, 1) for line in hidden if pattern.match(line.shown)]
        if sum(bool(pattern.match(line.shown)) for line in shown) > most:
            return
        if len(opening) >= FEWEST_NUMBERED and _sentences(hidden) > _sentences(shown):
            box = innermost(opening)
            for around in box.around():
                whole = lines[around.first : around.last + 1]
                if all(line.left_out is Reason.HIDDEN for line in whole):
                    box = around
            for line in hidden:
                if box in line.box.around():
                    line.left_out = None
            return


def _sentences(lines: Iterable[PageLine]) -> int:
    return sum(len(line.bare) for line in lines if is_sentence(line.text))


def drop_contents(group: Sequence[PageLine], words: frozenset[str]) -> None:
    """Leave out a list of contents beside the text, all of whose headings are its *words*."""
    headings = [line for line in group if ARTICLE.match(line.shown)]
    if len(headings) >= FEWEST_NUMBERED and all(line.bare in words for line in headings):
        for line in group:
            if line in headings or line.bare in _CONTENTS:
                line.left_out = Reason.REPEATED


def drop_explanations(lines: Sequence[PageLine]) -> None:
    """Leave out the boxes below the text that are headed as explanations of it (政策解读)."""
    begun = False
    for at, line in enumerate(lines):
        begun = begun or (line.left_out is None and NUMBERED.match(line.shown) is not None)
        if not begun or line.left_out is not None or not _EXPLANATION.fullmatch(line.bare):
            continue
        box = None
        for around in line.box.around():
            if around.first < at:
                break
            box = around
        if box is not None and box.last > at:
            for other in lines[at : box.last + 1]:
                if other.left_out is None:
                    other.left_out = Reason.OUTSIDE
