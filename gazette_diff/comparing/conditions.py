"""Conditions and the scope: when a provision holds, and to what the regulation applies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.comparing.edits import Edit

# ……的， names a case, 除……外， and 但是……除外 name an exception.
_CASE = re.compile(r"(?![的地])[^。;:!?\n]{1,58}[^目]的")
_EXCEPTION = re.compile(r"除[^。;:\n]{2,58}外|但是?,?[^。;:\n]{2,58}除外")
_REST_OF_CASE = re.compile(r"(?P<case>[^,。;:!?\n]{0,12}(?<!目)的),")
_MARK = re.compile(r"[,。;:!?\n]")
_LONGEST = 30
_KIND = r"(?:法|条例|办法|规定|规则|细则|制度)"
_APPLIES = re.compile(rf"(?<![除还])适用本{_KIND}$|本{_KIND}不?适用于")
_SENTENCE = re.compile(r"[。；;]")


def condition(edit: Edit) -> tuple[str, str] | None:
    """Return the condition that *edit* changed, or one that came or went as a whole clause.

    情节严重的， gives 情节严重的; [逾期不改正→拒不改正]的， gives both clauses in full.
    """
    if edit.old and edit.new:
        return _other_case(edit)
    words = edit.old or edit.new
    starts = words[0] == "," or _MARK.match(edit.before[-1:] or "。")
    ahead = edit.after[:1] or "。"
    clause = words.strip(",。")
    is_case = _CASE.fullmatch(clause) and (words[-1] == "," or ahead == ",")
    is_exception = _EXCEPTION.fullmatch(clause) and (words[-1] in ",。" or _MARK.match(ahead))
    return edit.whole if starts and (is_case or is_exception) else None


def _other_case(edit: Edit) -> tuple[str, str] | None:
    rest = _REST_OF_CASE.match(edit.after)
    if rest is None or _MARK.search(edit.old + edit.new):
        return None
    clauses = [
        _MARK.split(before)[-1] + words + rest["case"]
        for before, words in ((edit.texts[0], edit.old), (edit.texts[2], edit.new))
    ]
    return (clauses[0], clauses[1]) if max(map(len, clauses)) <= _LONGEST else None


def is_scope(edit: Edit) -> bool:
    """Tell whether the sentence changed that says to what the regulation applies."""
    if max(len(edit.old), len(edit.new)) == 1:
        return False
    around = _SENTENCE.split(edit.before)[-1], _SENTENCE.split(edit.after)[0]
    edits = _SENTENCE.split(edit.old)[-1], _SENTENCE.split(edit.new)[-1]
    return any(_APPLIES.search(around[0] + words + around[1]) for words in edits)
