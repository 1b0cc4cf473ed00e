"""Pages whose texts run into each other, taken apart: the order a reader would read.

Extracting a page of two columns, or one on which a text ends and another begins, puts
their lines in the wrong order: a title printed across the page lands in the middle of a
sentence, and a sentence resumes only after a whole notice. Pages begin with a lone space
in such extractions. What is moved is moved on evidence only: a sentence that breaks off in
a full line, a line that begins in mid sentence, and words across the seam that stand
together elsewhere in the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gazette_diff.core.mendings import Mending
from gazette_diff.parsing.layout import Column, cells, detect
from gazette_diff.parsing.lines import Layout, Line
from gazette_diff.parsing.seams import ENOUGH, Seams
from gazette_diff.parsing.segment import find_notices
from gazette_diff.parsing.wording import is_finished, is_title, stands_beside, without_space

# The first lines of pages are few among the lines of a source.
_MOST_PAGE_STARTS = 0.15
_DISPLAY_LONGEST = 45
_DISPLAY_LINES = 4
# How far a sentence may be torn apart, in runs of lines.
_REACH = 5
_NOTICE_LINES = 60
# By so many cells a full line may be narrower than its column, or wider: a mark that may
# not begin a line hangs at the end of the one before.
_JUSTIFIED = 2
_HANGING = 4
# Two pages or so, in lines.
_LOOK_BACK = 200
_COMMA = frozenset("，。；：、,;:")


@dataclass(slots=True)
class _Run:
    """Lines that certainly follow each other; ``to`` is the run that goes on with its sentence."""

    lines: list[Line]
    to: int | None = None
    taken: bool = False

    @property
    def last(self) -> Line:
        """The last line that is no document number or date, which stand beside a text."""
        for line in reversed(self.lines):
            if not stands_beside(line.text):
                return line
        return self.lines[-1]


def may_be_entangled(lines: Sequence[Line]) -> bool:
    """Tell whether one of *lines* may be the first of a page."""
    return True in [line.indent == 1 and not line.wide for line in lines]


def disentangle(lines: list[Line]) -> list[Line]:
    """Return *lines* in reading order; a line that was moved says so in its ``note``."""
    starts = [i for i, line in enumerate(lines) if line.indent == 1 and not line.wide]
    if not starts or len(starts) > _MOST_PAGE_STARTS * len(lines):
        return lines
    layout, column = detect(lines)
    if layout is not Layout.WRAPPED or column is None:
        return lines
    seams = Seams(lines)
    runs: list[_Run] = []
    bounds = sorted({0, *starts, len(lines)})
    for a, b in pairwise(bounds):
        runs += _runs_of_page(lines, a, b, column, seams)
    _link(runs, column, seams)
    return _in_order(runs)


def _runs_of_page(
    lines: list[Line], start: int, end: int, column: Column, seams: Seams
) -> list[_Run]:
    """Cut a page where its lines do not follow each other; titles across it come first."""
    titles: list[Line] = []
    runs: list[_Run] = []
    rest: list[Line] = []
    i = start
    while i < end:
        count = _display_lines(lines, i, end, column, seams) if rest else 0
        beside = rest and stands_beside(rest[-1].text) and _begins_in_sentence(lines[i], column)
        if rest and (count or beside):
            runs.append(_Run(rest))
            rest = []
        if count:
            titles += lines[i : i + count]
            i += count
        else:
            rest.append(lines[i])
            i += 1
    if rest:
        runs.append(_Run(rest))
    for line in titles:
        line.note = Mending.TITLE_MOVED
    return [_Run(titles), *runs] if titles else runs


def _display_lines(
    lines: Sequence[Line], index: int, end: int, column: Column, seams: Seams
) -> int:
    """Return how many lines from *index* are a title that breaks into a sentence; 0 for none.

    The sentence before it breaks off, the line after it begins in mid sentence, and these
    two go together at least as well as the sentence and the title.
    """
    before = lines[index - 1]
    if not _breaks_off(before, column):
        return 0
    count = 0
    while count < _DISPLAY_LINES and index + count < end:
        if not _is_display(lines[index + count], column):
            break
        count += 1
    if not count or index + count >= len(lines):
        return 0
    after = lines[index + count]
    if not _begins_in_sentence(after, column) or seams.worth(before, lines[index]):
        return 0
    words = "".join(line.text for line in lines[index : index + count])
    if is_title(before.text + words):
        return 0  # they are the last words of a title that fills its first line
    named = is_title(words)
    at_end = index + count == end  # a short line there is no line of a column that goes on
    resumed = named or at_end or seams.worth(before, after) > 0
    return count if resumed or _goes_on_elsewhere(lines, index, after, column, seams) else 0


def _goes_on_elsewhere(
    lines: Sequence[Line], index: int, after: Line, column: Column, seams: Seams
) -> bool:
    """Tell whether *after* goes on with a sentence that breaks off at the end of a page before."""
    ends = (
        line
        for line, following in pairwise(lines[max(0, index - _LOOK_BACK) : index])
        if following.indent == 1 and _breaks_off(line, column)
    )
    return any(seams.worth(end, after) >= ENOUGH for end in ends)


def _is_display(line: Line, column: Column) -> bool:
    bare = without_space(line.text)
    return (
        line.head is None
        and not stands_beside(line.text)
        and not is_finished(line.text)
        and not _COMMA.intersection(bare)
        and bare[0] not in "（(["
        and len(bare) <= _DISPLAY_LONGEST
        and not _begins_in_sentence(line, column)
    )


def _breaks_off(line: Line, column: Column) -> bool:
    """Tell whether a sentence breaks off at the end of *line*, which fills its column."""
    if is_finished(line.text) or stands_beside(line.text) or is_title(line.text):
        return False
    return cells(line.text) >= column.width - _JUSTIFIED


def _begins_in_sentence(line: Line, column: Column) -> bool:
    """Tell whether *line* is no first line: it has the full width, or ends a sentence early."""
    if line.head is not None or stands_beside(line.text):
        return False
    full = -_JUSTIFIED <= cells(line.text) - column.width <= _HANGING
    return full or (is_finished(line.text) and cells(line.text) < column.width - 4)


def _link(runs: list[_Run], column: Column, seams: Seams) -> None:
    """Find for each run that breaks off the run that goes on with its sentence.

    On the next page it is expected; anywhere else the words across the seam must show it,
    clearly where there is a choice.
    """
    torn = [i for i, run in enumerate(runs) if _breaks_off(run.last, column) or _in_list(run.last)]
    resuming = {j for j, run in enumerate(runs) if _begins_in_sentence(run.lines[0], column)}
    for i in torn:
        following = runs[i + 1].lines if i + 1 in resuming else None
        if following and following[0].indent == 1 and not _begins_notice(following):
            runs[i].to, runs[i + 1].taken = i + 1, True
    pairs = [
        (seams.worth(runs[i].last, runs[j].lines[0]), -j, i, j)
        for i in torn
        for j in range(i + 1, min(len(runs), i + 1 + _REACH))
        if runs[i].to is None and j in resuming and not runs[j].taken
    ]
    for least in (ENOUGH, 1):
        pairs = [p for p in pairs if runs[p[2]].to is None and not runs[p[3]].taken]
        for worth, _, i, j in sorted(pairs, reverse=True):
            free = runs[i].to is None and not runs[j].taken
            alone = sum(i == p[2] or j == p[3] for p in pairs) == 1
            if free and worth >= least and (worth >= ENOUGH or alone):
                runs[i].to, runs[j].taken = j, True
    _link_alone(runs, [i for i in torn if runs[i].to is None], resuming)


def _link_alone(runs: list[_Run], torn: list[int], resuming: set[int]) -> None:
    """Link the one run that still breaks off with the one that resumes below a notice.

    No words show that they belong together, but nothing else does go on: that is doubtful.
    """
    below = [
        j
        for j in sorted(resuming)
        if j and not runs[j].taken and stands_beside(runs[j - 1].lines[-1].text)
    ]
    for i in torn:
        after = [j for j in below if i + 1 < j <= i + _REACH]
        others = [k for k in torn if k != i and k < (after[0] if after else 0) <= k + _REACH]
        if len(after) == 1 and not others and _begins_notice(runs[i + 1].lines):
            runs[i].to, runs[after[0]].taken = after[0], True
            runs[after[0]].lines[0].note = Mending.RESUMED_ALONE


def _begins_notice(lines: Sequence[Line]) -> bool:
    """Tell whether a notice begins on the first of *lines*, which may fill its column."""
    return any(start == 0 for start, _, _ in find_notices(lines[:_NOTICE_LINES]))


def _in_list(line: Line) -> bool:
    """Tell whether *line* ends in the middle of a list, however long it is."""
    return line.text[-1] in "，、,"


def _in_order(runs: list[_Run]) -> list[Line]:
    """Return the lines of *runs*, each followed by the run that goes on with its sentence."""
    ordered: list[Line] = []
    for i, run in enumerate(runs):
        if run.taken:
            continue
        at: int | None = i
        while at is not None:
            ordered += runs[at].lines
            following = runs[at].to
            if following is not None and following != at + 1:
                for line in runs[following].lines:
                    line.note = line.note or Mending.RESUMED
            at = following
    return ordered
