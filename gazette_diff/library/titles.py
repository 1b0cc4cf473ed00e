"""Which versions a name means, and which titles are one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from gazette_diff.core.versions import Version
from gazette_diff.library.names import has_words, plain

if TYPE_CHECKING:
    from gazette_diff.core.tree import Replaced

# 最高人民法院、最高人民检察院 before 关于…的解释.
_AUTHORITIES = re.compile(r"(?:[^、]{1,20}(?:院|府|部|委员会|局|署|会议|办公[厅室])、?)+")


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
    if not first or before == second:
        return False
    issuing = {plain(issuer) for issuer in (*issuers, "、".join(issuers))}
    return before in issuing or _AUTHORITIES.fullmatch(before) is not None
