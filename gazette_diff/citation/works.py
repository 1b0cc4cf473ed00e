"""The work that a citation names: 《…》（文号）, 本办法, 民法典."""

from __future__ import annotations

import re

from gazette_diff.core.document_number import DocumentNumber

#: Words that end the name of a work cited without 《》.
WORK_WORDS = (
    "法典|基本法|宪法|法|条例|实施办法|办法|实施细则|细则|规定|规则|规程|章程|准则|决定|决议|命令"
    "|解释|批复|意见|通知|公告|方案|公约|协定|议定书|标准|规范|预案|规划|纲要|指南|合同|协议"
)
# Both patterns are compiled when they are first used, and kept by the re module.
_BARE_WORK = (
    rf"\s*(?P<name>[一-鿿、（）()A-Za-z0-9·]*?(?:{WORK_WORDS}))\s*(?=第|[0-9０-９]|附|art|Art)"
)
# A document number alone, as people type it: 宛政〔2023〕4号第四十四条.
_NUMBER_ALONE = r"\s*[一-鿿]{1,12}[〔\[（(【][0-9０-９]{4}[〕\]）)】]\s*第?\s*[0-9０-９]+\s*号\s*"
# A pair of brackets, with at most one pair inside: （宛政〔2023〕4号）, （法释（2013）12号）.
_BRACKETS = r"\s*[（(〔\[](?P<inside>[^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)?)[）)〕\]]"


def title_end(text: str, start: int) -> int:
    """Return the position after the 》 that closes the 《 at *start*; -1 where none does.

    Titles may hold titles, as 〈…〉 or, against GB/T 15834-2011, as 《…》 again.
    """
    depth = 0
    for position in range(start, len(text)):
        if text[position] == "《":
            depth += 1
        elif text[position] == "》":
            depth -= 1
            if depth == 0:
                return position + 1
    return -1


def split_work(text: str) -> tuple[str, DocumentNumber | None, int]:
    """Return the work at the head of *text*, its document number, and where the rest begins.

    The work is "" where *text* begins with a provision.
    """
    start = len(text) - len(text.lstrip())
    if text.startswith("《", start):
        end = title_end(text, start)
        if end < 0:
            return "", None, start
        work, number = text[start + 1 : end - 1], None
        while found := re.match(_BRACKETS, text[end:]):
            number = number or DocumentNumber.parse(found["inside"]) or _loose(found[0])
            end += found.end()
        return work, number, end
    if (found := re.match(_NUMBER_ALONE, text)) and (
        number := DocumentNumber.parse(found[0].strip())
    ):
        return "", number, found.end()
    if found := re.match(_BARE_WORK, text):
        return found["name"], None, found.end()
    return "", None, start


def _loose(bracketed: str) -> DocumentNumber | None:
    # 宛政〔2023〕4号 in round brackets: the outer pair goes, the inner one stays.
    return DocumentNumber.parse(bracketed.strip()[1:-1])
