"""What a page claims to be called, and the name of the site that is said with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_SHORTEST = 4
# The parts of a <title>: 某某办法_某某市人民政府网站.
_PARTS = re.compile(r"[_|]|[ ][-–—][ ]|-(?=[^-]*(?:政府|网|门户|[局厅委库])[^-]*$)")
_SITE = re.compile(r"(?:网站?|门户|平台|政府|委员会|办公室|数据库|[局厅委库])$")


class PageTitles(NamedTuple):
    """The names of the text and those of its site, without white space."""

    texts: frozenset[str]
    sites: frozenset[str]


def read_titles(titles: Iterable[str]) -> PageTitles:
    """Tell the names of texts from those of sites in the *titles* of a page."""
    texts: set[str] = set()
    sites: set[str] = set()
    for title in titles:
        whole = "".join(title.split())
        parts = {"".join(part.split()) for part in _PARTS.split(title)} - {whole}
        names = {part for part in parts if _SITE.search(part)}
        if names < parts:
            sites |= names
            parts -= names
        texts |= {part for part in (whole, *parts) if len(part) >= _SHORTEST}
    return PageTitles(frozenset(texts), frozenset(sites - texts))
