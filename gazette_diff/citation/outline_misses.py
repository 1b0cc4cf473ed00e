"""Why a number names no level of an outline, and where else that number stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.citation import misses
from gazette_diff.citation.ambiguity import first_words
from gazette_diff.citation.outlines import outline_levels, printed_as, shape_of, shapes_in
from gazette_diff.citation.walking import number_of
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.numerals import CIRCLED_CHARACTERS, format_numeral, parse_number

if TYPE_CHECKING:
    from gazette_diff.citation.values import Step

_NAMED = 3


def missing_level(miss: misses.Miss) -> NotFoundError:
    """Return the error for a number that no level bears that is printed so.

    It names the nearest of the same kind, and the levels of other kinds with that number:
    没有“（九）”；最后一个为第三部分第（七）项.
    """
    elsewhere = [p for p in outline_levels(miss.inside) if number_of(p) == miss.step.ordinal]
    is_label = miss.step.bracketed or miss.step.labelled
    error = misses.missing(miss, ()) if miss.parents or not is_label else _no_label(miss)
    if elsewhere and error.mend is not None:
        names = [miss.words(p) + first_words(p) for p in elsewhere[:_NAMED]]
        more = len(elsewhere) > _NAMED
        zh = "、".join(names) + ("等" if more else "")
        en = ", ".join(names) + (" …" if more else "")
        mend = Bilingual(f"{error.mend.zh}；同一序号有{zh}", f"{error.mend.en}; there is {en}")
        return NotFoundError(error.what, where=error.where, mend=mend)
    return error


def _no_label(miss: misses.Miss) -> NotFoundError:
    label = _printed(miss.step)
    shape = printed_as(miss.step, shapes_in(miss.body))
    series = [p for p in outline_levels(miss.body) if shape_of(p.provision.label) is shape]
    mend = Bilingual("没有这样编号的层次", "no level is numbered so")
    if series:
        last = miss.words(max(series, key=number_of))
        mend = Bilingual(f"这样编号的最后一个为{last}", f"the last that is numbered so is {last}")
    return NotFoundError(
        Bilingual(f"没有“{label}”", f"there is no «{label}»"),
        where=miss.regulation.metadata.title,
        mend=mend,
    )


def _printed(step: Step) -> str:
    """Write the label that was asked for as it would be printed: （九）, 九、, 9."""
    base = step.ordinal.base if step.ordinal else 0
    digits = str(base) if step.arabic else format_numeral(base)
    if step.circled:
        return next((c for c in CIRCLED_CHARACTERS if parse_number(c) == base), f"（{base}）")
    if step.bracketed:
        return f"（{digits}）"
    return f"{digits}." if step.arabic else f"{digits}、"
