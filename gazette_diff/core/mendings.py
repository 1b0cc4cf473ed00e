"""What is done to the lines of a source, and why: the words of the ledger's notes."""

from __future__ import annotations

from enum import Enum

from gazette_diff.core.language import Bilingual, Language


class Mending(Enum):
    """A reason for joining a line to the one before it, or for moving it.

    The English words are those of the ledger, which is data.
    """

    FILLS_COLUMN = "line fills the column", "上一行排满栏宽"
    HEADING_FILLS_COLUMN = "heading fills the column", "标题排满栏宽"
    HEADING_GOES_ON = "heading goes on", "标题分两行排"
    NO_FIRST_LINE = "full width: no first line", "行首没有缩进"
    NO_GAP = "no blank line between", "两行之间没有空行"
    SHORT_LAST_LINE = "short last line after a full one, doubtful", "上一行排满栏宽，存疑"
    PRINTED_ON = (
        "the line before is full in print, this one has no indent",
        "上一行在版面上排满，本行没有缩进",
    )
    NO_INDENT = "no indent", "行首没有缩进"
    STILL_OPEN = "bracket or quote still open", "括号、书名号或引号未闭合"
    NOT_ENDED = "sentence not ended", "上一行句子未完"
    TITLE_MOVED = (
        "title across the page, moved to its beginning",
        "通栏标题，移到本页开头",
    )
    RESUMED = "moved: goes on with the sentence before", "移动：接续前面中断的句子"

    RESUMED_ALONE = (
        "moved, doubtful: nothing else goes on with the sentence before",
        "移动，存疑：别处没有可接续前句的文字",
    )

    @property
    def message(self) -> Bilingual:
        """What was done and why, in both languages."""
        english, chinese = self.value
        if self in (Mending.TITLE_MOVED, Mending.RESUMED, Mending.RESUMED_ALONE):
            return Bilingual(chinese, english)
        return Bilingual(f"接上一行（{chinese}）", f"joined to the line before ({english})")

    def __str__(self) -> str:
        """Return the words of the ledger."""
        return self.value[0]


class Furnishing(Enum):
    """Why a piece of a source is no part of any text."""

    COMMENT = "comment", "注释"
    HEADING_MARK = "heading mark", "标题记号"
    LIST_DASH = "list dash", "列表符号"
    EMPHASIS = "emphasis mark", "强调记号"
    CONTROL_CHARACTER = "control character", "控制字符"
    RUNNING_HEAD = "running head", "页眉"
    PAGE_NUMBER = "page number", "页码"
    TABLE_BORDER = "table border", "表格线"
    LABEL_COLON = "colon after a label", "标号后的冒号"
    FLOATING_TITLE = "floating title", "混入正文的标题"

    @property
    def message(self) -> Bilingual:
        """The kind in both languages."""
        return Bilingual(self.value[1], self.value[0])

    def __str__(self) -> str:
        """Return the word of the ledger."""
        return self.value[0]


def tell(words: str, language: Language) -> str:
    """Return the *words* of a ledger's note or part in *language*; unknown ones as they are."""
    known = {str(one): one.message for kind in (Mending, Furnishing) for one in kind}
    told = [known[word].in_(language) if word in known else word for word in words.split("; ")]
    return ("；" if language == "zh" else "; ").join(told)
