"""ASCII names for URIs: pinyin without tones, syllable by syllable."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator

_RUN = re.compile(r"[a-z0-9]+|[^\W_]")
_LONGEST = 160
NAMELESS = "untitled"


def slug(text: str) -> str:
    """Return *text* in letters, digits and hyphens: 宛政 is ``wan-zheng``.

    Characters without a reading are given by their code point; punctuation is left out.
    A very long text is cut, and a checksum of the whole keeps it apart from its like.
    """
    name = "-".join(_parts(text)) or NAMELESS
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST].rstrip('-')}-{zlib.crc32(text.encode('utf-8', 'replace')):08x}"


def _parts(text: str) -> Iterator[str]:
    # Loads its dictionaries, a tenth of a second: only for who writes XML.
    from pypinyin import lazy_pinyin

    for reading in lazy_pinyin(unicodedata.normalize("NFKC", text).lower()):
        for part in _RUN.findall(reading):
            yield part if part.isascii() else f"u{ord(part):x}"
