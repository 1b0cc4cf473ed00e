"""How official documents word their parts: titles, issuers, dates, the marks of a sentence's end.

The nouns that end a title are those of GB/T 9704-2012 and 《党政机关公文处理工作条例》 (2012)
第八条 (决议 决定 命令 公报 公告 通告 意见 通知 …), and the kinds of regulations (条例 规定 …).
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.numerals import parse_number

TITLE_NOUNS = (
    "条例|规定|办法|细则|规则|决定|决议|意见|方案|通知|通告|公告|公报|规程|章程|准则|标准|指引|指南"
    "|机制|制度|纲要|规划|计划|解释|守则|预案|措施|要点|批复|答复|复函|函|法典|法|修正案|程序|命令|令"
    "|规范|安排|公约|协定|议定书|清单|目录|要求|大纲|说明|补充规定|方法|政策|框架|宪法|刑法|条款|工作规则|纪要|声明|宣言|备忘录|名单|报告|建议|倡议书|议程|总纲"
)
_SPACES = " \u3000\t\xa0"
_S = rf"[{_SPACES}]*"
_YEAR_LENGTH = 4
_TITLE_END = re.compile(rf"(?:{TITLE_NOUNS})(?:{_S}[（(〔][^（）()]{{1,40}}[）)〕])*$")
_SENTENCE_MARKS = re.compile(r"[。！？；;!?，,：:]")
_TITLE_LONGEST = 90
_EXCERPT = 24
_ENTRY_LONGEST = 20

ISSUER = re.compile(
    r"[^，。；：、“”0-9.●《》（）()]{1,38}"
    r"(?:政府|办公室|办公厅|委员会|委员会办公室|常务委员会|法院|检察院|国务院|军委|代表大会|管委会"
    r"|部|局|厅|署|委|院|总局|中心|领导小组|指挥部|银行|海关|主席团)"
)
_ISSUER_ENDS = frozenset("府室厅会院委部局署心组行关团、")  # a list may go on
# Words that stand in sentences, never in the name of an authority.
_NO_NAME = re.compile(r"(?:[以向由经报在按将把]|对(?!外)|.*(?:的|涉及|名义|印发|应当|以及|负责))")
# 市长 王某某: who signed an order.
_SIGNED_BY = re.compile(
    r"(?:总理|主席|省长|市长|州长|盟长|县长|区长|旗长|镇长|乡长|部长|主任|局长|署长|行长|院长|检察长)"
    r"[ \u3000：:]+[一-鿿·]{1,4}[ \u3000]*[一-鿿·]{1,6}"
)
_DATE_DIGITS = re.compile(
    rf"(?P<year>[1１2２][90９０][0-9０-９]{{2}}){_S}年{_S}(?P<month>[0-9０-９]{{1,2}}){_S}月"
    rf"{_S}(?P<day>[0-9０-９]{{1,2}}){_S}日"
)
_DATE_NUMERALS = re.compile(
    r"(?P<year>[一二][〇○零ＯO0一二三四五六七八九]{3})年"
    r"(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
_UNNAMED = re.sub(r"[?]P<[a-z]+>", "", f"(?:{_DATE_DIGITS.pattern}|{_DATE_NUMERALS.pattern})")
DATE_LINE = re.compile(rf"[（(]?{_S}{_UNNAMED}{_S}[）)]?")
# 责任单位：, 联系人：, 抄送：: what official documents put on a line of its own (GB/T 9704-2012,
# 7.2.4, 7.3.5.4, 7.4.3, and the lines under the measures of a plan).
_LABEL = re.compile(
    r"[（(〔\[【]?(?:(?:责任|牵头|主责|配合|协同|协办|主办|承办|参加|参与|实施|支持|落实|完成)"
    r"(?:单位|部门|机构|科室|处室|领导|人|时限|时间|期限)[^，。；：:]{0,6}"
    r"|联系人|联系电话|联系方式|联系地址|通讯地址|通信地址|电子邮箱|举报电话|咨询电话|主题词|关键词"
    r"|责任编辑|责编|编者[注按]|编辑注|供稿|来源"
    r"|抄\s*送|抄\s*报|分\s*送|签发人|密级|紧急程度|附注|附件|组\s*长|副\s*组\s*长|成\s*员)[：:]\s*\S"
)
_ANY_LABEL = re.compile(r"[一-鿿]{1,3}\s*[一-鿿]{1,5}(?:[（(][^（）()]{1,12}[）)])?[：:]")
# 。 and its like end a sentence; a bracket or quote may follow them, and a remark (。（附件2）).
_FINISHED = re.compile(
    r"(?:[。！？；：!?;:．…][”’）)》】」』 ]*|[。！？；][”’]?[（(][^（）()。；]{1,20}[）)])$"
)
_ENDS = frozenset("。；：！？:;")
_MAY_END = frozenset("”’）)》】」』 ．…!?")
_CLOSERS = {
    "”": "“",
    "’": "‘",
    "》": "《",
    "】": "【",
    "〉": "〈",
    "」": "「",
}


def is_finished(text: str) -> bool:
    """Tell whether *text* ends where a sentence or clause may end: 。；： and quotes after them."""
    last = text[-1:]
    return last in _ENDS or (last in _MAY_END and _FINISHED.search(text) is not None)


def is_open(text: str) -> bool:
    """Tell whether a bracket, quote or 《 in *text* is still open at its end."""
    if any(text.count(opener) > text.count(closer) for closer, opener in _CLOSERS.items()):
        return True
    # A bracket of one width may close one of the other: （市、区).
    opened = text.count("（") + text.count("(")
    return opened > 0 and opened > text.count("）") + text.count(")")


def begins_label(text: str, *, after: str) -> bool:
    """Tell whether *text* is a line of its own with a label: 责任单位：市财政局.

    In a list of them (组长：…, 副组长：…; 出席：…, 请假：…) the line *after* which it stands has
    one too, whatever it says.
    """
    if _LABEL.match(text):
        return True
    return _ANY_LABEL.match(text) is not None and _ANY_LABEL.match(after) is not None


def is_short_entry(text: str) -> bool:
    """Tell whether *text* is a label with a few words: 组长：李某某  市长.

    So is a whole remark in brackets: （责任单位：市财政局）.
    """
    if text[0] in "（(〔[【" and text[-1] in "）)〕]】" and _LABEL.match(text):
        return True
    label = _ANY_LABEL.match(text) if len(text) <= _ENTRY_LONGEST else None
    if label is None or label.end() == len(text) or text[-1] == "、":
        return False
    return _SENTENCE_MARKS.search(text, label.end()) is None


def excerpt(text: str) -> str:
    """Return the beginning of *text*, for a message."""
    return text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"


def without_space(text: str) -> str:
    """Return *text* with all white space taken out."""
    return "".join(text.split())


def is_title(text: str) -> bool:
    """Tell whether *text* reads as the title of a regulation or official document."""
    bare = without_space(text)
    if not 2 < len(bare) <= _TITLE_LONGEST or _TITLE_END.search(bare) is None:
        return False
    return _SENTENCE_MARKS.search(re.sub(r"[（(〔][^）)〕]*[）)〕]", "", bare)) is None


def is_issuer(text: str) -> bool:
    """Tell whether *text* is nothing but the name of an authority, or several of them."""
    bare = text.strip()
    if bare[-1:] not in _ISSUER_ENDS or _NO_NAME.match(bare):
        return False
    if "、" not in bare and ISSUER.fullmatch(without_space(bare)):
        return True
    parts = [part for part in re.split(r"[ \u3000、]+", bare) if part]
    return bool(parts) and all(ISSUER.fullmatch(part) for part in parts)


def is_signed_by(text: str) -> bool:
    """Tell whether *text* is an office and the name of who signed (市长　王某某)."""
    return _SIGNED_BY.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Tell whether *text* is nothing but a day (2023年4月16日, 二〇二三年四月十六日)."""
    return "日" in text and DATE_LINE.fullmatch(text.strip()) is not None


def stands_beside(text: str) -> bool:
    """Tell whether *text* is a date or a document number, which stand beside running text."""
    return is_date(text) or DocumentNumber.parse(text) is not None


def find_dates(text: str) -> tuple[tuple[int, int, date], ...]:
    """Return the days in *text* as (start, end, day); impossible ones (2月30日) are left out."""
    return _read_dates(text) if "日" in text else ()


@lru_cache(maxsize=8)  # the front matter and the metadata ask for those of the same 题注
def _read_dates(text: str) -> tuple[tuple[int, int, date], ...]:
    found: list[tuple[int, int, date]] = []
    end, at = 0, text.find("年")
    while at >= 0:
        # The four characters before 年 are the year, whatever spaces stand between.
        start = len(text[end:at].rstrip(_SPACES)) + end - _YEAR_LENGTH
        match = start >= end and (
            _DATE_DIGITS.match(text, start) or _DATE_NUMERALS.match(text, start)
        )
        if match:
            end = match.end()
            if day := _day_of(match):
                found.append((start, end, day))
        at = text.find("年", max(end, at + 1))
    return tuple(found)


def _day_of(match: re.Match[str]) -> date | None:
    year, month, day = match["year"], match["month"], match["day"]
    if match.re is _DATE_NUMERALS:
        year = re.sub("[ＯO○0]", "〇", year)
        numbers = [parse_number(part) or 0 for part in (year, month, day)]
    else:
        numbers = [int(year), int(month), int(day)]
    try:
        return date(*numbers)
    except ValueError:
        return None
