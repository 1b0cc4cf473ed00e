"""What changed in the words of one row, told as amending decisions do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.core.changes import Segment, ValueChange

# More edits than these, or longer words, are read in the row itself.
_MOST = 4
_LONGEST = 40
#: A row with more of its characters changed than this is said to be written anew.
REWRITTEN = 0.7

_REPLACED = Bilingual("将“{old}”修改为“{new}”", "“{old}” becomes “{new}”")
_CAME = Bilingual("增加“{new}”", "“{new}” is added")
_WENT = Bilingual("删去“{old}”", "“{old}” is left out")
_VALUE = Bilingual("将{noun}由“{old}”调整为“{new}”", "{noun}: “{old}” becomes “{new}”")
_ANEW = Bilingual("作了较大修改", "largely written anew")
_SOME = Bilingual("作了修改", "amended")
#: The phrases that say no more than that something changed.
SUMMARIES = frozenset({_ANEW, _SOME})
# What classes of words are called beside their values; the others need no name.
_NOUNS = {
    "deadline": Bilingual("期限", "time limit"),
    "amount": Bilingual("金额", "amount"),
    "percentage": Bilingual("比例", "percentage"),
    "count": Bilingual("数量", "number"),
    "reference": Bilingual("引用条款", "reference"),
    "entry_into_force": Bilingual("施行日期", "entry into force"),
}


class Edit(NamedTuple):
    """Words that went and words that came in their place; either may be none."""

    old: str
    new: str


def edits_of(segments: Sequence[Segment]) -> Iterator[Edit]:
    """Yield the edits in *segments*."""
    old = new = ""
    for op, text in segments:
        if op == "-":
            old += text
        elif op == "+":
            new += text
        elif old or new:
            yield Edit(old, new)
            old = new = ""
    if old or new:
        yield Edit(old, new)


def told(segments: Sequence[Segment], values: Sequence[ValueChange]) -> tuple[Bilingual, ...]:
    """Return phrases for what changed in a row; *values* are those of its classes.

    A value is told as a whole (期限由“三个工作日”调整为“五个工作日”), whatever part of it the edit
    marks. Of many or long edits only the values are told, of punctuation nothing.
    """
    edits = [edit for edit in edits_of(segments) if not is_punctuation(edit)]
    if not edits:
        return ()
    phrases: list[Bilingual] = []
    for edit in edits:
        value = next((v for v in values if _covers(v, edit)), None)
        phrases.append(_phrase(edit) if value is None else _value_phrase(value))
    phrases = list(dict.fromkeys(phrases))
    if len(phrases) <= _MOST and all(map(_is_short, edits)):
        return tuple(phrases)
    named = dict.fromkeys(_value_phrase(value) for value in values if _is_named(value))
    return (_ANEW if _share(segments) > REWRITTEN else _SOME, *_among(list(named)[:_MOST]))


def _among(phrases: Sequence[Bilingual]) -> Iterator[Bilingual]:
    """Yield *phrases*, the first of them told as one among other edits."""
    for number, phrase in enumerate(phrases):
        yield phrase if number else Bilingual(f"其中{phrase.zh}", f"among others {phrase.en}")


def is_punctuation(edit: Edit) -> bool:
    """Tell whether no letter, numeral or character went or came."""
    return not any(character.isalnum() for character in edit.old + edit.new)


def _covers(value: ValueChange, edit: Edit) -> bool:
    """Tell whether *edit* lies in *value*, and both its sides are there."""
    inside = edit.old in value.old and edit.new in value.new
    return inside and value.name in {*_NOUNS, "body"} and bool(value.old and value.new)


def _is_named(value: ValueChange) -> bool:
    return value.name in _NOUNS and bool(value.old and value.new)


def _value_phrase(value: ValueChange) -> Bilingual:
    if value.name not in _NOUNS:
        return _phrase(Edit(value.old, value.new))
    return _VALUE.fill(noun=_NOUNS[value.name], old=quoted(value.old), new=quoted(value.new))


def _phrase(edit: Edit) -> Bilingual:
    wording = _REPLACED if edit.old and edit.new else _CAME if edit.new else _WENT
    return wording.fill(old=quoted(edit.old), new=quoted(edit.new))


def quoted(text: str) -> str:
    """Return *text* as it stands between “ and ”: quotes inside it are single ones."""
    return " ".join(text.translate(_INNER).split()) if "\n" in text else text.translate(_INNER)


_INNER = str.maketrans("“”", "‘’")


def _is_short(edit: Edit) -> bool:
    return max(len(edit.old), len(edit.new)) <= _LONGEST


def _share(segments: Sequence[Segment]) -> float:
    same = sum(2 * len(s.text) for s in segments if s.op == "=")
    changed = sum(len(s.text) for s in segments if s.op != "=")
    return changed / (same + changed) if changed else 0.0
