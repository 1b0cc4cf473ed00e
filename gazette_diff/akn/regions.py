"""The administrative region of an issuer, as ``regions.tsv`` codes it.

The codes are those of GB/T 2260 at the levels of province and prefecture, in the state of
2023 (333 prefectures). Akoma Ntoso takes them as the locality behind the country.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

COUNTRY = "cn"
_PARTY = ("中国共产党", "中共")
_PROVINCE = 2  # digits of a code that name the province


def jurisdiction(issuers: Iterable[str], title: str = "") -> str:
    """Return ``cn-411300`` for 南阳市人民政府, ``cn`` for a national or an unknown issuer.

    A county's or district's document carries the code of its prefecture when its issuer
    names it (南阳市卧龙区…). Only where no issuer is known does the *title* tell.

    >>> jurisdiction(["河南省南阳市人民政府"]), jurisdiction(["国务院"])
    ('cn-411300', 'cn')
    >>> jurisdiction([], "上海市河道管理条例")
    'cn-310000'
    """
    for name in tuple(issuers) or (title,):
        if found := region_at_start(name):
            return f"{COUNTRY}-{found[0]}"
    return COUNTRY


def region_at_start(name: str) -> tuple[str, str] | None:
    """Return the code of the region that *name* begins with, and the words that name it.

    A prefecture may follow its province: (411300, 河南省南阳市).
    """
    rest = name
    for party in _PARTY:
        rest = rest.removeprefix(party)
    first = _longest(rest, "")
    if first is None:
        return None
    code, words = first
    # A region inside itself is none: 北京市朝阳区 is not 朝阳市, and 海南省海南… none of Qinghai's.
    if code[_PROVINCE:] == "0000":
        second = _longest(rest.removeprefix(words), code[:_PROVINCE])
        if second is not None:
            return second[0], words + second[1]
    return code, words


def _longest(text: str, province: str) -> tuple[str, str] | None:
    regions = _regions()
    for length in range(min(len(text), _longest_name()), 1, -1):
        code = regions.get(text[:length])
        if code is not None and code.startswith(province):
            return code, text[:length]
    return None


@cache
def _regions() -> dict[str, str]:
    # Slow to load, and of use only to who writes.
    from importlib import resources

    table = resources.files(__package__).joinpath("regions.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {name: code for code, name in rows}


@cache
def _longest_name() -> int:
    return max(map(len, _regions()))
