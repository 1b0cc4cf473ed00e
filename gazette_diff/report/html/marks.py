"""Words as HTML: escaped, harmless, with what was deleted and added marked.

The text content of what :func:`marked` returns is exactly the words it was given, but for
characters that HTML cannot hold (most control characters, half surrogates): they stand as
their pictures, ␛ for ESC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from gazette_diff.core.changes import Segment

# Forbidden or altered in HTML; a tab and a line feed are neither.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PLAIN = re.compile(f"{_UNPRINTABLE.pattern}|{_DIRECTION.pattern}")
_DELETE = 0x7F
_TAGS = {"-": "del", "+": "ins"}


def visible(text: str) -> str:
    """Return *text* with control characters as their pictures and without direction marks.

    For labels, titles and attributes, where nothing may turn the writing around.
    """
    if _PLAIN.search(text) is None:
        return text
    return _UNPRINTABLE.sub(_picture, _DIRECTION.sub("", text))


def words(text: str) -> Markup:
    """Return *text* as HTML with every character kept that HTML can hold.

    A direction mark stands alone in a ``bdi`` element, so that its effect ends with it:
    an override (U+202E) cannot make the words read as other words.
    """
    from markupsafe import Markup, escape

    if _PLAIN.search(text) is None:
        return escape(text)
    escaped = str(escape(_UNPRINTABLE.sub(_picture, text)))
    return Markup(_DIRECTION.sub(_isolated, escaped))


def marked(segments: Iterable[Segment]) -> Markup:
    """Return *segments* as HTML: ``-`` in ``del``, ``+`` in ``ins``, ``=`` as it is."""
    from markupsafe import Markup

    parts = []
    for op, text in segments:
        tag = _TAGS.get(op)
        parts.append(words(text) if tag is None else f"<{tag}>{words(text)}</{tag}>")
    return Markup("".join(parts))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == _DELETE else "\ufffd"


def _isolated(found: re.Match[str]) -> str:
    return f'<bdi class="ctl" title="U+{ord(found[0]):04X}">{found[0]}</bdi>'
