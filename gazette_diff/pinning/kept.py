"""The file that keeps corrections, read: TOML, one ``[[comparison]]`` for each pair of texts.

    [[comparison]]
    old = { title = "工作规则", version = "2019-03-01" }
    new = { title = "工作规则", version = "2023-04-16" }
    pins = ["31=38", { pin = "第五条=第六条", words = "…", note = "…" }]
    unpins = ["12=15"]

A correction is a string as on the command line, or a table with the fingerprints (``words``) of
the articles it was made for and perhaps a ``note``. Pins may be turned to fit the versions in
the other order.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from gazette_diff.core.errors import GazetteDiffError, InvalidPinError
from gazette_diff.core.language import Bilingual
from gazette_diff.pinning.identity import TextIdentity
from gazette_diff.pinning.pin import Pin

#: The keys under which corrections stand: what they say, and what one of them is called.
LISTS = {"pins": "pin", "unpins": "unpin"}
_IDENTITY = {field.name for field in fields(TextIdentity)}
_INVALID = Bilingual("不是有效的 TOML（{why}）", "no valid TOML ({why})")
_WRONG = Bilingual("{where} 写法有误", "{where} is not as it should be")
_KEYS = Bilingual("只能有：{keys}", "there can be: {keys}")


class Home(NamedTuple):
    """Where a correction stands: in which comparison, under which key, at which place there."""

    comparison: int
    key: str
    position: int


class Kept(NamedTuple):
    """A correction that a file keeps, turned to fit the versions as they were asked for."""

    pin: Pin
    home: Home


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a file keeps of one pair of texts, in the order of the file or turned.

    ``number`` counts the comparisons of the file from 0.
    """

    number: int
    old: TextIdentity
    new: TextIdentity
    kept: tuple[Kept, ...]
    is_turned: bool = False

    def turned(self) -> Comparison:
        """Return the same for the versions exchanged."""
        kept = tuple(Kept(one.pin.turned(), one.home) for one in self.kept)
        return Comparison(self.number, self.new, self.old, kept, not self.is_turned)


def decoded(data: bytes, name: str) -> str:
    """Return the content of the file called *name* as text; TOML is UTF-8.

    Raises:
        InvalidPinError: it is not.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidPinError(_INVALID.fill(why="UTF-8"), where=name) from error


def read_kept(text: str, name: str) -> tuple[Comparison, ...]:
    """Return the comparisons in *text*, the content of the file called *name*.

    Raises:
        InvalidPinError: it is no TOML, or says something else than corrections.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidPinError(_INVALID.fill(why=error), where=name) from error
    try:
        _only(data, {"comparison"}, "")
        return tuple(
            _comparison(entry, number)
            for number, entry in enumerate(_list(data.get("comparison", []), "comparison"))
        )
    except GazetteDiffError as error:
        where = f"{name}: {error.where}" if error.where else name
        raise InvalidPinError(error.what, where=where, mend=error.mend) from error


def kept_for(
    comparisons: Sequence[Comparison], old: TextIdentity, new: TextIdentity
) -> tuple[tuple[Comparison, ...], int]:
    """Return what is kept for the texts *old* and *new*, in this or the other order.

    The second value counts the corrections that were made for texts in files of these names,
    which are other texts now.
    """
    fitting: list[Comparison] = []
    strange = 0
    for one in comparisons:
        turns = (one, one.turned())
        for turned in turns:
            if turned.old.is_same(old) and turned.new.is_same(new):
                fitting.append(turned)
                break
        else:
            beside = any(turn.old.is_beside(old) and turn.new.is_beside(new) for turn in turns)
            strange += len(one.kept) if beside else 0
    return tuple(fitting), strange


def _comparison(entry: object, number: int) -> Comparison:
    where = f"comparison {number + 1}"
    table = _table(entry, where)
    _only(table, {"old", "new", *LISTS}, where)
    old, new = (_identity(table.get(side), f"{where}, {side}") for side in ("old", "new"))
    return Comparison(number, old, new, tuple(_all_kept(table, number, where)))


def _all_kept(table: Mapping[str, Any], number: int, where: str) -> Iterator[Kept]:
    for key, word in LISTS.items():
        for position, entry in enumerate(_list(table.get(key, []), f"{where}, {key}")):
            at = f"{where}, {key} {position + 1}"
            yield Kept(_pin(entry, word, at), Home(number, key, position))


def _pin(entry: object, word: str, where: str) -> Pin:
    linked = word == "pin"
    if isinstance(entry, str):
        return Pin.parse(entry, linked=linked)
    table = _table(entry, where)
    _only(table, {word, "words", "note"}, where)
    texts = [table.get(word), table.get("words", ""), table.get("note", "")]
    if not all(isinstance(text, str) for text in texts):
        raise _wrong(where)
    return Pin.parse(str(texts[0]), linked=linked, words=tuple(str(texts[1]).split()))


def _identity(entry: object, where: str) -> TextIdentity:
    table = _table(entry, where)
    _only(table, _IDENTITY, where)
    # A date may stand in quotes or as TOML's own.
    return TextIdentity(**{name: str(value) for name, value in table.items()})


def _table(entry: object, where: str) -> Mapping[str, Any]:
    if not isinstance(entry, Mapping):
        raise _wrong(where)
    return entry


def _list(entry: object, where: str) -> Sequence[object]:
    if not isinstance(entry, list):
        raise _wrong(where)
    return entry


def _only(table: Mapping[str, Any], known: set[str], where: str) -> None:
    """Make sure that no key is misspelt: what it says would be dropped in silence."""
    if unknown := sorted(set(table) - known):
        keys = _KEYS.fill(keys=", ".join(sorted(known)))
        place = ", ".join(filter(None, (where, unknown[0])))
        raise InvalidPinError(_WRONG.fill(where=place), mend=keys)


def _wrong(where: str) -> InvalidPinError:
    return InvalidPinError(_WRONG.fill(where=where))
