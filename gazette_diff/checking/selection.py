"""Which codes are asked for: ``--select`` and ``--ignore``, by codes and their beginnings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gazette_diff.core.diagnostics import Code

#: Words that stand for all codes, and for those that are told unless others are asked for.
ALL, DEFAULT_WORD = "ALL", "DEFAULT"

# What these tell is how a source was read, not what is wrong with the regulation in it.
_READING = frozenset(
    {
        Code.CONTROL_CHARACTER,
        Code.UNPLACED,
        Code.TEXT_AFTER_END,
        Code.DOUBTFUL_JOIN,
        Code.FRAME_LEFT_OUT,
        Code.NOTES_LEFT_OUT,
        Code.CHANGES_ACCEPTED,
        Code.TEXT_BOXES,
        Code.NUMBER_FORMAT,
        Code.LIST_NUMBERS,
        Code.TABLE_BY_BORDERS,
        Code.CHARACTERS_MENDED,
        Code.TEXT_RECOGNISED,
        Code.TEXT_HIDDEN,
        Code.TEXT_VERTICAL,
        Code.TABLE_BY_ALIGNMENT,
        Code.TABLE_DOUBTFUL,
        Code.PART_NOT_READ,
    }
)
# Nearly all texts that are published outside a gazette lack it.
_OPTIONAL = frozenset({Code.NO_DOCUMENT_NUMBER})
# The codes of comparing are no matter of one text, those of a memo no matter of a regulation.
_CHECKED = frozenset(code for code in Code if not code.id.startswith(("GD3", "GD7")))
#: The codes that are told by default.
DEFAULT = _CHECKED - _READING - _OPTIONAL


class Selection(NamedTuple):
    """The codes that *select* names (none: the default) less those that *ignore* names.

    Where both name a code the longer beginning counts, as ``GD6`` selected and ``GD62``
    ignored; of two equal ones the ignoring.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Selection:
        """Read options as people write them: ``GD62,gd103`` or several times ``GD62``.

        Raises:
            ValueError: a name is no code and the beginning of none.
        """
        own = cls(tuple(_names(select)), tuple(_names(ignore)))
        for name in (*own.select, *own.ignore):
            if not any(_closeness(code, name) for code in _CHECKED):
                raise ValueError(name)
        return own

    def has(self, code: Code) -> bool:
        """Tell whether *code* is asked for."""
        if code not in _CHECKED:
            return False
        return _weight(code, self.select or (DEFAULT_WORD,)) > _weight(code, self.ignore)


def _names(options: Iterable[str]) -> Iterable[str]:
    for option in options:
        yield from filter(None, (name.strip().upper() for name in option.split(",")))


def _weight(code: Code, names: Sequence[str]) -> int:
    """Return how closely any of *names* names *code*: 0 not at all, else ever more."""
    return max((_closeness(code, name) for name in names), default=0)


def _closeness(code: Code, name: str) -> int:
    if name == ALL or (name == DEFAULT_WORD and code in DEFAULT):
        return 1
    return len(name) + 1 if name.startswith("GD") and code.id.startswith(name) else 0
