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
from collections.abc import Iterable, Sequence

from gazette_diff.reading.html.evidence import (
    ARTICLE,
    NUMBERED,
    SEQUEL,
    card_number,
    has_number,
    is_card_label,
    is_sentence,
    is_site_box,
    is_tool,
    may_precede_title,
)
from gazette_diff.reading.html.nodes import Box, Page, PageLine, Reason
from gazette_diff.reading.html.titles import PageTitles, read_titles

_NEARLY_ALL = 0.9
_FEWEST_NUMBERED = 3
_CARD_LABELS = 3
_TITLE_LINES = 12
_TITLE_BROKEN = 4  # a title stands on that many lines at most
_CONTENTS = frozenset({"目录", "目次", "本法规目录"})
_ATTACHMENTS = re.compile(r"附件(?:下载)?[：:]?")


def select_text(page: Page) -> None:
    """Mark the lines of *page* that are no part of its text, with the reason."""
    _show_hidden_text(page.lines)
    shown = [line for line in page.lines if line.left_out is None]
    weights = _weigh(shown)
    if not weights:
        return
    core = _core(weights)
    order = {id(line): i for i, line in enumerate(page.lines)}
    titles = read_titles(page.titles)
    inside = [line for line in shown if core in line.box.around()]
    words = frozenset(line.bare for line in inside)
    for group in _groups_outside(shown, core):
        _drop_contents(group, words)
    _judge_cards([line for line in shown if line.left_out is None])
    for group in _groups_outside(shown, core):
        after = order[id(group[0])] > core.last
        _judge_group(group, core, titles, after=after)
    _judge_ends(inside, titles)
    _judge_before_title(shown, titles)
    _drop_repeated_title(shown, inside, titles)


def _show_hidden_text(lines: Sequence[PageLine]) -> None:
    """Take hidden lines for shown where only they hold the text: a script shows their box."""
    hidden = [line for line in lines if line.left_out is Reason.HIDDEN]
    shown = [line for line in lines if line.left_out is None and not line.is_link]
    for pattern, most in ((ARTICLE, 0), (NUMBERED, _FEWEST_NUMBERED - 1)):
        opening = [(line, 1) for line in hidden if pattern.match(line.text)]
        if sum(bool(pattern.match(line.text)) for line in shown) > most:
            return
        if len(opening) >= _FEWEST_NUMBERED and _sentences(hidden) > _sentences(shown):
            box = _core(opening)
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


def _weigh(lines: Sequence[PageLine]) -> list[tuple[PageLine, int]]:
    """Return the lines that show where the text is, with how much they count."""
    # A list of contents beside the text has its headings once more: the last ones count.
    last = {line.bare: line for line in lines if not line.is_link}
    own = [line for line in lines if last.get(line.bare) is line]
    for pattern in (ARTICLE, NUMBERED):
        opening = [(line, 1) for line in own if pattern.match(line.text)]
        if len(opening) >= _FEWEST_NUMBERED:
            return opening
    return [(line, len(line.bare)) for line in own if is_sentence(line.text)]


def _core(weights: Sequence[tuple[PageLine, int]]) -> Box:
    """Return the innermost box with nearly all of the weight."""
    total = sum(weight for _, weight in weights)
    by_box: Counter[Box] = Counter()
    for line, weight in weights:
        for box in line.box.around():
            by_box[box] += weight
    heavy = (box for box, weight in by_box.items() if weight >= _NEARLY_ALL * total)
    return max(heavy, key=lambda box: box.depth)


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


def _drop_contents(group: Sequence[PageLine], words: frozenset[str]) -> None:
    """Leave out a list of contents beside the text, all of whose headings are its *words*."""
    headings = [line for line in group if ARTICLE.match(line.text)]
    if len(headings) >= _FEWEST_NUMBERED and all(line.bare in words for line in headings):
        for line in group:
            if line in headings or line.bare in _CONTENTS:
                line.left_out = Reason.REPEATED


def _judge_group(group: Sequence[PageLine], core: Box, titles: PageTitles, *, after: bool) -> None:
    """Decide on lines that stand together before or *after* the text in the box *core*."""
    around = set(core.around())
    text = sum(len(line.bare) for line in group)
    links = sum(line.links for line in group)
    mostly_links = links * 2 > text
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
        if _is_site_line(line, around) or (mostly_links and not is_sentence(line.text)):
            line.left_out = Reason.OUTSIDE
        elif is_tool(line.text):
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
    if any(SEQUEL.match(line.text) or ARTICLE.match(line.text) for line in own):
        return True
    if is_tool(group[0].text):
        return False  # 政策解读, 相关文件: what it heads is not the text, be it sentences
    sentences = sum(len(line.bare) for line in own if is_sentence(line.text) and not line.is_link)
    return sentences * 2 > sum(len(line.bare) for line in group)


def _is_site_line(line: PageLine, around: set[Box]) -> bool:
    """Tell whether *line* is a link, or in a box of the site (not one *around* the text)."""
    if line.is_link or (len(line.bare) < 2 and line.box.tag not in ("td", "th")):
        return True
    beside = itertools.takewhile(lambda box: box not in around, line.box.around())
    return any(is_site_box(box.tag, box.names) for box in beside)


def _judge_ends(inside: Sequence[PageLine], titles: PageTitles) -> None:
    """Leave out tools and links at both ends of the text's own box; none stand in its midst."""
    numbered = [i for i, line in enumerate(inside) if NUMBERED.match(line.text)]
    first, last = (numbered[0], numbered[-1]) if numbered else (len(inside), -1)
    for i, line in enumerate(inside):
        if first <= i <= last or line.left_out is not None or line.bare in titles.texts:
            continue
        if is_tool(line.text):
            line.left_out = Reason.TOOL
        elif line.is_link and SEQUEL.match(line.text) is None and not is_sentence(line.text):
            line.left_out = Reason.OUTSIDE


def _judge_before_title(lines: Sequence[PageLine], titles: PageTitles) -> None:
    """Leave out the site's name before the title, and short lines if none can be a document's."""
    kept = [line for line in lines if line.left_out is None]
    front = list(itertools.takewhile(lambda line: not NUMBERED.match(line.text), kept))
    title = next((i for i, line in enumerate(front) if line.bare in titles.texts), 0)
    before = front[:title]
    of_site = [line for line in before if line.bare in titles.sites]
    if any(may_precede_title(line.text) for line in before if line not in of_site):
        before = of_site
    for line in before:
        line.left_out = Reason.OUTSIDE


def _judge_cards(lines: Sequence[PageLine]) -> None:
    """Leave out the catalogue card: lines with several of its headings close together."""
    labels = [i for i, line in enumerate(lines) if is_card_label(line.text)]
    first_text = next((i for i, ln in enumerate(lines) if ARTICLE.match(ln.text)), len(lines))
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
    front = itertools.takewhile(lambda line: not ARTICLE.match(line.text), lines)
    if number and not any(has_number(number, ln.bare) for ln in front if ln.left_out is None):
        for line in in_card:
            if line.bare == number:
                line.left_out = None


def _drop_repeated_title(
    lines: Sequence[PageLine], inside: Sequence[PageLine], titles: PageTitles
) -> None:
    """Leave out the site's heading where the text has its own title in the same words."""
    head = itertools.takewhile(lambda line: not NUMBERED.match(line.text), inside)
    top = [ln.bare for ln in head if ln.left_out is None][:_TITLE_LINES]
    own_titles = {
        "".join(top[i:j]) for i in range(len(top)) for j in range(i + 1, i + 1 + _TITLE_BROKEN)
    }
    own = set(map(id, inside))
    for line in lines:
        if id(line) in own:
            return
        known = line.bare in titles.texts or line.box.tag in ("h1", "h2", "h3")
        if line.left_out is None and known and line.bare in own_titles:
            line.left_out = Reason.REPEATED
