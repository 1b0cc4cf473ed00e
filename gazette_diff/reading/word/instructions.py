r"""The instructions of fields: ``LISTNUM 条款 \l 1``, ``SEQ 图 \* CHINESENUM3``.

ECMA-376 Part 1, 17.16: the kind of the field, its arguments, and switches, each of which may
have an argument of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\\.)|([^\s"\\]+)')
# The switches of the fields read here that stand alone (17.16.5.4, 17.16.5.56).
_ALONE = frozenset({"\\c", "\\h", "\\n", "\\e"})
_OF_THE_LOOKS = frozenset({"MERGEFORMAT", "CHARFORMAT"})


@dataclass(frozen=True, slots=True)
class Instruction:
    r"""What a field is told to show; ``switches`` by name (``\l``), "" where they stand alone."""

    kind: str
    arguments: tuple[str, ...] = ()
    switches: dict[str, str] = field(default_factory=dict)

    def number(self, switch: str) -> int | None:
        """Return the argument of *switch* as a number, None if it has none."""
        text = self.switches.get(switch, "")
        return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None


_DIGITS = 9


def read_instruction(text: str) -> Instruction:
    """Read the instruction of a field as it stands in the file."""
    kind, *words = [_unquoted(found) for found in _WORD.finditer(text)] or [""]
    arguments: list[str] = []
    switches: dict[str, str] = {}
    waiting = None
    for word in words:
        if word.startswith("\\"):
            waiting = None if word.lower() in _ALONE else word.lower()
            switches[word.lower()] = switches.get(word.lower(), "")
        elif waiting is not None:
            if word.upper() not in _OF_THE_LOOKS:
                switches[waiting] = word
            waiting = None
        else:
            arguments.append(word)
    return Instruction(kind.upper(), tuple(arguments), switches)


def _unquoted(found: re.Match[str]) -> str:
    quoted: str | None = found[1]
    return found.group() if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
