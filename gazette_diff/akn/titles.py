"""Titles of regulations: what of them names the matter, and which stand together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gazette_diff.akn.regions import region_at_start

_REMARK = re.compile(r"[（(][^（）()]*[）)]\s*\Z")
_STATE = "中华人民共和国"
# 《甲》《乙》和《丙》: several titles in one breath.
_ENUMERATION = re.compile(r"《[^《》]+》(?:[、，,和及与以]{0,2}《[^《》]+》)+")


def without_remark(title: str) -> str:
    """Return *title* without a remark in brackets behind it: （2023年修订）, （试行）."""
    return _REMARK.sub("", title) or title


def short_title(title: str, issuers: Sequence[str]) -> str:
    """Return *title* without issuer or region before it and without a remark behind it.

    >>> short_title("南阳市人民政府工作规则（2023年修订）", ["南阳市人民政府"])
    '工作规则'
    """
    short = without_remark(title)
    prefixes = [*issuers, _STATE]
    if region := region_at_start(short):
        prefixes.append(region[1])
    for prefix in prefixes:
        if prefix and short.startswith(prefix) and short != prefix:
            return short.removeprefix(prefix)
    return short


def is_enumerated(title: str, texts: Iterable[str]) -> bool:
    """Tell whether one of *texts* names *title* together with others: 现将《甲》《乙》印发.

    >>> is_enumerated("甲", ["现将《甲》和《乙》印发给你们。"])
    True
    >>> is_enumerated("甲", ["现将《甲》印发给你们，《乙》同时废止。"])
    False
    """
    return any(f"《{title}》" in run for text in texts for run in _ENUMERATION.findall(text))
