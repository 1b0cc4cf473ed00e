"""A source's lines to its documents: where each regulation begins and where it ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.parsing.lines import Line, clean
from gazette_diff.parsing.marks import Mark
from gazette_diff.parsing.tables import is_row
from gazette_diff.parsing.texts import text_starts
from gazette_diff.parsing.wording import (
    find_dates,
    is_date,
    is_finished,
    is_issuer,
    is_title,
    without_space,
)

#: 某机关关于……的通知, 某机关印发《……》的通知: the title of a notice (GB/T 9704-2012, 7.3.1).
NOTICE_TITLE = re.compile(
    r"(?P<issuer>[^，。：；“”《》0-9()（）]{2,60}?)?"
    r"(?:关于|(?=(?:印发|转发|批转)《))(?P<about>.{2,300}?)的?(?P<kind>通知|意见|决定|通告|公告|命令|函|批复|办法|方案|规定|实施意见)"
    r"(?:[（(][^）)]{1,20}[）)])?"
)
_ISSUED = re.compile(r"(?:印发|转发|批转|发布|公布)(?P<titles>.+)")
_QUOTED = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
_ADDRESSED = re.compile(r"各|有关|人民政府|部门|单位|机关|管委会|公司")
# 现解释如下：, 作如下修改：, 下列情形：: what leads into a text addresses nobody.
_LEADING_IN = re.compile(
    r"如下|下列|以下|为了?|根据|依照|按照|现就|修改|规定|决定|解释|意见|主要任务"
)
_LISTED = re.compile(r"^目[录次]$|[.…·．]{2,}[（(]?[0-9]{1,4}[）)]?$")
_LISTS = re.compile(r"(?:印发|转发|批转|发布|公布)《")
_TITLE_LINES = 5
_NOTICE_TITLE_LINES = 12
_TITLE_LONGEST = 80
_NUMBER_WITHIN = 45
_ADDRESSEE_WITHIN = 14
_RIGHT_BELOW = 6
_ABOVE_NOTICE = 3


@dataclass(slots=True)
class Section:
    """The lines of one document: its notice (shared by several, maybe empty) and its own.

    ``title`` is the title its notice gives it; ``lines`` begin with the title's own lines
    (``title_lines`` of them); ``in_gazette`` tells that a notice issued it, ``last`` that the
    source holds this one notice and nothing else, unless it is a gazette.
    """

    notice: list[Line] = field(default_factory=list)
    notice_title_lines: int = 0
    lines: list[Line] = field(default_factory=list)
    title: str = ""
    title_lines: int = 0
    in_gazette: bool = False
    last: bool = False


def segment(lines: Sequence[Line], titles: Sequence[Line]) -> list[Section]:
    """Return the documents that *lines* may hold, in order; *titles* are the Markdown titles.

    Each Markdown title begins one; else each notice that issues regulations under a
    document number; else each title over a text of its own, if there are several.
    """
    places = [bisect_left(lines, title.number, key=_number) for title in titles]
    tops = [i for i, title in zip(places, titles, strict=True) if title in lines[i : i + 1]]
    if tops:
        return _sections_of_titles(lines, tops)
    notices = find_notices(lines)
    if notices:
        ends = [*(n[0] for n in notices[1:]), len(lines)]
        sections: list[Section] = []
        for (start, count, title), end in zip(notices, ends, strict=True):
            sections += _sections_of_notice(lines[start:end], count, title)
        sections[-1].last = len(notices) == 1 and notices[0][0] <= _ABOVE_NOTICE
        return sections
    starts = text_starts(lines) or [0]
    ends = [*starts[1:], len(lines)]
    return [Section(lines=list(lines[a:b])) for a, b in zip(starts, ends, strict=True)]


def _number(line: Line) -> int:
    return line.number


def _sections_of_titles(lines: Sequence[Line], tops: list[int]) -> list[Section]:
    """Cut *lines* at their Markdown titles; titles that follow each other are one."""
    known = set(tops)
    starts = [i for i in tops if i - 1 not in known]
    ends = [*starts[1:], len(lines)]
    sections = []
    for start, end in zip(starts, ends, strict=True):
        count = next(k for k in range(1, end - start + 1) if start + k not in known)
        count += title_goes_on(lines[start:end], count)
        sections.append(Section(lines=list(lines[start:end]), title_lines=count))
    return sections


def title_goes_on(lines: Sequence[Line], count: int) -> int:
    """Return how many lines go on with the title on the first *count* of *lines*.

    The title was cut where its line ended: only with the words of the next lines it reads as
    one.
    """
    joined = "".join(line.text for line in lines[:count])
    if is_title(joined):
        return 0
    for further, line in enumerate(lines[count : count + _TITLE_LINES - 1], 1):
        joined += line.text
        if line.head is not None or line.level or is_finished(line.text) or is_row(line):
            return 0
        if line.text[0] in "（(" and find_dates(line.text):
            return 0  # a 题注
        if is_title(joined):
            return further
    return 0


def find_notices(lines: Sequence[Line]) -> list[tuple[int, int, str]]:
    """Return where notices begin, how many lines their titles take, and the titles.

    A notice has a title of the form 某机关关于……的通知, a document number of its own and an
    addressee near it (《党政机关公文处理工作条例》 2012, 第九条).
    """
    found: list[tuple[int, int, str]] = []
    i = 0
    while i < len(lines):
        match = _notice_title(lines, i)
        if match is not None:
            count, title = match
            found.append((i, count, title))
            i += count
        else:
            i += 1
    return found


def _notice_title(lines: Sequence[Line], start: int) -> tuple[int, str] | None:
    """Return the longest run of lines from *start* that reads as a notice's title."""
    joined = ""
    best: tuple[int, str] | None = None
    for count, line in enumerate(lines[start : start + _NOTICE_TITLE_LINES], 1):
        bare = without_space(line.text)
        # Only one that lists what it issues is longer: 关于印发《……》《……》的通知.
        lists = _LISTS.search(joined) or _LISTS.search(bare)
        if (count > _TITLE_LINES or len(bare) > _TITLE_LONGEST) and not lists:
            break
        if line.head is not None or is_finished(bare) or ("，" in bare and not lists):
            break
        if _LISTED.search(bare):
            break  # a line of the issue's contents, with its page
        joined += bare
        title = NOTICE_TITLE.fullmatch(joined)
        if title and _is_issued(lines, start + count, title["issuer"]):
            best = count, joined
    return best


def _is_issued(lines: Sequence[Line], start: int, issuer: str | None) -> bool:
    """Tell whether number and addressee follow a notice's title that ends before *start*.

    A title without the name of its *issuer* has them right below it.
    """
    if issuer is not None:
        return is_issuer(issuer) and _has_number_and_addressee(lines, start)
    until = addressee_end(lines[: start + _RIGHT_BELOW], start)
    return until is not None and any(
        DocumentNumber.parse(line.text) is not None for line in lines[start:until]
    )


def _has_number_and_addressee(lines: Sequence[Line], start: int) -> bool:
    numbered = any(
        DocumentNumber.parse(line.text) is not None
        for line in lines[start : start + _NUMBER_WITHIN]
    )
    return numbered and addressee_end(lines, start) is not None


def is_addressee(text: str) -> bool:
    """Tell whether *text* is the line of the addressees (各县（市、区）人民政府……：)."""
    bare = without_space(text)
    return (
        bare[-1:] in "：:"
        and "。" not in bare
        and (_ADDRESSED.search(bare) is not None or is_issuer(bare[:-1]))
        and _LEADING_IN.search(bare) is None
    )


def addressee_end(lines: Sequence[Line], start: int) -> int | None:
    """Return the index after the addressees, which may take several lines; None without any.

    The document number, a date or the issuer may stand between *start* and them.
    """
    joined = ""
    for i in range(start, min(len(lines), start + _ADDRESSEE_WITHIN)):
        text = lines[i].text
        if DocumentNumber.parse(text) is not None or is_date(text):
            continue
        joined += text
        if is_addressee(joined):
            return i + 1
        if "。" in joined or lines[i].head is not None:
            return None
    return None


def _sections_of_notice(lines: Sequence[Line], count: int, title: str) -> list[Section]:
    """Cut the lines from one notice to the next into the documents that it issues."""
    names = _names(lines, count, title)
    starts: list[tuple[int, int, str]] = []
    at = count
    for name in names:
        place = _find_title(lines, at, name)
        if place is not None:
            starts.append((place[0], place[1], name))
            at = place[0] + place[1]
    if not starts:
        end = _notice_end(lines, count)
        if end == len(lines) and not names:
            end = addressee_end(lines, count) or end  # it issues nothing: its text is the body
        name = names[0] if len(names) == 1 else title
        notice = list(lines[:end])
        return [Section(notice, count, list(lines[end:]), name, 0, in_gazette=True)]
    notice = list(lines[: starts[0][0]])
    ends = [*(s[0] for s in starts[1:]), len(lines)]
    return [
        Section(notice if k == 0 else [], count, list(lines[a:b]), name, n, in_gazette=True)
        for k, ((a, n, name), b) in enumerate(zip(starts, ends, strict=True))
    ]


def _names(lines: Sequence[Line], count: int, title: str) -> list[str]:
    """Return the titles that a notice issues: those in 《》 in its text, else in its title."""
    text = "".join(without_space(line.text) for line in lines[count : count + 30])
    end = text.find("印发给你们")
    quoted = _QUOTED.findall(text[:end]) if end >= 0 else []
    if quoted:
        return list(dict.fromkeys(quoted))
    issued = _ISSUED.search(title)
    if issued is None:
        return []
    inner = re.sub(r"的?通知(?:[（(].*)?$", "", issued["titles"])
    return _QUOTED.findall(inner) or [inner]


def _find_title(lines: Sequence[Line], start: int, name: str) -> tuple[int, int] | None:
    """Return where *name* stands on lines of its own, and on how many."""
    for i in range(start, len(lines)):
        joined = ""
        for count, line in enumerate(lines[i : i + _TITLE_LINES], 1):
            joined += without_space(line.text)
            if joined == name:
                return i, count
            if not name.startswith(joined):
                break
    return None


def _notice_end(lines: Sequence[Line], start: int) -> int:
    """Return the index after the notice's addressee, text, signature, date and number."""
    last = addressee_end(lines, start) or start
    for i in range(last, min(len(lines), start + _NUMBER_WITHIN)):
        text = lines[i].text
        if is_date(text) or DocumentNumber.parse(text) is not None:
            last = i + 1
        elif (head := lines[i].head) is not None and head.mark is not Mark.DOT:
            break
    return last


def floating_title(lines: Sequence[Line], title: str) -> set[int]:
    """Return the indexes in *lines* of the document's own title where it floats inside the text."""
    if not title:
        return set()
    return {
        i
        for i, line in enumerate(lines)
        if i and _is_named(without_space(line.text), title) and not is_finished(lines[i - 1].text)
    }


def _is_named(text: str, title: str) -> bool:
    """Tell whether *text* is *title*, maybe with a remark in brackets behind it."""
    rest = text.removeprefix(title)
    return rest != text and (
        not rest or re.fullmatch(r"[（(][^（）()]{1,20}[）)]", rest) is not None
    )


def looks_like_title(line: Line) -> bool:
    """Tell whether *line* alone may be a regulation's title."""
    text = clean(line.text)
    return line.head is None and is_title(text) and not is_finished(text)
