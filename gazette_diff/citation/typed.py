"""Reading what people type: 第四十四条第一款第（三）项, 44.1.3, 44(3), art 44, art_44__point_3.

The text is cut into steps by one pattern a form; what stands between two steps decides
whether they belong to one place, make a list, or a range.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from gazette_diff.citation.unit_words import CHINESE_UNITS, EID_UNITS, ENGLISH_UNITS
from gazette_diff.citation.values import Citation, Reference, Step, Target, Unit
from gazette_diff.citation.works import split_work
from gazette_diff.core.errors import InvalidCitationError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.numerals import (
    CIRCLED_CHARACTERS,
    NUMBER_CHARACTERS,
    NUMERAL_CHARACTERS,
    parse_number,
)
from gazette_diff.core.ordinals import Ordinal

_FORMS = Bilingual(
    "可以写作：第四十四条第一款第（三）项、第三章第二节、44、44.1.3、44(3)、10之1",
    "write for example 第四十四条第一款第（三）项, 第三章第二节, 44, 44.1.3, 44(3), 10-1",
)


class _Token(NamedTuple):
    """A step as printed, with what decides how it joins its neighbours."""

    step: Step
    start: int
    end: int
    ordinal_mark: bool  # 第 stood before the number
    english: bool
    eid: str


@cache
def _step_pattern() -> re.Pattern[str]:
    number = f"[{NUMBER_CHARACTERS}]+"
    units = "|".join(sorted(CHINESE_UNITS, key=len, reverse=True))
    english = "|".join(sorted(map(re.escape, ENGLISH_UNITS), key=len, reverse=True))
    # How wording.py tells provisions with one number apart.
    repeated = r"(?:\(同一序号第(?P<repeated{}>[一-鿿]+)处\))?"
    return re.compile(
        rf"""
        (?P<eid>{"|".join(EID_UNITS)})_(?P<eid_base>[0-9]+)(?:-(?P<eid_branch>[0-9]+))?
            (?:_inst(?P<instance>[0-9]+))?
      | (?P<english>{english})\.?\ *(?P<english_open>\()?(?P<english_base>{number})
            (?:-(?P<english_branch>[0-9]+))?(?(english_open)\))(?!{number})
      | (?P<attachment>附件|附表|附录|附图|附)\ *(?P<attachment_base>{number}|){repeated.format(1)}
      | (?P<mark>第)?\ *(?P<open>[(〔\[])?\ *(?P<base>{number})\ *(?(open)[)〕\]])
            (?:\ *(?P<unit>{units})
                (?:\ *之\ *(?P<branch>{number})|-(?P<dash>[0-9]+)(?![0-9]|\ *(?:{units})))?
              | \ *之\ *(?P<plain_branch>{number})\ *(?P<late_unit>条|章|节|项)?
              | (?(open)|-(?P<plain_dash>[0-9]+)(?:\ *(?P<dash_unit>{units}))?)
            )?{repeated.format(2)}
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# What may stand between two numbers: nothing that matters, a list, a range.
# A dash between plain digits (44-46) belongs to the number; resolving decides what it is.
_RANGE = re.compile(
    rf"\s*(?:至|到|~|–|—|--|(?<=[.、])-|-(?=\s*(?:[第(〔{NUMERAL_CHARACTERS}]|[0-9]+\s*[{''.join(CHINESE_UNITS)}])))\s*"
)
_LIST = re.compile(r"\s*(?:[、,;]|或者|以及|和|及|与|或|and\b|or\b|&)\s*", re.IGNORECASE)
_LABEL_END = re.compile(r"\.(?!\s*[0-9])|、\s*(?:$|(?=[(〔]|[0-9]+(?:[.(〔]|$)))")
_LABEL_IN_LIST = re.compile(r"[.、](?=\s*(?:[至到~–—、,;和及与或-]|以及))")
_LABEL_BEFORE = r"、\s*(?=[(〔]|[0-9]+(?:[.(〔]|$))"
_LEVEL = re.compile(r"\s*(?:__|\.(?=\s*[^\s.])|/|的|之(?=\s*[(])|)\s*")


def parse_citation(text: str) -> Citation:
    """Read *text* as a citation: one place, a list or a range, with or without the work.

    Width, inner spaces and the kind of digits do not matter. A plain number is an article,
    further numbers after points are its 款, 项, 目; a number in brackets is a 项.
    ``10-1`` is 第十条之一, as in eIds; a range is written with 至 or ~. Whether ``44-46`` is
    第四十四条之四十六 or a range depends on the regulation: resolving decides.

    Raises:
        InvalidCitationError: *text* names no provision, or has words that are no part of
            a citation; the message says which.
    """
    if not text.strip():
        raise _invalid(text, "没有写明条文", "no provision is named")
    work, document_number, start = split_work(text)
    return Citation(_targets(text, normal_width(text[start:])), work, document_number)


def normal_width(text: str) -> str:
    """Return *text* with plain brackets, digits and spaces: （３） and ３） are (3), ③ is 〔3〕."""
    import unicodedata

    spaced = "".join(f"〔{parse_number(c)}〕" if c in CIRCLED_CHARACTERS else c for c in text)
    plain = " ".join(unicodedata.normalize("NFKC", spaced).split())
    return re.sub(rf"(?<![(〔\[{NUMBER_CHARACTERS}])([{NUMBER_CHARACTERS}]+)\)", r"(\1)", plain)


def _targets(original: str, text: str) -> tuple[Target, ...]:
    """Cut *text* into steps and join them to places, lists and ranges."""
    # 44.1.3-44.1.5: between two numbers with levels a dash can only be a range.
    text = re.sub(r"([0-9]+(?:\.[0-9]+)+)-(?=[0-9]+\.[0-9])", r"\1~", text)
    whole, text = text, re.sub(r"(?:的?规定)?[。,;、.的]*$", "", text)
    groups: list[list[_Token]] = []
    joints: list[str] = []
    joint = "list"
    position = 0
    while position < len(text):
        token = _labelled(_read_step(original, text, position), whole)
        if joint == "level" and groups:
            groups[-1].append(token)
        else:
            groups.append([token])
            joints.append(joint)
        joint, position = _joint(text, token)
    if not groups:
        raise _invalid(original, "没有写明条文", "no provision is named")
    if joint != "level":
        raise _leftover(original, text[groups[-1][-1].end :])
    _share_units(groups)
    return _as_targets(original, groups, joints)


def _read_step(original: str, text: str, position: int) -> _Token:
    found = _step_pattern().match(text, position)
    if not found:
        raise _leftover(original, text[position:])
    mark, english = bool(found["mark"]), bool(found["english"])
    eid = found[0] if found["eid"] else ""
    return _Token(_step(original, found), found.start(), found.end(), mark, english, eid)


def _labelled(token: _Token, text: str) -> _Token:
    """Mark *token* where it is a whole printed label: 三、 and 3., not the 3 of 3.1 or 3、5."""
    step = token.step
    if step.unit is not Unit.PLAIN or not _LABEL_END.match(text, token.end):
        return token
    return token._replace(step=step._replace(labelled=True))


def _step(original: str, found: re.Match[str]) -> Step:
    if found["eid"]:
        ordinal = _ordinal(original, found["eid_base"], found["eid_branch"])
        return Step(EID_UNITS[found["eid"].lower()], ordinal, int(found["instance"] or 0))
    if found["english"]:
        ordinal = _ordinal(original, found["english_base"], found["english_branch"])
        dashed = bool(found["english_branch"])
        return Step(ENGLISH_UNITS[found["english"].lower()], ordinal, dashed=dashed)
    repeated = found["repeated1"] or found["repeated2"]
    instance = parse_number(repeated) or 0 if repeated else 0
    if word := found["attachment"]:
        base = found["attachment_base"]
        number = _ordinal(original, base, None) if base else None
        return Step(Unit.ATTACHMENT, number, instance, word=word)
    branch = found["branch"] or found["dash"] or found["plain_branch"] or found["plain_dash"]
    ordinal = _ordinal(original, found["base"], branch)
    bracketed = bool(found["open"])
    unit = found["unit"] or found["late_unit"] or found["dash_unit"]
    kind = CHINESE_UNITS[unit] if unit else Unit.BRACKETED if bracketed else Unit.PLAIN
    arabic, circled = found["base"].isascii(), found["open"] == "〔"
    dashed = bool(found["dash"] or found["plain_dash"])
    return Step(kind, ordinal, instance, bracketed, arabic, circled=circled, dashed=dashed)


def _ordinal(original: str, base: str, branch: str | None) -> Ordinal:
    values = []
    for digits in (base, branch):
        value = 0 if digits is None else parse_number(digits)
        if value is None or (digits is not None and value == 0):
            raise _invalid(
                original, f"“{digits}”不是条文的序号", f"«{digits}» is no number of a provision"
            )
        values.append(value)
    return Ordinal(values[0], values[1])


def _joint(text: str, token: _Token) -> tuple[str, int]:
    """Tell what follows the step that ends at ``token.end``: level, list or range."""
    position = token.end
    # 二、（三） and 二、3.: the mark belongs to the printed number, it makes no list.
    if token.step.unit is Unit.PLAIN:
        next_level = r"、\s*(?=[(〔])" if token.step.arabic else _LABEL_BEFORE
        if found := re.compile(next_level).match(text, position):
            return "level", found.end()
        # 一、至三、 and 3.-5.: the mark of a label, then that of the range or list.
        if found := _LABEL_IN_LIST.match(text, position):
            position = found.end()
    # art 44, para 1: an English comma between levels that go down.
    if token.english and (found := re.compile(r",\s*(?=[A-Za-z])").match(text, position)):
        inner = _step_pattern().match(text, found.end())
        if inner and inner["english"]:
            unit = ENGLISH_UNITS[inner["english"].lower()]
            if unit.rank > token.step.unit.rank:
                return "level", found.end()
    for name, pattern in (("range", _RANGE), ("list", _LIST)):
        if found := pattern.match(text, position):
            return name, found.end()
    found = _LEVEL.match(text, position)
    assert found is not None
    return "level", found.end()


def _share_units(groups: list[list[_Token]]) -> None:
    """Give the unit that a list prints once to its earlier members: 第三、五、六项, 第一至三条."""
    for current, following in zip(reversed(groups[:-1]), reversed(groups[1:]), strict=True):
        last, first = current[-1], following[0]
        if last.step.unit not in (Unit.PLAIN, Unit.BRACKETED):
            continue
        if first.step.unit in (Unit.PLAIN, Unit.BRACKETED, Unit.ATTACHMENT):
            continue
        if last.ordinal_mark or not first.ordinal_mark:
            current[-1] = last._replace(step=last.step._replace(unit=first.step.unit))


def _as_targets(original: str, groups: list[list[_Token]], joints: list[str]) -> tuple[Target, ...]:
    targets: list[Target] = []
    previous: Reference | None = None
    for group, joint in zip(groups, joints, strict=True):
        steps = tuple(token.step for token in group)
        _check_order(original, steps)
        eid = "__".join(t.eid for t in group) if all(t.eid for t in group) else ""
        reference = Reference(steps, eid=eid)
        if previous is not None:
            reference = reference.after(previous)
        previous = reference
        if joint == "range":
            if targets[-1].last is not None:
                raise _invalid(original, "一个起止范围有三个序号", "a range with three ends")
            targets[-1] = Target(targets[-1].first, reference)
        else:
            targets.append(Target(reference))
    return tuple(targets)


def _check_order(original: str, steps: tuple[Step, ...]) -> None:
    """Make sure that the levels go down; numbers without a unit fit anywhere."""
    told = [s for s in steps if s.unit not in (Unit.PLAIN, Unit.BRACKETED, Unit.OUTLINE)]
    for upper, lower in pairwise(told):
        deeper = upper.unit is lower.unit is Unit.SUBITEM
        if upper.unit.rank >= lower.unit.rank and not deeper:
            raise _invalid(
                original,
                "层级的次序不对，应由大到小（编、章、节、条、款、项、目）",
                "the levels are out of order; they go from 编 down to 目",
            )


def _leftover(original: str, rest: str) -> InvalidCitationError:
    rest = rest.strip()
    return _invalid(
        original, f"“{rest}”不能读作条文序号", f"«{rest}» cannot be read as a provision"
    )


def _invalid(text: str, zh: str, en: str) -> InvalidCitationError:
    return InvalidCitationError(Bilingual(zh, en), where=text.strip(), mend=_FORMS)
