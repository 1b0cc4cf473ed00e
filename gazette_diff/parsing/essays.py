"""Where an essay begins below the last article of a text in a gazette, without any heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.parsing.attachments import is_attachment_head
from gazette_diff.parsing.tables import is_row
from gazette_diff.parsing.wording import is_finished, is_issuer, is_signed_by, stands_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.parsing.lines import Line

# The last article tells of the text's own force or interpretation.
_LAST_ARTICLE = re.compile(r"施行|实施|执行|生效|废止|失效|解释")
# Of 698 texts none goes on after that for so many characters without one of these words.
_OF_THE_TEXT = re.compile(
    r"本(?:条例|办法|规定|规则|细则|法|决定|解释|方案|意见|通知)|施行|实施|废止|执行|前款|规定|附件"
)
_LONG_ENOUGH = 160
_SENTENCES = 3


def essay_start(lines: Sequence[Line], last: int) -> int | None:
    """Return the index of the line where an essay begins; None where none does.

    *last* is the index of the line that opens the last article. After its words on entry into
    force the essay goes on for several sentences, none of which speaks of the text.
    """
    article = lines[last].text
    for i in range(last + 1, len(lines)):
        line = lines[i]
        if line.head is not None or is_attachment_head(line) or is_row(line):
            return None
        beside = stands_beside(line.text) or is_issuer(line.text) or is_signed_by(line.text)
        ended = is_finished(lines[i - 1].text) or stands_beside(lines[i - 1].text)
        if ended and not beside and _LAST_ARTICLE.search(article):
            rest = "".join(further.text for further in lines[i : i + _LONG_ENOUGH])
            begins = rest[:_LONG_ENOUGH]
            if rest.count("。") < _SENTENCES or len(begins) < _LONG_ENOUGH:
                return None
            if _OF_THE_TEXT.search(begins) is None:
                return i
        article += line.text
    return None
