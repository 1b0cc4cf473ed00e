"""Choosing entries of the comparison table: by what happened, or by number."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from gazette_diff.core.numerals import NUMBER_CHARACTERS, parse_number
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.places import number_and_words
from gazette_diff.report.kinds import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from gazette_diff.core.changes import Change
    from gazette_diff.report.rows import Entry

#: The names that ``only`` knows: the kinds and four more.
SELECTORS = (
    *(str(kind) for kind in Kind),
    *("renumbered", "relocated", "editorial", "doubtful", "pinned"),
)

# 44, 第四十四条, 四十四, 第二十条之一, 20-1
_ARTICLE = re.compile(
    rf"第?\s*(?P<base>[{NUMBER_CHARACTERS}]+)\s*条?\s*(?:[之-]\s*(?P<branch>[{NUMBER_CHARACTERS}]+))?"
)
#: A number, or a label as printed: （三）.
Asked = Ordinal | str

_LAST_STEP = re.compile(r"_(?P<base>\d+)(?:-(?P<branch>\d+))?(?:_inst\d+)?$")


def article_number(text: str) -> Ordinal | None:
    """Read the number of an article as a person writes it; None when it is none.

    44, 第四十四条, 四十四, 第二十条之一 and 20-1 are understood.
    """
    found = _ARTICLE.fullmatch(text.strip())
    if found is None:
        return None
    base = parse_number(found["base"])
    branch = parse_number(found["branch"]) if found["branch"] else 0
    return None if base is None or branch is None else Ordinal(base, branch)


def asked_for(text: str) -> Asked:
    """Read what a person asks to see: the number of an article, else a label as printed.

    （三）, (三) and 一、 are labels; their width and the mark after them do not matter.
    """
    return article_number(text) or _plain(text)


def chosen(entry: Entry, only: AbstractSet[str], articles: AbstractSet[Asked]) -> bool:
    """Tell whether *entry* is asked for; an empty set asks for all.

    An article counts by its old and by its new number, and by the labels that stand on it,
    in it or on what is around it.
    """
    change = entry.change
    if only and not only & _names(change):
        return False
    return not articles or any(answers(change, asked) for asked in articles)


def answers(change: Change, asked: Asked) -> bool:
    """Tell whether an article of *change* has the number or the label *asked* for."""
    refs = (*change.old, *change.new)
    if isinstance(asked, Ordinal):
        return any(_number(ref.eid) == asked for ref in refs)
    labels = [ref.label for ref in refs]
    labels += [number_and_words(part)[0] for ref in refs for part in ref.path]
    labels += [side.label for row in change.rows for side in (row.old, row.new) if side]
    return bool(asked) and asked in map(_plain, labels)


def _plain(label: str) -> str:
    return "".join(unicodedata.normalize("NFKC", label).split()).rstrip("、.")


def _names(change: Change) -> set[str]:
    facts = {
        "renumbered": change.renumbered,
        "relocated": change.relocated,
        "editorial": change.editorial,
        "doubtful": change.doubtful,
        "pinned": change.pinned,
    }
    return {str(kind_of(change)), *(name for name, holds in facts.items() if holds)}


def _number(eid: str) -> Ordinal | None:
    found = _LAST_STEP.search(eid)
    return None if found is None else Ordinal(int(found["base"]), int(found["branch"] or 0))
