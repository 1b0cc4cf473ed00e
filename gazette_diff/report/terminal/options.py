"""What a reader of the terminal report may ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gazette_diff.core.language import Bilingual, Language
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.report.folding import Unchanged

Layout = Literal["inline", "side", "auto"]
#: What is shown: the report, counts by chapter, labels, labels with letters, running text.
Show = Literal["report", "stat", "names", "status", "words"]

#: From this width on the layout ``auto`` sets old and new side by side.
SIDE_BY_SIDE_FROM = 140
#: Below this width there is no room for two columns, even when they are asked for.
SIDE_BY_SIDE_LEAST = 60

#: How to read the report, for ``--help``.
READING_HELP = Bilingual(
    "标记：[-删去的文字-]、{+增加的文字+}；行首 ~ 修改、+ 新增、- 删除、< 拆分、> 合并、"
    "x 重组、= 未修改；"
    "[…45字…] 为略去的未修改文字。正文本身含有 [- 等符号时，改用 [[-…-]]，并在统计之下说明。",
    "Marks: [-words deleted-], {+words added+}; at the start of a line ~ amended, + added, "
    "- deleted, < split, > merged, x regrouped, = unchanged; […45 chars…] stands for unchanged "
    "words left out. Where the text itself has [- or the like, [[-…-]] is used, as said below "
    "the counts.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalOptions:
    """How a comparison is shown.

    ``width`` is in cells, 0 for that of the console; ``wrap`` off leaves every row on one
    line, for a pipe. ``context`` is how many unchanged rows stand around a changed one;
    None shows all and leaves out no words. ``only`` keeps entries by what happened
    (``amended``), or ``renumbered``, ``relocated``, ``doubtful``, ``pinned``; ``articles`` by
    old or new number, or by a label as printed (``（三）``). ``plain`` is for pipes and files:
    neither colour nor line drawing. ``explain`` shows the evidence of every link;
    ``unchanged`` says what becomes of unchanged articles, ``show`` which report is made.
    """

    language: Language = "zh"
    width: int = 0
    wrap: bool = True
    layout: Layout = "inline"
    context: int | None = 1
    only: frozenset[str] = frozenset()
    articles: frozenset[Ordinal | str] = frozenset()
    plain: bool = False
    explain: bool = False
    unchanged: Unchanged = "fold"
    show: Show = "report"

    def side_by_side(self, width: int) -> bool:
        """Tell whether old and new stand side by side in *width* cells."""
        if not self.wrap or width < SIDE_BY_SIDE_LEAST:
            return False
        return self.layout == "side" or (self.layout == "auto" and width >= SIDE_BY_SIDE_FROM)
