"""A citation that fits several provisions: which they are, and how to write each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.citation.wording import bare_citation
from gazette_diff.core.errors import AmbiguousError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazette_diff.core.places import Placed
    from gazette_diff.core.tree import Regulation

# No more candidates are named than fit a line, and no more of their words.
_NAMED = 5
_WORDS = 12
_REPEATED = re.compile("（同一序号第[一-鿿]+处）")


def ambiguous(regulation: Regulation, found: Sequence[Placed], attachment: str) -> AmbiguousError:
    """Return the error for a citation that fits all of *found*, with how to write each."""
    names = [bare_citation(p, attachment=attachment) for p in found]
    # One number printed twice: no level above could tell the two apart, only the eId can.
    repeated = len({_REPEATED.sub("", name) for name in names}) < len(names)
    mend = (
        Bilingual("同一序号不止一处，请用方括号中的eId", "one number twice: use the eId")
        if repeated
        else Bilingual("请按上列写法之一引用或者用方括号中的eId", "write one of these or its eId")
    )
    return AmbiguousError(
        _fits(found, [f"{n}［{p.eid}］" for n, p in zip(names, found, strict=True)]),
        finding=_fits(found, names),
        where=regulation.metadata.title,
        mend=mend,
    )


def _fits(found: Sequence[Placed], names: Sequence[str]) -> Bilingual:
    return Bilingual(
        f"引注不确定，有{len(found)}处与之相符：{_listed(found, names, 'zh')}",
        f"the citation fits {len(found)} provisions: {_listed(found, names, 'en')}",
    )


def _listed(found: Sequence[Placed], names: Iterable[str], language: str) -> str:
    told = [
        f"{name}{first_words(placed)}{_line(placed, language)}"
        for name, placed in zip(names, found, strict=True)
    ]
    more = "" if len(told) <= _NAMED else "等" if language == "zh" else " …"
    return ("、" if language == "zh" else ", ").join(told[:_NAMED]) + more


def first_words(placed: Placed) -> str:
    """Return the first words of *placed* in quotes: “乙方应当登记。”; “三、保障措施” of an outline.

    The number of an outline level is given as printed, for its citation does not tell it.
    """
    words = ""
    for provision in placed.provision.walk():
        words = re.sub(r"\s", "", provision.heading or provision.text)
        if words:
            break
    short = words if len(words) <= _WORDS else f"{words[:_WORDS]}…"
    own = placed.provision.label if placed.provision.level is Level.OUTLINE else ""
    return f"“{own}{short}”" if own or short else ""


def _line(placed: Placed, language: str) -> str:
    lines = next((s.lines for p in placed.provision.walk() if (s := p.span).lines), None)
    if lines is None:
        return ""
    return f"（第{lines[0]}行）" if language == "zh" else f" (line {lines[0]})"
