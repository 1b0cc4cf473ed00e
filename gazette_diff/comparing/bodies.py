"""Bodies that got another name, came or went: the whole name, and one for all its places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.comparing.edits import Edit

Pair = tuple[str, str]

_BODY = (
    r"(?:主管部门|部门|机关|机构|委员会|政府|局|厅|办公室|办公厅|法院|检察院"
    r"|协会|联合会|督查室|海关|中心)"
)
_ENDS_IN_BODY = re.compile(rf"{_BODY}$")
_GOES_ON_TO_BODY = re.compile(
    rf"(?:行政|管理|行政管理|行政主管|监督|监督管理|工作|人民|主管)?{_BODY}"
)
# The last character of many names: 督查室 → 督查局, 督查 → 办公 室.
_LAST_OF_BODY = re.compile(r"[室局厅委署办部院会]")
_GOES_ON_AS_BODY = re.compile(r"[室局厅署](?![部内外限面])")
_NAME = re.compile(r"[一-鿿、]{1,14}")
_WORD = r"[由在对向或和及将把被经与同报送请应须是为的并从以受给按]"
# Words that are part of no name: an edit that holds one changed more than a name.
_NO_NAME = re.compile(
    r"应当|可以|不得|必须|负责|[的由在对向或和及将把被经]|有关|相关|其他|按照|根据|依照|依法"
)
# Names in which such a character is part of a word.
_NAMED = (
    *("住房和城乡", "发展和改革", "工业和信息", "资源和社会保障", "卫生和计划生育"),
    *("民族和宗教", "文化和旅游", "规划和自然资源", "教育和体育", "人口和计划生育"),
    *("国民经济", "经济", "财经", "对外", "应急", "交通", "合同", "情报", "共同", "同级"),
)
_MASKED = re.compile("|".join(_NAMED))
# What may stand before a name and is no part of it.
_BEFORE_NAME = re.compile(
    rf".*(?:[^一-鿿]|{_WORD}|应当|可以|不得|必须|按照|根据|依照|依法|[有相]关|其他)"
)
_CUT = re.compile(r"(?:民?政府|府|级|院)(?=..)")
_LEAST = 4
_PREFIX_AT_MOST = 12


def renamed(edit: Edit) -> Pair | None:
    """Return the old and the new name of a body if that is what *edit* changed.

    工商行政 → 市场监督 before 管理部门 gives 工商行政管理部门, 市场监督管理部门. None where no
    rule is sure.
    """
    names = [words for words in (edit.old, edit.new) if words]
    if not all(_NAME.fullmatch(words) and not _NO_NAME.search(_mask(words)) for words in names):
        return None
    rest = _rest(edit, names)
    if rest is None:
        return None
    prefix = _prefix(edit)
    if not prefix and len(names) == 1 and names[0].endswith("、"):
        return None
    old, new = (prefix + words + rest for words in (edit.old, edit.new))
    return (old, new) if old and new else None


def _rest(edit: Edit, names: list[str]) -> str | None:
    """Return what of the name stands after the edit; None if it is no name of a body."""
    goes_on = _GOES_ON_TO_BODY.match(edit.after)
    if goes_on:
        return goes_on[0]
    if len(names) == 1:
        return None
    if all(_ENDS_IN_BODY.search(words) for words in names):
        return ""
    if all(_LAST_OF_BODY.fullmatch(words) for words in names):
        return ""
    return edit.after[:1] if _GOES_ON_AS_BODY.match(edit.after) else None


def _prefix(edit: Edit) -> str:
    """Return what of the name stands before the edit, as far as words show it."""
    words = edit.before
    masked = _mask(words)
    found = _BEFORE_NAME.match(masked)
    start = found.end() if found else 0
    return words[start:] if len(words) - start <= _PREFIX_AT_MOST else ""


def _mask(words: str) -> str:
    """Return *words* with names replaced in which 和, 经 and the like part nothing."""
    return _MASKED.sub(lambda found: "名" * len(found[0]), words)


def common_names(pairs: Iterable[Pair]) -> dict[Pair, Pair]:
    """Return under what names the renamings *pairs* are one and the same.

    国务院农业行政主管部门 → 国务院农业农村主管部门 and 地方农业行政主管部门 → 地方农业农村主管部门
    are one renaming: of 农业行政主管部门 to 农业农村主管部门.
    """
    alike: dict[tuple[str, Pair], set[tuple[str, Pair]]] = {}
    for old, new in pairs:
        size = _common_length(old, new)
        prefix, ends = old[:size], (old[size:], new[size:])
        missing = max(0, _LEAST - min(map(len, ends)))
        if len(prefix) < missing:
            continue
        nearest = prefix[len(prefix) - missing :]
        alike.setdefault((nearest, ends), set()).add((prefix, (old, new)))
    names = {}
    for (_, ends), found in alike.items():
        if len(found) == 1:
            continue
        shared = _common_ending([prefix for prefix, _ in found])
        if any(prefix != shared for prefix, _ in found):
            shared = _CUT.sub("", shared, count=1) if _CUT.match(shared) else shared
        for _, pair in found:
            names[pair] = (shared + ends[0], shared + ends[1])
    return names


def _common_length(one: str, other: str) -> int:
    size = 0
    while size < min(len(one), len(other)) and one[size] == other[size]:
        size += 1
    return size


def _common_ending(words: list[str]) -> str:
    shortest = min(words, key=len)
    size = 0
    while size < len(shortest) and len({word[-1 - size] for word in words}) == 1:
        size += 1
    return shortest[len(shortest) - size :]
