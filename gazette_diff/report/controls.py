"""Characters that are no writing: control characters, and marks that turn the writing around."""

from __future__ import annotations

import re

#: Marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm.
DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Control characters but a tab and a line feed, half surrogates, and what is no character.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DELETE = 0x7F


def picture(found: re.Match[str]) -> str:
    """Return the picture of the character *found*: ␛ for ESC, � where there is none."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == _DELETE else "\ufffd"


def visible(text: str) -> str:
    """Return *text* with control characters as their pictures and without direction marks.

    For titles and labels, where nothing may turn the writing around.
    """
    return CONTROL.sub(picture, DIRECTION.sub("", text))
