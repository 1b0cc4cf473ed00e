"""Writing corrections into the file that keeps them, with whatever people wrote there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from gazette_diff.pinning.kept import Home, kept_for, read_kept

if TYPE_CHECKING:
    from gazette_diff.pinning.identity import TextIdentity
    from gazette_diff.pinning.pin import Pin

_HEAD = """\
gazette-diff：对条文对应关系的人工更正。可以手工修改，注释会保留。
pins：31=38 为第31条改为第38条；28=35,38 拆分；5,6=7 合并；12= 删除；=15 新增。
unpins：12=15 为两条并不对应。words 是更正时条文文字的指纹，文字变动后更正不再采用；可以不写。
Corrections to the correspondence of articles. Edit them by hand if you like; comments are kept.
words are fingerprints of the articles a correction was made for; they may be left out."""


def with_pins(
    text: str,
    old: TextIdentity,
    new: TextIdentity,
    pins: Iterable[Pin],
    *,
    instead_of: Iterable[Home] = (),
) -> str:
    """Return *text*, the content of a file of corrections (may be empty), with *pins* added.

    They join those kept for the texts *old* and *new*, in either order; where there are none
    yet, a comparison is begun. *instead_of* are the homes of corrections that give way.

    Raises:
        InvalidPinError: *text* is no such file.
    """
    import tomlkit

    fitting, _ = kept_for(read_kept(text, ""), old, new)
    document: Any = tomlkit.parse(text)
    for one in sorted(set(instead_of), reverse=True):
        del document["comparison"][one.comparison][one.key][one.position]
    if fitting:
        entry = document["comparison"][fitting[0].number]
        turned = fitting[0].is_turned
    else:
        entry, turned = _begin(document, old, new), False
    for pin in pins:
        key = "pins" if pin.linked else "unpins"
        if key not in entry:
            entry.add(key, tomlkit.array().multiline(multiline=True))
        entry[key].append(_table(pin.turned() if turned else pin))
    return tomlkit.dumps(document)


def _begin(document: Any, old: TextIdentity, new: TextIdentity) -> Any:
    """Add a comparison of *old* and *new* to the TOML *document*, and return it."""
    import tomlkit

    if not document:
        for line in _HEAD.splitlines():
            document.add(tomlkit.comment(line))
        document.add(tomlkit.nl())
    if "comparison" not in document:
        document.add("comparison", tomlkit.aot())
    entry = tomlkit.table()
    for key, identity in (("old", old), ("new", new)):
        side = tomlkit.inline_table()
        side.update(identity.as_table())
        entry.add(key, side)
    document["comparison"].append(entry)
    return document["comparison"][-1]


def _table(pin: Pin) -> Any:
    import tomlkit

    table = tomlkit.inline_table()
    table.update({"pin" if pin.linked else "unpin": str(pin), "words": " ".join(pin.words)})
    return table
