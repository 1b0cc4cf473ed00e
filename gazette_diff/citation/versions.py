"""Which version a citation is of, in the words drafters and databases use: 2023年修订."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.citation.identity import plain_title
from gazette_diff.core.tree import BlockKind

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation

_WORDS = re.compile("修订|修正")


def version_words(regulation: Regulation) -> str:
    """Return the version of *regulation* as it is cited: 2023年修正, 2021年公布; "" for unknown.

    A text that was amended is 修正 or 修订, whichever its note on adoption (题注) says last:
    修正 changes single articles, 修订 the whole (立法技术规范（试行）（二）, 法工委发〔2011〕5号).
    A text that repeals an earlier one of the same title is 修订, any other 公布.
    """
    metadata = regulation.metadata
    if metadata.amended:
        notes = " ".join(b.text for b in regulation.preface if b.kind is BlockKind.ADOPTION_NOTE)
        said = _WORDS.findall(notes)
        return f"{max(metadata.amended).year}年{said[-1] if said else '修正'}"
    day = metadata.published or metadata.signed
    if day is None:
        return ""
    title = plain_title(metadata.title)
    again = any(plain_title(one.title) == title for one in metadata.replaces)
    return f"{day.year}年{'修订' if again else '公布'}"
