"""Words that text recognition makes of those that every regulation has: 入民政府, 工作入员, 己经.

Each pair of characters is one that printed type makes look alike. Only what is no word is
listed, and what stands nowhere in some 700 real regulations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazette_diff.checking.passages import RUNNING, Passage, Spot, excerpt
from gazette_diff.core.diagnostics import Code

_NUMERAL = "一二三四五六七八九十百零〇"
_MISREAD = re.compile(
    rf"""
    # 人 and 入
    (?<![计列加纳收])入民(?=政府|法院|共和|检察|代表|币|群众|生活|警察|防空|调解|团体)
    |(?<=[作务法理业关任他术疗监驾])入员|当事入(?![员住职])|法定代表入|申请入(?![住学职境党库园驻])
    |(?<=责)任入(?=员|应|不|的|给|是|依|处|，|、|。)|负责入(?=员|应|不|的|给|是|和|或|及|，|、|。)
    |(?<=[位、和或织对])个入(?![口户])|他入(?=合法|的|人身|财产|权益|利益)
    # 员 and 贝
    |[人入职委成雇党]贝(?![类壳币尔加叶])
    # 未 and 末
    |(?<![期年周月季本始岁学旬会纪款条项])末
     (?=[按经]|取得|依法|能|及时|履行|达到|列入|批准|登记|规定|成年|办理|提交)
    # 己, 已 and 巳
    |(?<![自利异克律知])己(?=经|于|被|取得|建成|办理|登记|缴纳|发生|列入|失效|废止|满)
    |(?<![来源各独])自已(?!经|被|取|建|登|缴|发|有|于|失|故|婚|批|完|开|签|投)|巳
    # 日 and 曰
    |(?<!子)曰
    # 土 and 士
    |(?<![巴的])士地|(?<![护战中爱外])国士(?!兵|绅|官)|领士
    # 干, 千 and 于
    |(?<![一二三四五六七八九十几数上0-9])千部|若千|千涉|千预|若于(?=问题|规定|意见|措施|年)
    # 第 and 弟, 条 and its like, 法 and 祛
    |(?<!兄)弟(?=[{_NUMERAL}]{{1,6}}[条款项章节])|苐|第[{_NUMERAL}]{{1,6}}各(?=规定|第|、|的)
    |条倒(?=规定|自|第|所|的|实|》)|[末木](?=条例|办法)|(?:本办|方)[祛怯]|[依违合立执司][祛怯]
    # 规定, 应当, 行政, 机关, 责任, 管理, 监督 …
    |(?<![电影可近远巡注监])视定(?![位点期时])|规走(?![廊道])|规宝|应肖|行玫|[政攻玫]俯|[攻玫]府
    |(?<!进)行攻(?=[区机部处许复诉法主管审])|机夭|部闩|贵任|负贵|监替|处刭|菅理
    |管埋(?=[局部机人办委职条规制者工单服主体、和，。])|县缀|罚[欺敖]|国务[烷阮]|固务院|囯家|施仃
    |(?<![盘凯回螺])旋行|违[友灰]|没[备施立置](?=、|，|。|的|和|在|或)|单住(?![院户宿])|企亚|或耆
    |期眼|日朋|贷币|组炽|机[枃沟](?=[、，。的和应])|徙刑|拘没
    """,
    re.VERBOSE,
)


def check_misreadings(passage: Passage) -> Iterator[Spot]:
    """Find the words of *passage* that are none, but look like one."""
    if passage.part not in RUNNING and passage.part != "heading":
        return
    for found in _MISREAD.finditer(passage.words):
        values = {"printed": found[0], "excerpt": excerpt(passage.words, *found.span())}
        yield Spot(Code.SUSPECT_TEXT, passage, found.start(), values)
