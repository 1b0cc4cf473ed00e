"""What looks like a citation and is none: own numbers, headings, numbers that count things."""

from __future__ import annotations

import re
from functools import cache

from gazette_diff.citation.scanning.lines import SPACES, Line
from gazette_diff.citation.values import Unit

# How far around a number its neighbours are looked at.
_WINDOW = 40
_QUOTES = '“"「『‘'
_CLOSING_QUOTES = '”"」』’'
_STOPS = "。！？!?"
_SOFT_STOPS = "：:；;"


@cache
def _markup() -> re.Pattern[str]:
    """Return the pattern of what may stand in a line before the number of an article.

    Marks of Markdown and list dashes do; a cell of a table (| 第三条 |) refers to it.
    """
    return re.compile(r"[#*>+•·\-—\s\u3000]*")


@cache
def _opens_with_heading() -> re.Pattern[str]:
    """Return the pattern of a line that runs several headings together: 第一章 总则 第一条 …."""
    number = "[一二三四五六七八九十百零〇0-9]+"
    return re.compile(rf"[#*>\s\u3000]*(?:第\s*{number}\s*[编章节条]|目\s*[录次]|附\s*则)")


@cache
def _goes_on() -> re.Pattern[str]:
    """Return the pattern of words after a number that only follow a citation.

    Words such as 有关, 为, 以 and a bracket also begin articles (第一条为规范…, 第一条（目的）…)
    and are not among them.
    """
    return re.compile(
        r"""
        第\s*[（(]?\s*[一二三四五六七八九十百零〇0-9０-９]+\s*[）)]?\s*[条款项目节、至和或及]
      | [、，,；;）)》”"。|] | ：$
      | 和(?![平谐解]) | 及(?![时早]) | 或者 | 以及 | 至今 | (?:至|到|与|或)(?:第|本|前|其|《)
      | 规定 | 所(?:列|称|规|指|述|定|涉) | 的 | 之规定 | 关于
      | 中(?:的|，|“|规定|增加|删[去除])
      | (?:修改|改|调整|合并)为 | 删[去除] | [之后]?后?增加(?:一|第|“) | 作为第 | 移至第
      """,
        re.VERBOSE,
    )


def is_own_number(line: Line, start: int, end: int, unit: Unit) -> bool:
    """Tell whether the number of *unit* at *start* to *end* is a provision's own, or a heading.

    It stands at the head of the line, of a quotation, or behind a full stop, and no words
    follow that go on a citation. A space behind it makes it likely anywhere in a line that
    is made of such numbers.
    """
    text = line.text
    if text.startswith("**", end):
        end += 2
    parted = text[end : end + 1] in tuple(SPACES)
    after = line.words_after(end, _WINDOW)
    before = text[max(0, start - _WINDOW) : line.end_before(start)]
    if start <= _WINDOW and _markup().fullmatch(before):
        return line.headed and _at_line_start(after, unit, parted=parted)
    last = before[-1:]
    if last in _CLOSING_QUOTES and before[-2:-1] in tuple(_STOPS):
        last = before[-2]
    if last in _QUOTES:
        return after[:1] not in tuple(_CLOSING_QUOTES) and (parted or not _goes_on().match(after))
    if _goes_on().match(after) or not after:
        return False
    if last in _STOPS or last in _SOFT_STOPS:
        return parted or last in _STOPS
    opening = _opens_with_heading().match(text) if parted else None
    # Behind a chapter's heading the number may be glued on; elsewhere it stands apart.
    return opening is not None and (text[start - 1] in SPACES or opening[0][-1] != "条")


def _at_line_start(after: str, unit: Unit, *, parted: bool) -> bool:
    if not after:
        return True
    if not parted:
        return _goes_on().match(after) is None
    if unit is not Unit.ARTICLE:
        return True
    # 第五条 第一款规定…: printed with spaces, still a citation; 第五条 第三条规定… is not.
    broken = re.match(
        r"(?:规定的?[，。；]|规定的|所[列称规指述]|的规定|第[^条章节编]{1,5}?[款项])", after
    )
    return broken is None


# Nouns that are counted with 条, 款, 项, 节: 第一条城市主要道路, 第二项诉讼请求, 第三节课.
_COUNTED = {
    Unit.ARTICLE: (
        r"(?:[一-鿿]{0,4}?(?:道路|公路|铁路|航线|线路|街道|河流|河道|生产线|隧道|通道|管线|船舶))"
        r"|路|街|线(?!索)|河|船|鱼|腿|狗|命|岔|裤子|裙子|围巾|毛巾|消息|新闻|短信|微博|微信|留言|评论|帖子"
        r"|建议|意见|信息|理由|经验|措施|教训|原则|纪律|标语|口号|妙计|好处|战线|战壕|朋友圈|短?视频|地铁|跑道|通往|通向"
    ),
    Unit.PARAGRAPH: (
        r"新车|国产[一-鿿]{0,3}(?:飞机|车|手机|软件|芯片)|产品|车型?|手机|软件|游戏|机型|应用|贷款|汽车|药品|新药|新品|商品|飞机|设备|作品|保险产品"
        r"|配色|式样|口味|菜|蛋糕|鞋|包|衣服|芯片|机器人|电视|饮料|耳机|相机"
    ),
    Unit.ITEM: (
        r"(?:诉讼|上诉|反诉|仲裁|抗诉)?请求|任务|议程|议题|工作(?!日|场所|人员)|指标|课题|研究|发明|工程"
        r"|比赛|改革|成果|权利要求|试验|实验|挑战|世界|纪录|考试|运动|优势|专利|重点|重大|内容是|措施是"
        r"|赛事|大奖|奖|金牌|全国|冠军|非遗|技能|服务(?!费|人)|评选|调查|测试|检查|作业|活动是"
    ),
    Unit.CHAPTER: r"(?:的)?(?:小说|插图|故事|情节|课文|漫画|习题|主人公)",
    Unit.SECTION: r"课|车厢|电池|比赛|藕|台阶|[一-鿿]{1,3}课|甘蔗|竹|训练",
}
# Words after 本条, 该条 and 前款 that name something counted: 本条微信, 前款手机.
_COUNTED_RELATIVE = {
    Unit.ARTICLE: r"(?:微信|微博|短信|新闻|消息|留言|评论|帖子|视频|推文|朋友圈)",
    Unit.PARAGRAPH: r"(?:手机|车型|机型|游戏|耳机|相机)",
    Unit.SECTION: r"(?:课|车厢|练习|比赛)",
    Unit.CHAPTER: r"(?:小结|练习|课文|习题|故事|剧情)",
}
# A book that is no law: 小说第一章, 读到第三章.
_STORY = re.compile(
    r"(?:小说|课本|教材|教科书|故事|剧本|传记|回忆录|论文|专著|全书|[本该这此]书|乐章|漫画|连载|[读写看翻学讲念背][到了完过]"
    r"|[这那](?:本|部)[^，。；的]{0,8}?书)(?:中|里|里面)?的?$"
)


def counts_things(line: str, end: int, unit: Unit) -> bool:
    """Tell whether a bare number with *unit* that ends at *end* counts things: 第二条路."""
    pattern = _COUNTED.get(unit)
    return pattern is not None and re.match(pattern, line[end : end + 12]) is not None


def is_everyday(line: str, end: int, unit: Unit) -> bool:
    """Tell whether 本条 or 前款 of *unit*, which ends at *end*, means no provision: 本条微信."""
    pattern = _COUNTED_RELATIVE.get(unit)
    return pattern is not None and re.match(pattern, line[end : end + 4]) is not None


def is_of_a_book(line: str, start: int, unit: Unit) -> bool:
    """Tell whether the chapter or section at *start* is one of a story or textbook."""
    chapters = (Unit.CHAPTER, Unit.SECTION)
    return unit in chapters and _STORY.search(line[max(0, start - 12) : start]) is not None
