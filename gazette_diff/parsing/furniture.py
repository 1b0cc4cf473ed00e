"""Running heads and page numbers: what a printed page adds to a text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from gazette_diff.core.mendings import Furnishing
from gazette_diff.core.tree import GazetteIssue
from gazette_diff.parsing.lines import Furniture, Line
from gazette_diff.parsing.wording import is_finished, without_space

# ●栏目 某市人民政府公报 2023.05 on one side of the sheet, its parts the other way round on the
# other; the issue may stand in brackets.
_COLUMN = r"[●◆■▲◎★].{1,20}"
_OF_ISSUE = (
    r"[（(]?(?:(?:19|20)\d{2}[.．年·-]\d{1,2}(?:月号?)?|(?:19|20)\d{2}年?第\d{1,3}期)[）)]?"
    r"(?:[（(]总第?\d+期[）)])?"
)
_RUNNING_HEAD = re.compile(
    rf"(?:{_COLUMN})?[一-鿿]{{2,16}}公报{_OF_ISSUE}(?:{_COLUMN})?"
    rf"|{_OF_ISSUE}[一-鿿]{{2,16}}公报(?:{_COLUMN})?|{_COLUMN}{_OF_ISSUE}[一-鿿]{{2,16}}公报"
)
_NUMBER_LONGEST = 4
_PAGE_MARKS = frozenset("-—–－·•页")
_MARKED_PAGE_NUMBER = re.compile(
    r"[-—–－·•][ ]*\d{1,4}[ ]*[-—–－·•]|第[ ]*\d{1,4}[ ]*页(?:[ ]*共[ ]*\d+[ ]*页)?"
)
_ISSUE = re.compile(r"(?P<year>(?:19|20)\d{2})年?第(?P<number>\d{1,3})期")
_ISSUE_SHORT = re.compile(r"公报(?P<year>(?:19|20)\d{2})[.．·](?P<number>\d{1,2})(?!\d)")
_TOTAL = re.compile(r"总第(?P<total>\d{1,5})期")
_NAME = re.compile(r"[一-鿿]{2,18}?(?:人民政府|政府|国务院|人大|常委会|法院)公报|国务院公报")
_NEAR = 2
_MASTHEAD_LONGEST = 60


def drop_furniture(
    lines: list[Line], notable: Sequence[Line]
) -> tuple[list[Line], list[Furniture]]:
    """Take running heads and page numbers out of *lines*; return the rest and what was taken.

    Only those that are *notable* may be any. A bare number is a page number only beside a
    running head, or where such numbers count on through the source: in a table it may be a
    value.
    """
    may_be = [line for line in notable if _may_be_furniture(line.text)]
    if not may_be:
        return lines, []
    at = {line.number: i for i, line in enumerate(lines)}
    heads = {at[line.number] for line in may_be if _is_running_head(line.text)}
    bare = [at[line.number] for line in may_be if _is_bare(line.text)]
    marked = {at[line.number] for line in may_be if _is_marked(line.text)}
    beside = {i for i in bare if not heads.isdisjoint(range(i - _NEAR, i + _NEAR + 1))}
    pages = marked | beside | _counted(lines, bare)
    kept: list[Line] = []
    dropped: list[Furniture] = []
    for i, line in enumerate(lines):
        if i in heads:
            dropped.append(Furniture(line.piece(), Furnishing.RUNNING_HEAD))
        elif i in pages:
            dropped.append(Furniture(line.piece(), Furnishing.PAGE_NUMBER))
        else:
            kept.append(line)
    return kept, dropped


def _may_be_furniture(text: str) -> bool:
    """Tell whether *text* has what page numbers and running heads are told by."""
    return text[-1] in _PAGE_MARKS or "报" in text or text.isdecimal()


def _is_running_head(text: str) -> bool:
    if "报" not in text:
        return False
    bare = without_space(text)
    return "公报" in bare and len(bare) <= 45 and _RUNNING_HEAD.fullmatch(bare) is not None


def _is_bare(text: str) -> bool:
    return len(text) <= _NUMBER_LONGEST and text.isdecimal()


def _is_marked(text: str) -> bool:
    return text[-1] in _PAGE_MARKS and _MARKED_PAGE_NUMBER.fullmatch(text) is not None


def _counted(lines: Sequence[Line], bare: list[int]) -> set[int]:
    """Return those of the *bare* numbers that rise one by one and stand far apart: pages."""
    counted: set[int] = set()
    for before, after in itertools.pairwise(bare):
        rise = int(lines[after].text) - int(lines[before].text)
        if rise == 1 and after - before >= 10:
            counted |= {before, after}
    return counted


def find_issue(notable: Sequence[Line]) -> GazetteIssue | None:
    """Return the gazette issue that a masthead or running head names, if any.

    It is looked for in the *notable* lines. A column's title may run into the
    name (文件选载南阳市人民政府公报); the shortest form found is the name.
    """
    if not any("报" in line.text and _may_be_masthead(line.text) for line in notable):
        return None
    year = number = total = None
    names: list[str] = []
    for line in notable:
        if not _may_be_masthead(line.text):
            continue
        bare = without_space(line.text)
        if "公报" in bare and (found := _NAME.search(line.text) or _NAME.search(bare)):
            names.append(found.group())
        if year is None and (issue := _ISSUE.search(bare) or _ISSUE_SHORT.search(bare)):
            year, number = int(issue["year"]), int(issue["number"])
        if total is None and (count := _TOTAL.search(bare)):
            total = int(count["total"])
    if not names or year is None or number is None:
        return None
    return GazetteIssue(min(names, key=len), year, number, total)


def _may_be_masthead(text: str) -> bool:
    return len(text) <= _MASTHEAD_LONGEST and not is_finished(text)
