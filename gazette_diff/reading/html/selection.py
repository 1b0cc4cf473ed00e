"""Which lines of a web page are the text: found by what the lines say, not by site names.

The lines that open articles (or, where there are none, numbered lines; else sentences) show
the innermost box that holds nearly all of them. What stands around it is the site, unless
it looks like part of the text: in doubt it is kept. Nothing is thrown away: what is left out
keeps its place and says why.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gazette_diff.reading.html.beside import (
    FEWEST_NUMBERED,
    drop_contents,
    drop_explanations,
    innermost,
    show_hidden_text,
)
from gazette_diff.reading.html.evidence import (
    ARTICLE,
    NUMBERED,
    SEQUEL,
    card_number,
    has_number,
    is_bare_day,
    is_card_label,
    is_head_box,
    is_sentence,
    is_site_box,
    is_tool,
    may_precede_title,
)
from gazette_diff.reading.html.nodes import Box, Page, PageLine, Reason
from gazette_diff.reading.html.titles import PageTitles, read_titles

_CARD_LABELS = 3
_TITLE_LINES = 12
_TITLE_BROKEN = 4  # a title stands on that many lines at most
_ATTACHMENTS = re.compile(r"附件(?:下载)?[：:]?")


def select_text(page: Page) -> None:
    """Mark the lines of *page* that are no part of its text, with the reason."""
    show_hidden_text(page.lines)
    drop_explanations(page.lines)
    shown = [line for line in page.lines if line.left_out is None]
    weights = _weigh(shown)
    if not weights:
        return
    core = innermost(weights)
    order = {id(line): i for i, line in enumerate(page.lines)}
    titles = read_titles(page.titles)
    inside = [line for line in shown if core in line.box.around()]
    words = frozenset(line.bare for line in inside)
    for group in _groups_outside(shown, core):
        drop_contents(group, words)
    _judge_cards([line for line in shown if line.left_out is None])
    for group in _groups_outside(shown, core):
        after = order[id(group[0])] > core.last
        _judge_group(group, core, titles, after=after)
    _judge_ends(inside, titles)
    repeated = _drop_repeated_title(shown, inside, titles)
    _judge_before_title(shown, core, titles._replace(texts=titles.texts | repeated))


def _weigh(lines: Sequence[PageLine]) -> list[tuple[PageLine, int]]:
    """Return the lines that show where the text is, with how much they count."""
    # A list of contents beside the text has its headings once more: the last ones count.
    last = {line.bare: line for line in lines if not line.is_link}
    own = [line for line in lines if last.get(line.bare) is line]
    of_site: dict[Box, bool] = {}
    own = [line for line in own if not _is_of_site(line.box, of_site)] or own
    for pattern in (ARTICLE, NUMBERED):
        opening = [(line, 1) for line in own if pattern.match(line.shown)]
        if len(opening) >= FEWEST_NUMBERED:
            return opening
    return [(line, len(line.bare)) for line in own if is_sentence(line.text)]


def _is_of_site(box: Box, known: dict[Box, bool]) -> bool:
    """Tell whether *box* is one of the site's, or in one; *known* keeps what was told."""
    if box not in known:
        within = box.parent is not None and _is_of_site(box.parent, known)
        known[box] = within or is_site_box(box.tag, box.names)
    return known[box]


def _groups_outside(lines: Iterable[PageLine], core: Box) -> list[list[PageLine]]:
    """Return the lines outside *core* yet to be judged, those of one box beside it together."""
    around = set(core.around())
    groups: dict[int, list[PageLine]] = {}
    for line in lines:
        if line.left_out is not None:
            continue
        boxes = list(line.box.around())
        if core in boxes:
            continue
        beside = next((b for b, out in itertools.pairwise(boxes) if out in around), None)
        if line.box in around:
            beside = None
        groups.setdefault(id(line) if beside is None else id(beside), []).append(line)
    return list(groups.values())


def _judge_group(group: Sequence[PageLine], core: Box, titles: PageTitles, *, after: bool) -> None:
    """Decide on lines that stand together before or *after* the text in the box *core*."""
    around = set(core.around())
    text = sum(len(line.bare) for line in group)
    links = sum(line.links for line in group)
    mostly_links = links * 2 > text
    in_head = not after and any(_in_site_box(line, around) for line in group)
    if after and not _goes_on(group, around):
        for line in group:
            line.left_out = Reason.OUTSIDE
        return
    for line in group:
        if line.left_out is not None:
            continue
        titled = not after and line.bare in titles.texts and not line.is_link
        if titled or (after and SEQUEL.match(line.text) and not line.is_link):
            continue
        of_head = in_head and _in_head_box(line, around)
        if _is_site_line(line, around) or (
            (mostly_links or of_head) and not is_sentence(line.text)
        ):
            line.left_out = Reason.OUTSIDE
        elif is_tool(line.text) or (not after and is_bare_day(line.text)):
            line.left_out = Reason.TOOL
    _drop_empty_label(group)


def _drop_empty_label(group: Sequence[PageLine]) -> None:
    """Leave out 附件： where only files to download were named below it."""
    for i, line in enumerate(group):
        rest = group[i + 1 :]
        if _ATTACHMENTS.fullmatch(line.bare) and rest and all(ln.left_out for ln in rest):
            line.left_out = Reason.OUTSIDE


def _goes_on(group: Sequence[PageLine], around: set[Box]) -> bool:
    """Tell whether what stands after the text belongs to it: attachments, date, more sentences."""
    own = [ln for ln in group if not _is_site_line(ln, around) and not is_tool(ln.text)]
    if any(SEQUEL.match(line.text) or ARTICLE.match(line.shown) for line in own):
        return True
    if is_tool(group[0].text):
        return False  # 政策解读, 相关文件: what it heads is not the text, be it sentences
    sentences = sum(len(line.bare) for line in own if is_sentence(line.text) and not line.is_link)
    return sentences * 2 > sum(len(line.bare) for line in group)


def _is_site_line(line: PageLine, around: set[Box]) -> bool:
    """Tell whether *line* is a link, or in a box of the site (not one *around* the text)."""
    if line.is_link or (len(line.bare) < 2 and line.box.tag not in ("td", "th")):
        return True
    return _in_site_box(line, around)


def _in_site_box(line: PageLine, around: set[Box]) -> bool:
    return any(is_site_box(box.tag, box.names) for box in _beside(line, around))


def _in_head_box(line: PageLine, around: set[Box]) -> bool:
    return any(is_head_box(box.tag, box.names) for box in _beside(line, around))


def _beside(line: PageLine, around: set[Box]) -> Iterator[Box]:
    """Yield the boxes of *line* that do not hold the text too."""
    return itertools.takewhile(lambda box: box not in around, line.box.around())


def _judge_ends(inside: Sequence[PageLine], titles: PageTitles) -> None:
    """Leave out tools and links at both ends of the text's own box; none stand in its midst."""
    numbered = [i for i, line in enumerate(inside) if NUMBERED.match(line.shown)]
    first, last = (numbered[0], numbered[-1]) if numbered else (len(inside), -1)
    for i, line in enumerate(inside):
        if first <= i <= last or line.left_out is not None or line.bare in titles.texts:
            continue
        if is_tool(line.text) or (i < first and is_bare_day(line.text)):
            line.left_out = Reason.TOOL
        elif line.is_link and SEQUEL.match(line.text) is None and not is_sentence(line.text):
            line.left_out = Reason.OUTSIDE


def _judge_before_title(lines: Sequence[PageLine], core: Box, titles: PageTitles) -> None:
    """Leave out the site's name before the title, and short lines that can be no document's.

    Outside the text's own box those are all up to the first line that can; within it, none may.
    """
    kept = [line for line in lines if line.left_out is None]
    front = list(itertools.takewhile(lambda line: not NUMBERED.match(line.shown), kept))
    title = next((i for i, line in enumerate(front) if line.bare in titles.texts), 0)
    before = front[:title]
    of_site = [line for line in before if line.bare in titles.sites]
    own = [line for line in before if line not in of_site]
    if any(may_precede_title(line.text) for line in own):
        first = itertools.takewhile(lambda line: not may_precede_title(line.text), own)
        before = of_site + [line for line in first if core not in line.box.around()]
    for line in before:
        line.left_out = Reason.OUTSIDE


def _judge_cards(lines: Sequence[PageLine]) -> None:
    """Leave out the catalogue card: lines with several of its headings close together."""
    labels = [i for i, line in enumerate(lines) if is_card_label(line.text)]
    first_text = next((i for i, ln in enumerate(lines) if ARTICLE.match(ln.shown)), len(lines))
    labels = [i for i in labels if i < first_text and lines[i].left_out is None]
    if len(labels) < _CARD_LABELS:
        return
    boxes = Counter(box for i in labels for box in lines[i].box.around())
    card = max((b for b, n in boxes.items() if n == len(labels)), key=lambda box: box.depth)
    holds_text = any(card in ln.box.around() for ln in lines[first_text:])
    for i in range(labels[0], labels[-1] + 2 if holds_text else len(lines)):
        line = lines[min(i, len(lines) - 1)]
        if card in line.box.around() and not is_sentence(line.text):
            line.left_out = Reason.CARD
    _keep_number(lines)


def _keep_number(lines: Sequence[PageLine]) -> None:
    """Keep the document number of the card where the text has none of its own.

    A number on the label's own line stays with it.
    """
    in_card = [line for line in lines if line.left_out is Reason.CARD]
    number = card_number([line.text for line in in_card])
    front = itertools.takewhile(lambda line: not ARTICLE.match(line.shown), lines)
    if number and not any(has_number(number, ln.bare) for ln in front if ln.left_out is None):
        for line in in_card:
            if line.bare == number:
                line.left_out = None


def _drop_repeated_title(
    lines: Sequence[PageLine], inside: Sequence[PageLine], titles: PageTitles
) -> frozenset[str]:
    """Leave out and return headings of the page that the text has as its own title."""
    first = next((line for line in inside if NUMBERED.match(line.shown)), None)
    front = itertools.takewhile(lambda line: line is not first, lines)
    head = [line for line in front if line.left_out is None]
    repeated: set[str] = set()
    for at, line in enumerate(head):
        if line.bare not in titles.texts and line.box.tag not in ("h1", "h2", "h3"):
            continue
        top = [below.bare for below in head[at + 1 : at + 1 + _TITLE_LINES]]
        below = {
            "".join(top[i:j]) for i in range(len(top)) for j in range(i + 1, i + 1 + _TITLE_BROKEN)
        }
        if line.bare in below:
            line.left_out = Reason.REPEATED
            repeated.add(line.bare)
    return frozenset(repeated)
