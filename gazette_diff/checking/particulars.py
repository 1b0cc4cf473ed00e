"""What a regulation must say of itself: number, date; and whether its contents page is right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazette_diff.checking.passages import Passage, Spot, Subject
from gazette_diff.core.diagnostics import Code
from gazette_diff.core.places import walk_places
from gazette_diff.core.tree import CONTAINERS, BlockKind, Regulation

# A date in any form, also one that the metadata could not be read from.
_DATE = re.compile(r"[0-9０-９lIOo〇○零一二三四五六七八九]{4}\s*年|[0-9]{4}[-./][0-9]{1,2}[-./]")
_NOTICE = re.compile(r"关于(?:印发|发布|转发|公布|下发).{2,200}的\s*通\s*知")
# 第一章 总则……3 and 第一章 总则（3）: a line of the contents with its page.
_CONTENTS_LINE = re.compile(r"\s*(?P<label>第[^\s章编节]{1,5}(?:分?编|章|节))")
_PAGE = " \t\u3000\xa0.．…·—-–0123456789０１２３４５６７８９()（）"


def check_particulars(subject: Subject) -> Iterator[Spot]:
    """Find what number and date are missing, and where the contents page differs."""
    regulation = subject.regulation
    first = next(subject.passages, Passage(0, "", "", ""))
    beginning = first._replace(place="")
    if regulation.metadata.document_number is None:
        yield Spot(Code.NO_DOCUMENT_NUMBER, beginning, 0, {})
        if any(_NOTICE.search(block.text) for block in regulation.preface):
            yield Spot(Code.NOTICE_WITHOUT_NUMBER, beginning, 0, {})
    if regulation.metadata.version is None and not _has_date(regulation):
        yield Spot(Code.NO_DATE, beginning, 0, {})
    yield from _contents(subject)


def _has_date(regulation: Regulation) -> bool:
    return any(_DATE.search(b.text) for b in (*regulation.preface, *regulation.conclusion))


def _contents(subject: Subject) -> Iterator[Spot]:
    """Compare the lines of the contents with the headings of the text; tell the first to differ."""
    listed = [
        (passage, found["label"], passage.words[found.end() :].strip().rstrip(_PAGE))
        for passage in subject.passages
        if passage.part == BlockKind.CONTENTS and (found := _CONTENTS_LINE.match(passage.words))
    ]
    levels = {label[-1] for _, label, _ in listed}
    headings = [
        (placed.provision.label, placed.provision.heading)
        for placed in walk_places(subject.placed)
        if placed.provision.level in CONTAINERS
        and placed.provision.label[-1:] in levels
        and not placed.eid.startswith("att_")
    ]
    for index, (passage, label, heading) in enumerate(listed):
        printed = headings[index] if index < len(headings) else ("", "")
        if _plain(label + heading) != _plain("".join(printed)):
            told = " ".join(filter(None, printed)) or "—"
            values = {"listed": f"{label} {heading}".strip(), "printed": told}
            yield Spot(Code.CONTENTS_DIFFER, passage, 0, values)
            return
    if listed and len(headings) > len(listed):
        passage = listed[-1][0]
        values = {"listed": "—", "printed": " ".join(filter(None, headings[len(listed)]))}
        yield Spot(Code.CONTENTS_DIFFER, passage, 0, values)


def _plain(heading: str) -> str:
    return re.sub(r"\W+", "", heading.rstrip(_PAGE))
