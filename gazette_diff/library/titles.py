"""Which versions a name means, and which titles are one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gazette_diff.core.versions import Version
from gazette_diff.library.names import has_words, plain

if TYPE_CHECKING:
    from gazette_diff.core.tree import Replaced


def matching(versions: Iterable[Version], words: str) -> tuple[Version, ...]:
    """Return the *versions* that *words* name.

    Those of the very title (or in the folder so called), else those with the words in it.
    """
    wanted = plain(words)
    held = tuple(versions)
    exact = tuple(v for v in held if wanted in (plain(v.title), plain(v.folder)))
    return exact or tuple(v for v in held if has_words(v.title, words))


def same_title(one: Version | Replaced, other: Version | Replaced) -> bool:
    """Tell whether two titles are one, of which one may leave out who issued it.

    A text often names its predecessor so: 《关于适用〈刑事诉讼法〉的解释》.
    """
    first, second = sorted((plain(one.title), plain(other.title)), key=len)
    if first == second:
        return True
    longer = one if plain(one.title) == second else other
    before = second.removesuffix(first)
    issuers = longer.metadata.issuer if isinstance(longer, Version) else ()
    return bool(first) and before != second and before in {plain(i) for i in _together(issuers)}


def _together(issuers: tuple[str, ...]) -> tuple[str, ...]:
    return (*issuers, "、".join(issuers))
