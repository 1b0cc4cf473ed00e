"""The rules that tell of one edit what kind of words changed (see :mod:`classes`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.comparing.bodies import renamed
from gazette_diff.comparing.conditions import condition, is_scope
from gazette_diff.comparing.keys import REFERENCE
from gazette_diff.comparing.quantities import counts, deadlines, differing, fines, other_sum
from gazette_diff.comparing.values import DATE, MONEY, SHARE, same_writing
from gazette_diff.core.numerals import NUMBER_CHARACTERS, NUMERAL_CHARACTERS

if TYPE_CHECKING:
    from gazette_diff.comparing.edits import Edit

_DUTY = re.compile(r"不?应当|不?应该|必须|可以|不得|禁止|严禁|不予|无需|无须|不必|原则上")
# 一般 is a duty word only by itself: 一般 was added to 应当, but 一般公共预算 is a budget.
_ALONE = frozenset({"一般", "原则上", "一般应当", "原则上应当"})
# Words of duty that are none everywhere: only where both sides begin with one.
_FIRST = re.compile(
    rf"{_DUTY.pattern}|一般应当|都?要(?![求点件素害闻约是])|均?须(?!知)|均?应(?![用急对付收答诉酬有])"
)
_DATE = rf"[0-9{NUMERAL_CHARACTERS}]+年[0-9{NUMERAL_CHARACTERS}]+月[0-9{NUMERAL_CHARACTERS}]+日"
_DAY = re.compile(rf"{_DATE}|(?:公布|发布|印发)之日")
_IN_FORCE = re.compile(r"起?(?:正式)?(?:施行|实施|生效)")
_FROM_DAY = re.compile(
    rf"自?(?P<day>(?:[0-9{NUMERAL_CHARACTERS}]+年)?[0-9{NUMERAL_CHARACTERS}]+月[0-9{NUMERAL_CHARACTERS}]+日)"
    rf"起{_IN_FORCE.pattern.removeprefix('起?')}"
)
_NO_WORD = re.compile(r"[\W_]+")
# Words that say the same: to change one for the other is editing, no more.
_SAME = (
    frozenset({"和", "及", "以及", "与", "、", "及其"}),
    frozenset({"或", "或者"}),
    frozenset({"相关", "有关"}),
    frozenset({"其它", "其他"}),
    frozenset({"做出", "作出"}),
    frozenset({"帐", "账"}),
    frozenset({"又", "且", "并且", "并"}),
    frozenset({"内", "以内", "之内"}),
    frozenset({"前", "以前", "之前"}),
    frozenset({"如", "如果", "若"}),
    frozenset({"但", "但是"}),
    frozenset({"的", ""}),
)
# A reference as it stands in a sentence: with the law it is found in, and 规定的 after it.
_REFERS = re.compile(
    rf"(?:(?:符合|依照|按照|根据|违反|属于)?(?:本(?:法|条例|办法|规定|规则|细则|解释|条|章)|[一-鿿]{{0,5}}法))?"
    rf"(?:{REFERENCE.pattern}|前[一二两三四]?[款条项])(?:的?规定的?|所称的?)?"
)
_JOINS = re.compile(r"以及|或者|[、，,和或及与至到的]")
# What joins a reference to the words beside it and is no part of it.
_JOINED = re.compile(r"^(?:和|或者|或|及|以及)|(?:和|或者|或|及|以及|的)$")
# Part of a list of references: of 第（一）、（四）项 the edit holds 第（一） or （四）项.
_ONE = rf"第?\(?[{NUMBER_CHARACTERS}]+\)?[条款项目]?"
_PART = re.compile(rf"(?:{_ONE}(?:[、和或及至到]|或者)?)*{_ONE}")
_OF_LIST = re.compile(r"[条款项目]|[、和或及至到]第?\(?[0-9一二三四五六七八九十百]+\)?[条款项目]")
# An edit of more characters holds too much for one rule to be sure what changed.
_LONGEST = 24
# Words on both sides of a comma, on both sides of the edit: a passage was written anew.
_CLAUSES = re.compile(r"\w[,，。;；]\w")


class Found(NamedTuple):
    """What an edit changed: the class, and the old and the new value as printed."""

    name: str
    old: str
    new: str


def values_of(edit: Edit) -> list[Found]:
    """Return what kinds of words *edit* changed, and their values; none where no rule is sure."""
    old, new = edit.old, edit.new
    if _NO_WORD.sub("", old) == _NO_WORD.sub("", new):
        return [Found("punctuation", *edit.printed)]
    if _is_reference(edit) or _is_part_of_references(edit):
        return [Found("reference", *(_JOINED.sub("", words) for words in edit.whole))]
    if days := _other_day(edit):
        return [Found("entry_into_force", *days)]
    case = condition(edit)
    if case and not (old and new):
        return [Found("condition", *case)]
    if max(len(old), len(new)) > _LONGEST or (_CLAUSES.search(old) and _CLAUSES.search(new)):
        return [Found("amount", *pair) for pair in other_sum(edit)]
    if days := _entry(edit):
        return [Found("entry_into_force", *days)]
    if _is_wording(edit):
        return [Found("wording", *edit.printed)]
    body = renamed(edit)
    rules = (
        ("duty", _duty(edit)),
        ("deadline", deadlines(edit)),
        ("amount", differing(MONEY, edit) or fines(edit)),
        ("percentage", differing(SHARE, edit)),
        ("count", counts(edit)),
        ("body", [body] if body else []),
        ("scope", [edit.whole] if is_scope(edit) else []),
    )
    found = [Found(name, *pair) for name, pairs in rules for pair in pairs]
    return found or ([Found("condition", *case)] if case else [])


def _is_reference(edit: Edit) -> bool:
    """Tell whether nothing but references went or came: 第五条 → 第五条、第六条."""
    old, new = edit.old, edit.new
    if REFERENCE.sub("", old) == REFERENCE.sub("", new):
        return True
    if not (_REFERS.search(old) or _REFERS.search(new)):
        return False
    rest = [_JOINS.sub("", _REFERS.sub("", words)) for words in (old, new)]
    return rest[0] == rest[1]


def _is_part_of_references(edit: Edit) -> bool:
    """Tell whether the edit changed numbers in a list of references: 第（一）、[（四）→第五]项."""
    sides = [words for words in (edit.old, edit.new) if words]
    if not all(_PART.fullmatch(words) for words in sides):
        return False
    ends = [(edit.old, edit.texts[1]), (edit.new, edit.texts[3])]
    if any(w and w[-1] not in "条款项目" and not _OF_LIST.match(after) for w, after in ends):
        return False
    return any(words[0] in "第(" for words in sides) or edit.before.endswith("第")


def _is_wording(edit: Edit) -> bool:
    """Tell whether the edit says the same in other words."""
    old, new = edit.old, edit.new
    if same_writing(old) == same_writing(new) or (len(old) > 1 and sorted(old) == sorted(new)):
        return True
    around = (
        ("", ""),
        (edit.before[-1:], ""),
        ("", edit.after[:1]),
    )
    return any({a + old + b, a + new + b} <= same for a, b in around for same in _SAME)


def _duty(edit: Edit) -> list[tuple[str, str]]:
    """Return the words of duty that took each other's place, came or went."""
    old, new = ([*_DUTY.finditer(words)] for words in (edit.old, edit.new))
    first = _FIRST.match(edit.old), _FIRST.match(edit.new)
    if first[0] and first[1] and len(old) < 2 and len(new) < 2:
        pair = first[0][0], first[1][0]
        return [pair] if pair[0] != pair[1] else []
    if {edit.old, edit.new} <= _ALONE | {"", *(found[0] for found in (*old, *new))}:
        return [(edit.old, edit.new)]
    if len(old) != len(new):
        return []
    return [
        (one[0], other[0])
        for one, other in zip(old, new, strict=True)
        if one[0] != other[0] and _stand_alike(one, other, edit.after)
    ]


def _stand_alike(one: re.Match[str], other: re.Match[str], after: str) -> bool:
    """Tell whether two words of duty begin their edit, or the same goes on after both."""
    goes_on = {(found.string + after)[found.end() :][:2] for found in (one, other)}
    return one.start() == other.start() == 0 or len(goes_on) == 1


def _entry(edit: Edit) -> tuple[str, str] | None:
    """Return the days if the day changed: 自2021年5月1日起施行, 自公布之日起施行."""
    if not (DATE.search(edit.old) and DATE.search(edit.new)):
        return None
    sides = (edit.old, edit.new)
    if not (_IN_FORCE.match(edit.after) or all(map(_IN_FORCE.search, sides))):
        return None
    days = [_DAY.search(words) for words in (edit.old, edit.new)]
    if not (days[0] and days[1]):
        return edit.whole
    return days[0][0], days[1][0]


def _other_day(edit: Edit) -> tuple[str, str] | None:
    """Return the days with which both sides begin, however long they are.

    2014年3月1日起施行。…同时废止 → 2024年9月1日起施行.
    """
    if not (edit.old and edit.new):
        return None
    days = [_FROM_DAY.match(words + edit.after) for words in (edit.old, edit.new)]
    if not (days[0] and days[1]) or days[0]["day"] == days[1]["day"]:
        return None
    return days[0]["day"], days[1]["day"]
