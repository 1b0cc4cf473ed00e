"""Which regulation each citation of a document means, and which version of it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gazette_diff.citation import Found, Target
from gazette_diff.cite_checking.values import Span
from gazette_diff.core.document_number import DocumentNumber

# A work that points at itself, and one that points back to another.
_OWN, _BACK = tuple("本此同"), "该"
# Texts that bind by agreement: no library of regulations has them.
_PRIVATE = re.compile("(?:合同|协议|协议书|备忘录|契约|公司章程|说明书|承诺书|意向书)$")
# What is cited by its kind alone (依照条例第三条) names no title.
_KIND_ALONE = re.compile(
    "(?:实施|暂行|管理|特别|若干)*"
    "(?:法典|法|条例|办法|细则|规定|规则|规程|章程|准则|决定|解释|通知|意见|方案|公约|协定)"
)
_JOINED = re.compile(r"\s*(?:[、,，]|和|及|与|以及|或者|或|[、,，]\s*(?:和|及|与))?\s*")
_FORMERLY = re.compile(
    r"(?:原|旧|(?:修订|修正|修改|废止)(?:之)?前的?|(?:已经?|被)(?:被)?(?:废止|失效)的?)$"
)
_MADE = "(?:修[订正改]|公布|颁布|发布|通过|制定|施行|版)"
_YEAR = (
    r"(?P<year>(?:19|20)[0-9]{2})年?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
    rf"第?[一二三四五]?次?{_MADE}"
)
_YEAR_BEFORE = re.compile(rf"{_YEAR}(?:后?的)?$")
_YEAR_IN = re.compile(
    rf"[（(][^（()）]*?{_YEAR}[^（()）]*[）)]|[（(](?P<alone>(?:19|20)[0-9]{{2}})年?[）)]"
)
_BRACKETED = re.compile(
    r"[（(〔\[](?P<inside>[^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)?)[）)〕\]]"
)
_SHORT = re.compile(
    r"》(?:\s*[（(][^（()）]*[）)])*\s*[（(][^（()）]*?(?:以下|下)(?:统一)?简?称为?[：:]?\s*"
    r"[“\"《〈「『]?(?P<name>[^“”\"《》〈〉「」『』（()）]{2,30})[”\"》〉」』]?\s*[）)]"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as it stands in the document, and what it says of the work it means.

    ``work`` is the title without a remark on the version, "" where it names no regulation.
    ``head`` is the index of the first member of its list. ``year`` and ``number`` say which
    version is meant; ``formerly`` that it is an earlier one (原《…》).
    """

    found: Found
    span: Span
    work: str = ""
    head: int = 0
    year: int | None = None
    number: DocumentNumber | None = None
    formerly: bool = False

    @property
    def text(self) -> str:
        """The citation as printed, without a （以下简称…）."""
        return re.sub(r"[（(][^（()）]*简称[^（()）]*[）)]", "", self.found.text)

    @property
    def target(self) -> Target:
        """What it cites in the work."""
        return self.found.target


def name_works(lines: Sequence[str], found: Sequence[Found]) -> tuple[Cited, ...]:
    """Return what each citation *found* in *lines* says of the work it means."""
    namer = _Namer(lines)
    return tuple(namer.name(one, index) for index, one in enumerate(found))


class _Namer:
    """Names the works of citations one after the other; remembers what stood before."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.short = _ShortTitles(lines)
        self.line, self.indent = 0, 0
        self.before: Cited | None = None
        self.named: Cited | None = None  # the last in the same line that names a work

    def name(self, one: Found, index: int) -> Cited:
        line = self.lines[one.line - 1]
        if one.line != self.line:
            self.line, self.indent = one.line, len(line) - len(line.lstrip())
            self.before = self.named = None
        span = Span(one.line, self.indent + one.start, self.indent + one.end, one.line)
        if self.before is not None and _goes_on(line, self.before, one, span):
            cited = replace(self.before, found=one, span=span)
        elif one.work.startswith(_BACK):
            cited = self._pointed_at(Cited(one, span, "", index), line)
        else:
            cited = _named(line, Cited(one, span, "", index), self.short)
        self.before = cited
        self.named = cited if cited.work else self.named
        return cited

    def _pointed_at(self, cited: Cited, line: str) -> Cited:
        """Give *cited* (该法第五条) the last work in its line, if that is of its kind."""
        named = self.named
        if named is None or "《" in line[named.span.end : cited.span.start]:
            return cited
        noun = cited.found.work.removeprefix(_BACK)
        kind = named.work.endswith(noun) and not (noun == "法" and named.work.endswith("办法"))
        if not kind and named.found.work != cited.found.work:  # 该法第三条……该法第五条
            return cited
        return replace(named, found=cited.found, span=cited.span, head=cited.head)


def _goes_on(line: str, before: Cited, one: Found, span: Span) -> bool:
    """Tell whether *one* is a later member of the list that *before* stands in."""
    if before.found.work != one.work or one.text.startswith(("《", one.work or "《")):
        return False
    return _JOINED.fullmatch(line, before.span.end, span.start) is not None


def _named(line: str, cited: Cited, short: _ShortTitles) -> Cited:
    one, span = cited.found, cited.span
    work = one.work
    if not work or work[0] in _OWN or _PRIVATE.search(work):
        return cited
    full = short.meaning(work, span) or work
    if full == work and not one.text.startswith("《") and _KIND_ALONE.fullmatch(work):
        return cited
    before = line[max(0, span.start - 30) : span.start]
    remark = one.text[: _provision_start(one)]
    year = _year(before, remark, full)
    bare = re.sub(r"\s*[（(][^（()）]*[）)]$", "", full) if _YEAR_IN.search(full) else full
    formerly = _FORMERLY.search(before) is not None
    return replace(cited, work=bare, year=year, number=_number(remark), formerly=formerly)


def _provision_start(one: Found) -> int:
    """Return where the words about the work end: at its last bracket, or its name."""
    name_end = one.text.find(one.work) + len(one.work)
    after = max(one.text.rfind(mark, name_end) for mark in "）)〕]")
    return max(name_end, after + 1)


def _year(before: str, remark: str, title: str) -> int | None:
    for text, pattern in ((remark, _YEAR_IN), (title, _YEAR_IN), (before[-20:], _YEAR_BEFORE)):
        if found := pattern.search(unicodedata.normalize("NFKC", text)):
            groups = found.groupdict()
            return int(groups["year"] or groups.get("alone") or 0)
    return None


def _number(remark: str) -> DocumentNumber | None:
    numbers = (DocumentNumber.parse(one["inside"]) for one in _BRACKETED.finditer(remark))
    return next(filter(None, numbers), None)


class _ShortTitles:
    """The short titles that a document introduces: 《…》（以下简称《夜市办法》）."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._given: dict[str, list[tuple[int, int, str]]] = {}
        for number, line in enumerate(lines, 1):
            if "称" in line:
                for name, start, title in _introduced(line):
                    self._given.setdefault(name, []).append((number, start, title))

    def meaning(self, work: str, span: Span) -> str | None:
        """Return the full title of *work* at *span*: the last given before it, else the first."""
        given = self._given.get(_tight(work))
        if given is None:
            return None
        at = bisect_right([one[:2] for one in given], (span.line, span.end))
        return given[max(at - 1, 0)][2]


def _introduced(line: str) -> Iterator[tuple[str, int, str]]:
    for found in _SHORT.finditer(line):
        depth, position = 1, found.start()
        while depth and position:
            position -= 1
            depth += {"》": 1, "《": -1}.get(line[position], 0)
        if not depth:
            yield _tight(found["name"]), position, line[position + 1 : found.start()]


def _tight(text: str) -> str:
    return "".join(text.split())
