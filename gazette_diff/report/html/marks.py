"""Words as HTML: escaped, harmless, with what was deleted and added marked.

The text content of what :func:`marked` returns is exactly the words it was given, but for
characters that HTML cannot hold (most control characters, half surrogates): they stand as
their pictures, ␛ for ESC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from gazette_diff.report.controls import CONTROL, DIRECTION, picture

if TYPE_CHECKING:
    from markupsafe import Markup

    from gazette_diff.core.changes import Segment

_PLAIN = re.compile(f"{CONTROL.pattern}|{DIRECTION.pattern}")
_TAGS = {"-": "del", "+": "ins"}


def words(text: str) -> Markup:
    """Return *text* as HTML with every character kept that HTML can hold.

    A direction mark stands alone in a ``bdi`` element, so that its effect ends with it:
    an override (U+202E) cannot make the words read as other words.
    """
    from markupsafe import Markup, escape

    if _PLAIN.search(text) is None:
        return escape(text)
    escaped = str(escape(CONTROL.sub(picture, text)))
    return Markup(DIRECTION.sub(_isolated, escaped))


def marked(segments: Iterable[Segment]) -> Markup:
    """Return *segments* as HTML: ``-`` in ``del``, ``+`` in ``ins``, ``=`` as it is."""
    from markupsafe import Markup

    parts = []
    for op, text in segments:
        tag = _TAGS.get(op)
        parts.append(words(text) if tag is None else f"<{tag}>{words(text)}</{tag}>")
    return Markup("".join(parts))


def _isolated(found: re.Match[str]) -> str:
    return f'<bdi class="ctl" title="U+{ord(found[0]):04X}">{found[0]}</bdi>'
