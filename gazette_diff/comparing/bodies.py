"""Bodies that got another name: the whole of it, and one name for all its places."""

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
# Words that are part of no name: an edit that holds one changed more than a name, and a name
# begins after the last of them.
_WORDS = (
    r"应当|可以|不得|必须|负责|按照|根据|依照|依法|有关|相关|其他|或者|以及|并且|同时|认为|发现"
    r"|通知|会同|提请|要求|不服|支持|吸收|组织|经过|接受|申请|配合|协助|督促|鼓励|设立|建立|成立"
    r"|报告|抄送|移送|责令|委托|指定|授权|属于|作为|担任|领导|指导|所有|任何|全部|一切|不断|提高"
    r"|提升|改进|改善|完善|健全|推进|推动|开展|落实|做好|确保|实行|坚持|强化"
)
_NO_NAME = re.compile(rf"{_WORDS}|[的由在对向或和及将把被经]")
_BEFORE_NAME = re.compile(
    rf".*(?:{_WORDS}|[^一-鿿]|[由在对向或和及将把被经与同报送请须是为的并从以受给按其该商者])"
)
# Names and phrases in which such a word is part of another.
_MASKED = re.compile(
    r"住房和城乡|发展和改革|工业和信息|资源和社会保障|卫生和计划生育|民族和宗教|文化和旅游"
    r"|规划和自然资源|教育和体育|人口和计划生育|经济|财经|对外|交通|合同|情报|共同|同级|以上|以下"
    r"|所在地|工商|商务|商业|省、自治区、|区、县|组织部|消费者"
)
# A verb with which both sides of an edit may begin: 报市政府 → 送区政府.
_VERB = re.compile(r"要求|通知|[报送由向](?=.)")
# What a government may be called by: what else stands before 政府 is mostly no part of its name.
_LEVELS = re.compile(
    r"(?:[省市县区乡镇州旗盟、]|自治[区州县]|直辖市|人民|地方|各级|[本同上下][一]?级|[一省市县乡]级"
    r"|以上|以下|街道|国务院|基层|所在地|当地|民族|沿海|城市|设区)*"
)
# 该机关 and 本机关 name no other body than 机关.
_DETERMINED = re.compile(r"^(?:本|该|各|其)|等|有关|相关")
_THIS = re.compile(rf"(?:本|该|各|其){_BODY}")
_CUT = re.compile(r"(?:民?政府|府|级|院)(?=..)")
_LEVEL = re.compile(r".*(?:政府|级|以上|市|省)")
_LEAST = 4
_PREFIX_AT_MOST = 16


def renamed(edit: Edit) -> Pair | None:
    """Return the old and the new name of a body if that is what *edit* changed.

    工商行政 → 市场监督 before 管理部门 gives 工商行政管理部门, 市场监督管理部门. None where no
    rule is sure.
    """
    sides = [edit.old, edit.new]
    prefixes = [_prefix(edit.before)] * 2
    if all(_VERB.match(words) for words in sides):
        sides, prefixes = [_VERB.sub("", words, count=1) for words in sides], ["", ""]
    names = [words for words in sides if words]
    if not all(_NAME.fullmatch(words) and not _NO_NAME.search(_mask(words)) for words in names):
        return None
    rest = _rest(edit, names)
    # 省、自治区、直辖市 is one list of governments, of which an edit may hold an end.
    if rest is None or any(words.startswith("直辖市") for words in names):
        return None
    if len(prefixes[0]) + min(map(len, sides)) + len(rest) < _LEAST:
        # Each side by itself: 市委督查室 → 市委市政府督查局 is one name that was edited twice.
        prefixes = [_prefix(edit.texts[0]), _prefix(edit.texts[2])]
    if not any(prefixes) and len(names) == 1 and names[0].endswith("、"):
        return None
    if rest in {"政府", "人民政府"} and not all(_is_level(words, prefixes[0]) for words in names):
        return None
    old, new = (prefix + words + rest for prefix, words in zip(prefixes, sides, strict=True))
    if not old or not new or _DETERMINED.sub("", old) == _DETERMINED.sub("", new):
        return None
    return None if any(map(_THIS.fullmatch, (old, new))) else (old, new)


def _is_level(words: str, prefix: str) -> bool:
    """Tell whether *words* say which government is meant: 县级, or 级 after 县."""
    return any(_LEVELS.fullmatch(before + words) for before in ("", prefix[-1:], prefix[-2:]))


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


def _prefix(before: str) -> str:
    """Return what of the name stands at the end of the words *before* an edit."""
    found = _BEFORE_NAME.match(_mask(before))
    prefix = before[found.end() :] if found else before
    return prefix if len(prefix) <= _PREFIX_AT_MOST else _LEVEL.sub("", prefix)


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
