"""What is printed above the title of an official document (GB/T 9704-2012, 7.2: 版头)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.parsing.segment import NOTICE_TITLE
from gazette_diff.parsing.wording import without_space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.parsing.lines import Line

# 宛政〔2023〕4号        签发人：王某某
_SIGNATORY = re.compile(r"[ \u3000\t]*(?=签发人[：:])")
_TITLE_LONGEST_LINES = 4


def part_signatory(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with a document number parted from the 签发人 beside it (7.2.6)."""
    parted: list[Line] = []
    for line in lines:
        text = line.text
        found = _SIGNATORY.search(text) if "签发人" in text else None
        number = text[: found.start()] if found is not None else ""
        if found is None or DocumentNumber.parse(number) is None:
            parted.append(line)
            continue
        name, end = text[found.end() :], line.start + len(number)
        parted.append(replace(line, end=end, text=number, words=number))
        parted.append(replace(line, start=line.start + found.end(), text=name, words=name))
    return parted


def notice_title(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return where among *lines*, which end with the addressees, the title of a notice stands.

    Where the document number stands above it, the title is not known beforehand.
    """
    for start, first in enumerate(lines):
        if not (first.text[0].isalpha() or first.text[0] == "《"):
            continue
        joined = ""
        for end, line in enumerate(lines[start : start + _TITLE_LONGEST_LINES], start + 1):
            joined += without_space(line.text)
            if end < len(lines) and NOTICE_TITLE.fullmatch(joined):
                return start, end
    return None
