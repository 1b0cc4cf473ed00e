"""Page ranges as people write them: ``8-18``, ``3``, ``5-``, ``1,4-6``."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual

# Commas and dashes of both widths; 8至18, 第8-18页.
_PART = re.compile(r"(?P<first>[0-9]{1,9})?\s*(?P<dash>[-–—－~～至到])?\s*(?P<last>[0-9]{1,9})?")
_COMMAS = re.compile(r"[,，、;；]")


class PageRange(NamedTuple):
    """Pages from ``first`` to ``last``, both counted from 1; ``last`` None is the end."""

    first: int
    last: int | None


def parse_pages(text: str, name: str) -> tuple[PageRange, ...]:
    """Read page ranges for the file called *name*.

    Raises:
        UnreadableError: *text* is none.
    """
    bare = unicodedata.normalize("NFKC", text).strip().removeprefix("第").removesuffix("页")
    return tuple(_parse_part(part.strip(), text, name) for part in _COMMAS.split(bare))


def select_pages(ranges: tuple[PageRange, ...], count: int, name: str) -> list[int]:
    """Return the pages in *ranges*, counted from 0, each once; all of *count* without ranges.

    Raises:
        UnreadableError: the file called *name* has no such page.
    """
    if not ranges:
        return list(range(count))
    chosen: dict[int, None] = {}
    for first, last in ranges:
        end = count if last is None else last
        if first > count or end > count:
            raise UnreadableError(
                Bilingual(
                    f"没有第{max(first, end)}页，全文共{count}页",
                    f"there is no page {max(first, end)}: it has {count}",
                ),
                where=name,
                mend=Bilingual("请改正页码范围", "mend the range of pages"),
            )
        chosen.update(dict.fromkeys(range(first - 1, end)))
    return list(chosen)


def shown_pages(pages: list[int]) -> str:
    """Write *pages* (counted from 0, rising) as ranges counted from 1: ``1-3, 7``."""
    parts: list[str] = []
    at = 0
    while at < len(pages):
        end = at
        while end + 1 < len(pages) and pages[end + 1] == pages[end] + 1:
            end += 1
        first, last = pages[at] + 1, pages[end] + 1
        parts.append(str(first) if first == last else f"{first}-{last}")
        at = end + 1
    return ", ".join(parts)


def _parse_part(part: str, text: str, name: str) -> PageRange:
    found = _PART.fullmatch(part)
    if found is not None and (found["first"] or found["last"]):
        first = int(found["first"] or 1)
        last = int(found["last"]) if found["last"] else (None if found["dash"] else first)
        joined = found["first"] and found["last"] and not found["dash"]
        if first >= 1 and (last is None or last >= first) and not joined:
            return PageRange(first, last)
        if not joined:
            raise _impossible(first, last, text, name)
    raise UnreadableError(
        Bilingual(f"页码范围“{text}”无法理解", f"«{text}» is no range of pages"),
        where=name,
        mend=Bilingual("写法如 8-18、3、5-、1,4-6", "write 8-18, 3, 5- or 1,4-6"),
    )


def _impossible(first: int, last: int | None, text: str, name: str) -> UnreadableError:
    """Return the error for *text*, a range that begins before page 1 or ends before it begins."""
    if first < 1 or last == 0:
        what = Bilingual("页码从1数起", "pages are counted from 1")
        mend = Bilingual(f"请改正页码范围“{text}”", f"mend the range of pages «{text}»")
    else:
        what = Bilingual(f"页码范围“{text}”前大后小", f"the range of pages «{text}» runs backwards")
        mend = Bilingual(f"应为 {last}-{first}", f"write {last}-{first}")
    return UnreadableError(what, where=name, mend=mend)
