"""What tells the text of a regulation from the page around it: words and marks."""

from __future__ import annotations

import re

_NUMERALS = "一二三四五六七八九十百千零〇"
_LEAD = r"[ \t\xa0\u3000]*"
_UNIT = rf"第[ \u3000\xa0]*[{_NUMERALS}0-9]{{1,9}}[ \u3000\xa0]*[条章节编]"
#: A line that opens an article or a chapter.
ARTICLE = re.compile(_LEAD + _UNIT)
#: A line with a number of any kind before its words.
NUMBERED = re.compile(
    rf"{_LEAD}(?:{_UNIT}|[{_NUMERALS}]{{1,4}}、|[（(][{_NUMERALS}]{{1,4}}[）)]"
    rf"|[0-9]{{1,3}}[.．、](?![0-9])|[①-⑳])"
)
#: The beginning of what follows a text: attachments, a line that ends with a day.
SEQUEL = re.compile(
    rf"{_LEAD}(?:附[ \u3000]?(?:件|表|录|图|：|:)"
    r"|.{0,40}[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日$)"
)
# What may stand before a title: a number, a day, an order, who issued it.
_BEFORE_TITLE = re.compile(
    r"第.{1,6}号|〕.{1,6}号|年.{1,3}月.{1,3}日"
    r"|(?:令|文件|公告|通知|决定|政府|委员会|办公[室厅]|[厅局部院])[）)]?$"
)
_SENTENCE = re.compile(r"[。；;]")

# What tools stand beside a text on a page, as the line that holds them begins (without its
# spaces); each line of this list is one kind of tool.
_TABS = r"(?:正文|全文|(?:政策|文字|图片|视频|专家|媒体)?解读|图解|下载|意见征集)"
_DAY = r"[12][0-9]{3}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?"
_TOOL_WORDS = (
    r"[【\[（(]?(?:打印|关闭|返回|收藏|复制链接|字号|字体|大字|小字|背景色|我?要?纠错|点赞)",
    r"[【\[（(]?视力保护色|[【\[（(][大中小][】\]）)]|[大中小]{3}$|A[-+]",
    r"分享(?:到|至|：|:|$)|扫一扫|扫码|手机(?:版|阅读|扫)|微信扫",
    r"[上下]一[篇条页]|关联稿件|延伸阅读",
    r"相关(?:链接|阅读|文章|文件|稿件|解读|推荐|信息|报道|资料)|附件下载",
    r"点击.{0,4}(?:蓝字|关注)|关注(?:我们|公众号)|阅读原文|继续滑动|使用小程序",
    rf"{_DAY}(?:[0-9]{{1,2}}[:：][0-9]{{2}}|信息来源|来源|作者|浏览|阅读|点击|字[体号]|分享)",
    r"(?:文章|信息|文件|稿件)?来源[：:]|日期[：:][0-9]",
    r"(?:发布|更新|公开|创建)(?:时间|日期)[：:]",
    r"(?:浏览|点击|阅读|访问)(?:次数|量|数|率)?[：:]",
    r"责任编辑|责编[：:]|编辑[：:]|作者[：:]|供稿|信息员|审核[：:]|录入",
    r"[您你](?:现在|当前)?的?(?:位置|所在)|当前位置|首页[ ]?(?:-+>|[>》›»/→|｜])",
    r"版权所有|主办(?:单位)?[：:]|承办(?:单位)?[：:]|技术支持|联系我们|关于我们",
    r".{2,24}网站?(?:电话|地址|邮编|邮箱)[：:]",
    r"网站(?:标识码|地图|声明)|政府网站标识码|网站支持IPv6",
    r".{0,6}ICP备|.{0,4}公网安备|Copyright|©|AllRights",
    r"无障碍|长者(?:版|模式)|适老|关怀版|简体|繁[體体]|English$",
    r"登录|注册|搜索|请输入|今天是|语音播报|https?://|第[0-9]{1,3}版[：:]",
    r".{0,12}[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日星期[一二三四五六日天]",
    r"(?:点击)?(?:下载|查看)(?:全文|附件|原文|文字版|图解|PDF|WORD|OFD)",
    rf"(?:文字|图片|政策)解读|{_TABS}+$|附件[【\[].*[】\]]已?下载",
)
_TOOL = re.compile("|".join(_TOOL_WORDS), re.IGNORECASE)
_TOOL_LONGEST = 120
# What a site says of itself in sentences.
_DISCLAIMER = re.compile(r"(?:免责|版权|特别|郑重)?(?:声明|提示)[：:].{0,20}本(?:网|站|平台|库)")
_TITLE_LONGEST = 30
# What a catalogue of public information says of a text (《政府信息公开目录》).
_CARD_WORDS = (
    "索引号|信息索引|主题分类|主题词|体裁分类|组配分类|内容分类|信息分类|公文种类|文件类型|分类",
    "公开方式|公开形式|公开类别|公开时限|公开责任部门|信息来源",
    "发布机构|发文机关|发文单位|制发单位|制发机关|制定机关|公布机关",
    "成文日期|成文时间|生成日期|发文日期|发布日期|公开日期|印发日期|公布日期",
    "有效性|时效性|效力级别|效力位阶|法律性质|法规类别|唯一标志|效力状态|文件状态|是否有效|施行日期|实施日期|生效日期|失效日期|废止日期",
    "发文字号|文号|文件编号|统一登记号|登记号|名称|标题|关键词|内容概述",
)
_CARD = re.compile(f"(?:{'|'.join(_CARD_WORDS)})[：:]?")
_NUMBER_LABEL = re.compile(r"(?:发文字号|文号|文件编号)[：:]?(?P<value>.*)")
_HEAD = frozenset({"header", "head", "top", "topbar", "logo", "hd"})
_BARE_DAY = re.compile(r"[12][0-9]{3}([-/.])[0-9]{1,2}\1[0-9]{1,2}")
_ORDER_NUMBER = re.compile(r"第[^第]{1,6}号$")
# Words in the class or id of a box around what is no text.
_SITE_TAGS = frozenset({"nav", "footer", "aside", "menu"})
_SITE = frozenset(
    {
        *("nav", "navbar", "navigation", "menu", "submenu", "sitemap", "location"),
        *("breadcrumb", "breadcrumbs", "crumb", "crumbs", "bread", "mbx", "search", "login"),
        *("position", "weizhi", "dqwz", "meta"),
        *("footer", "foot", "copyright", "sidebar", "side", "aside", "banner", "advert"),
        *("share", "sharing", "bdsharebuttonbox", "jiathis", "bshare", "qrcode", "ewm"),
        *("toolbar", "tools", "tool", "pagination", "pager", "accessibility"),
        *("related", "relevant", "recommend", "comment", "comments"),
        *("friendlink", "friendlinks", "links"),
    }
)


def is_sentence(text: str) -> bool:
    """Tell whether *text* reads as running text."""
    return len(text) >= 20 and text[0] not in "：，。；、" and _SENTENCE.search(text) is not None


def may_precede_title(text: str) -> bool:
    """Tell whether *text* may stand before a title in a document rather than on a site."""
    bare = "".join(text.split())
    return len(bare) > _TITLE_LONGEST or _BEFORE_TITLE.search(bare) is not None


def is_tool(text: str) -> bool:
    """Tell whether *text* is a line of tools or of what a site says of itself."""
    bare = "".join(text.split())
    if len(bare) > _TOOL_LONGEST:
        return False
    return _DISCLAIMER.match(bare) is not None or (
        _TOOL.match(bare) is not None and not _is_text(bare)
    )


def _is_text(bare: str) -> bool:
    return NUMBERED.match(bare) is not None or bare.count("。") > 1


def is_card_label(text: str) -> bool:
    """Tell whether *text* begins with a heading of the site's catalogue."""
    return _CARD.match("".join(text.split())) is not None


def card_number(texts: list[str]) -> str:
    """Return the document number among the *texts* of a catalogue card, empty if none."""
    bare = ["".join(text.split()) for text in texts]
    for i, text in enumerate(bare):
        if found := _NUMBER_LABEL.fullmatch(text):
            value = found["value"] or (bare[i + 1] if i + 1 < len(bare) else "")
            return value if value.endswith("号") else ""
    return ""


def has_number(number: str, bare: str) -> bool:
    """Tell whether *bare* has the document *number*, or as the line of an order only 第12号."""
    found = _ORDER_NUMBER.search(number)
    return number in bare or (found is not None and bare == found.group())


def is_bare_day(text: str) -> bool:
    """Tell whether *text* is only a day as sites write it (2023-04-10), not as documents do."""
    return _BARE_DAY.fullmatch("".join(text.split())) is not None


def is_head_box(tag: str, names: frozenset[str]) -> bool:
    """Tell whether a box with this tag and these words in its class and id is the head of a page.

    Where a menu stands in it, it is that of the site.
    """
    return tag == "header" or not names.isdisjoint(_HEAD)


def is_site_box(tag: str, names: frozenset[str]) -> bool:
    """Tell whether a box with this tag and these words in its class and id is the site's own."""
    return tag in _SITE_TAGS or not names.isdisjoint(_SITE)
