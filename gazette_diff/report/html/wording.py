"""The words of the page that no other report needs, in Chinese and English."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.report.references.wording import FINDINGS_TITLE
from gazette_diff.report.units import ARTICLE
from gazette_diff.report.wording import CONTINUED, RENAMINGS

if TYPE_CHECKING:
    from gazette_diff.core.language import Language
    from gazette_diff.report.units import Unit

_WORDS = {
    "report": Bilingual("修订对照报告", "Comparison of two versions"),
    "page_title": Bilingual("《{title}》修订对照", "{title}: comparison of two versions"),
    "skip": Bilingual("跳到条文对照", "Skip to the comparison"),
    "versions": Bilingual("两个版本", "Both versions"),
    "item": Bilingual("项目", "Item"),
    "none": Bilingual("—", "—"),
    "unknown": Bilingual("未载明", "not stated"),
    "constructed_old": Bilingual(
        "注意：修订前文本是为演示编写的，不是历史文本。",
        "Note: the text before the revision was written for demonstration; it is not historical.",
    ),
    "constructed_new": Bilingual(
        "注意：修订后文本是为演示编写的，不是历史文本。",
        "Note: the text after the revision was written for demonstration; it is not historical.",
    ),
    "renamings": RENAMINGS,
    "overview": Bilingual("概况", "Overview"),
    "statistics": Bilingual("分章统计", "Counts by chapter"),
    "chapter": Bilingual("章", "Chapter"),
    "total": Bilingual("合计", "Total"),
    "articles_before": Bilingual("修订前{unit}数", "{Units} before"),
    "articles_after": Bilingual("修订后{unit}数", "{Units} after"),
    "relocated": Bilingual("移章", "Moved"),
    "strip": Bilingual("各条变动幅度", "How much each article changed"),
    "strip_hint": Bilingual(
        "每一竖条是一条，越高变动越大；删除的条文向下。",
        "One bar an article: the higher, the more words changed; deleted articles hang down.",
    ),
    "map": Bilingual("条文去向图", "Where each article went"),
    "map_hint": Bilingual(
        "左为修订前，右为修订后；每一条带连接对应的条文，点按可到该条。",
        "Before on the left, after on the right; a band joins the articles that correspond.",
    ),
    "picture_keys": Bilingual(
        "用方向键逐条移动，回车到该条。", "Arrow keys go from article to article, Enter opens it."
    ),
    "changed_share": Bilingual("变动{percent}%", "{percent}% changed"),
    "contents": Bilingual("目录", "Contents"),
    "tools": Bilingual("查找与筛选", "Find and filter"),
    "search": Bilingual("查找新旧文本", "Search both texts"),
    "previous": Bilingual("上一处", "Previous"),
    "next": Bilingual("下一处", "Next"),
    "previous_hint": Bilingual("上一处变动（按键 p）", "Previous change (key p)"),
    "next_hint": Bilingual("下一处变动（按键 n）", "Next change (key n)"),
    "view": Bilingual("版式", "View"),
    "side": Bilingual("对照", "Side by side"),
    "inline": Bilingual("合并", "Inline"),
    "filter": Bilingual("筛选", "Filter"),
    "by_relation": Bilingual("变动方式", "What happened"),
    "by_class": Bilingual("变动内容", "What kind of words"),
    "by_flag": Bilingual("其他", "Other"),
    "renumbered": Bilingual("条号变动", "Renumbered"),
    "editorial": Bilingual("仅编辑性差异", "Editorial only"),
    "doubtful": Bilingual("对应存疑", "Doubtful"),
    "pinned": Bilingual("人工更正", "Corrected by hand"),
    "keys": Bilingual(
        "启用按键 n（下一处）p（上一处）c（复制引用）/（查找）",
        "Keys n (next), p (previous), c (copy citation), / (search)",
    ),
    "clear": Bilingual("清除", "Clear"),
    "open_all": Bilingual("展开全部", "Unfold all"),
    "close_all": Bilingual("折叠未修改", "Fold unchanged"),
    "print": Bilingual("打印", "Print"),
    "copy": Bilingual("复制引用", "Copy citation"),
    "copied": Bilingual("已复制：", "Copied: "),
    "not_copied": Bilingual("不能复制，请手动选取：", "Cannot copy; please select it yourself: "),
    "shown": Bilingual("显示{shown}处，共{all}处", "{shown} of {all} shown"),
    "filtered": Bilingual("以下内容经过筛选：", "Filtered: "),
    "outside": Bilingual("条文以外", "Outside the articles"),
    "outside_fold": Bilingual("未修改 {count} 处", "{count} unchanged"),
    "comparison": Bilingual("条文对照", "The articles"),
    "before": Bilingual("修订前", "Before"),
    "after": Bilingual("修订后", "After"),
    "continued": CONTINUED,
    "was": Bilingual("原{label}", "was {label}"),
    "added_here": Bilingual("（新增）", "(added)"),
    "deleted_here": Bilingual("（删除）", "(deleted)"),
    "deleted_chapter": Bilingual("（修订前）", "(before the revision)"),
    "no_text": Bilingual("（无文字）", "(no text)"),
    "fold_one": Bilingual("{first}　未修改", "{first} unchanged"),
    "fold_many": Bilingual(
        "{first}至{last}　未修改（{count}{unit}）", "{first} to {last} unchanged ({count} {units})"
    ),
    "fold_was_one": Bilingual("原{first}", "was {first}"),
    "fold_was_many": Bilingual("原{first}至{last}", "were {first} to {last}"),
    "evidence": Bilingual("对应依据", "Why these correspond"),
    "evidence_doubtful": Bilingual(
        "对应存疑（置信度{confidence}%）：查看依据", "Doubtful ({confidence}% sure): why"
    ),
    "evidence_link": Bilingual(
        "{old}与{new}：相似度{similarity}%，置信度{confidence}%",
        "{old} and {new}: {similarity}% alike, {confidence}% sure",
    ),
    "references": FINDINGS_TITLE,
    "diagnostics": Bilingual("提示", "Notes"),
    "line": Bilingual("第{line}行", "line {line}"),
    "made_by": Bilingual(
        "由 gazette-diff 比对生成。文字以正式公布的文本为准。",
        "Made by gazette-diff. The published texts are authentic.",
    ),
    "legend": Bilingual("图例", "Key"),
    "legend_deleted": Bilingual("删去的文字", "deleted words"),
    "legend_added": Bilingual("增加的文字", "added words"),
    "chapter_unchanged": Bilingual("本章未修改（{count}{unit}）", "{count} {units} unchanged"),
    "nothing": Bilingual("没有可对照的条文。", "There are no articles to compare."),
    "no_match": Bilingual("没有符合筛选条件的条文。", "No entry matches the filter."),
}
#: What the script says; it reads these from the page.
_SCRIPT = (
    "copy", "copied", "not_copied", "shown", "filtered", "open_all", "close_all", "was",
    "picture_keys", "continued",
)  # fmt: skip


def page_words(language: Language, unit: Unit = ARTICLE) -> SimpleNamespace:
    """Return all words of the page in *language*, by name; ``{mark}`` is for a value.

    What counts provisions counts them in *unit*. Not a dict: in a template ``t.clear``
    would be the method of that name.
    """
    marks = {"{unit}": unit.zh, "{units}": unit.many, "{Units}": unit.many.capitalize()}
    told = {name: words.in_(language) for name, words in _WORDS.items()}
    for mark, word in marks.items():
        told = {name: words.replace(mark, word) for name, words in told.items()}
    return SimpleNamespace(**told)


def script_words(language: Language) -> dict[str, str]:
    """Return the words that the script of the page needs in *language*."""
    return {name: _WORDS[name].in_(language) for name in _SCRIPT}
