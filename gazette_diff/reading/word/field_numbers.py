"""The numbers of fields that Word counts when it shows them: LISTNUM, AUTONUM, SEQ.

ECMA-376 Part 1, 17.16.5.5, 17.16.5.33, 17.16.5.56. Word stores no result for the first two,
and programs that write Word files often none for the third.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.reading.number_formats import format_number
from gazette_diff.reading.word.numbering import LEVELS, NumberLevel, NumberList, NumberPlace

if TYPE_CHECKING:
    from gazette_diff.reading.word.counters import Counters
    from gazette_diff.reading.word.inline import Field, Words
    from gazette_diff.reading.word.instructions import Instruction
    from gazette_diff.reading.word.numbering import Numbering

#: Fields that show what stands elsewhere; without a result, words are missing.
_REFERENCES = frozenset({"REF", "NOTEREF", "PAGEREF", "STYLEREF"})
_DECIMAL, _LETTER, _ROMAN = "decimal", "lowerLetter", "lowerRoman"


def _listed(*levels: tuple[str, str]) -> tuple[NumberLevel, ...]:
    """Return levels of a list, each with its format and what stands around the number."""
    return tuple(
        NumberLevel(1, form, around.replace("%", f"%{at}"))
        for at, (form, around) in enumerate(levels, 1)
    )


_NUMBER_DEFAULT = "NUMBERDEFAULT"
#: The lists that LISTNUM knows by itself (Microsoft Knowledge Base 162895).
_LISTS = {
    _NUMBER_DEFAULT: _listed(
        *((_DECIMAL, "%)"), (_LETTER, "%)"), (_ROMAN, "%)")),
        *((_DECIMAL, "(%)"), (_LETTER, "(%)"), (_ROMAN, "(%)")),
        *((_DECIMAL, "%."), (_LETTER, "%."), (_ROMAN, "%.")),
    ),
    "OUTLINEDEFAULT": _listed(
        *(("upperRoman", "%."), ("upperLetter", "%."), (_DECIMAL, "%."), (_LETTER, "%)")),
        *((_DECIMAL, "(%)"), (_LETTER, "(%)"), (_ROMAN, "(%)"), (_LETTER, "(%)"), (_ROMAN, "(%)")),
    ),
    "LEGALDEFAULT": tuple(
        NumberLevel(1, _DECIMAL, "".join(f"%{above}." for above in range(1, at + 1)))
        for at in range(1, LEVELS + 1)
    ),
}
#: What the general switch ``\*`` writes, as formats of numbers (17.16.4.3.1).
_FORMATS = {
    "ARABIC": _DECIMAL, "CHINESENUM1": "chineseCounting", "CHINESENUM2": "chineseLegalSimplified",
    "CHINESENUM3": "chineseCountingThousand", "CIRCLENUM": "decimalEnclosedCircle",
    "DBCHAR": "decimalFullWidth", "DBNUM1": "ideographDigital", "DBNUM2": "japaneseCounting",
    "GB1": "decimalEnclosedFullstop", "GB2": "decimalEnclosedParen",
    "GB3": "decimalEnclosedCircleChinese", "GB4": "ideographEnclosedCircle",
    "SBCHAR": _DECIMAL, "ZODIAC1": "ideographTraditional", "ZODIAC2": "ideographZodiac",
}  # fmt: skip


class _Shown(NamedTuple):
    """What was last counted in a list: the list, its level, and where in the text it stands."""

    place: NumberPlace
    end: int


class FieldNumbers:
    """Counts the fields of a document; ``unsure`` are the kinds that Word may show otherwise."""

    def __init__(self, numbering: Numbering, counters: Counters) -> None:
        """Begin a document; the lists of fields and of paragraphs share their *counters*."""
        self.unsure: set[str] = set()
        self._numbering = numbering
        self._counters = counters
        self._last: NumberPlace | None = None
        self._last_named: str | None = None
        self._sequences: Counter[str] = Counter()
        self._paragraphs = 0

    def note(self, place: NumberPlace | None) -> None:
        """Note that a paragraph was counted at *place*."""
        if place is not None:
            self._last = place

    def filled(self, words: Words, place: NumberPlace | None) -> str:
        """Return the text of *words* with its fields; *place* is the paragraph's own number."""
        text, done = "", 0
        before: _Shown | None = None
        self._paragraphs += any(field.instruction.kind == "AUTONUM" for field in words.fields)
        for field in words.fields:
            text += words.text[done : field.offset]
            done = field.offset
            if field.instruction.kind == "LISTNUM":
                before = self._list_number(field, place, before, bare=not words.text[:done].strip())
                text += self._written(field, before)
            else:
                text += self._other(field)
        return text + words.text[done:]

    def _written(self, field: Field, shown: _Shown | None) -> str:
        if shown is None:
            return ""
        start = field.instruction.number("\\s")
        number = self._counters.inline(shown.place, start)
        return "" if field.has_result else number

    def _list_number(
        self, field: Field, place: NumberPlace | None, before: _Shown | None, *, bare: bool
    ) -> _Shown | None:
        """Return where a LISTNUM counts; *bare* when no words stand before it."""
        found = self._list_of(field.instruction, place)
        if found is None:
            self._doubt(field, "LISTNUM")
            return None
        level = field.instruction.number("\\l")
        if level is None:
            same = before is not None and before.place.numbers.abstract == found.numbers.abstract
            adjacent = same and before is not None and before.end == field.offset
            if same and before is not None:
                at = before.place.level + (adjacent and bare)
            elif place is not None and found.numbers.abstract == place.numbers.abstract:
                at = place.level + 1
            else:
                at = found.level
            if place is None or adjacent:
                self._doubt(field, "LISTNUM")
        else:
            at = level - 1
        shown = found._replace(level=min(max(at, 0), LEVELS - 1))
        self._last = shown
        return _Shown(shown, field.offset)

    def _list_of(self, instruction: Instruction, place: NumberPlace | None) -> NumberPlace | None:
        """Return the list that a LISTNUM counts in: named, the paragraph's, or the last one."""
        if not instruction.arguments:
            return place or self._last or _built_in(_NUMBER_DEFAULT)
        name = instruction.arguments[0]
        found = self._numbering.named.get(name)
        if found is None:
            return _built_in(name.upper()) if name.upper() in _LISTS else None
        return NumberPlace(found, "", 0)

    def _other(self, field: Field) -> str:
        kind = field.instruction.kind
        if kind == "SEQ":
            return self._sequence(field)
        if field.has_result:
            return ""
        if kind == "AUTONUM":
            self._doubt(field, kind)  # where headings are numbered, Word begins anew
            mark = "" if "\\e" in field.instruction.switches else "."
            return self._format(field, self._paragraphs) + (
                field.instruction.switches.get("\\s") or mark
            )
        if kind.startswith("AUTONUM") or kind in _REFERENCES:
            self._doubt(field, kind)
        return ""

    def _sequence(self, field: Field) -> str:
        instruction = field.instruction
        name = instruction.arguments[0] if instruction.arguments else ""
        start = instruction.number("\\r")
        if start is not None:
            self._sequences[name] = start
        elif "\\c" not in instruction.switches and len(instruction.arguments) < _WITH_BOOKMARK:
            self._sequences[name] += 1
        if field.has_result or (
            "\\h" in instruction.switches and "\\*" not in instruction.switches
        ):
            return ""
        if "\\s" in instruction.switches or len(instruction.arguments) >= _WITH_BOOKMARK:
            self._doubt(field, "SEQ")
        return self._format(field, self._sequences[name])

    def _format(self, field: Field, number: int) -> str:
        style = field.instruction.switches.get("\\*") or "ARABIC"
        known = _FORMATS.get(style.upper()) or {
            "alphabetic": _LETTER, "ALPHABETIC": "upperLetter",
            "roman": _ROMAN, "ROMAN": "upperRoman",
        }.get(style)  # fmt: skip
        written = None if known is None else format_number(number, known)
        if written is None:
            self._doubt(field, f"{field.instruction.kind} \\* {style}")
        return str(number) if written is None else written

    def _doubt(self, field: Field, kind: str) -> None:
        if not field.has_result:
            self.unsure.add(kind)


_WITH_BOOKMARK = 2


def _built_in(name: str) -> NumberPlace:
    return NumberPlace(NumberList(name, _LISTS[name], {}), "", 0)
