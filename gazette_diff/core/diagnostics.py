"""What the tool doubts: codes that stay, messages in two languages, and the place.

GD1xx: found while reading and parsing; GD2xx: Akoma Ntoso; GD3xx: found while comparing;
GD4xx: citations and references; GD5xx: the library; GD6xx: how a regulation is made and
printed (``check``): 60x–61x its structure, 62x punctuation, 63x damage to the characters;
GD7xx: the citations of somebody's document (``cite --check``): 70x notes on what was not
checked, 71x what is cited, 72x quoted words.
A code never changes its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from gazette_diff.core.language import Bilingual, Language


class Code(Enum):
    """Every diagnostic, with its message; ``docs/diagnostics.md`` explains each."""

    UNDECODABLE = (
        "GD101",
        "有{count}处字节不是有效的{encoding}，已用�代替",
        "{count} byte sequences are not valid {encoding}; they stand as �",
    )
    CONTROL_CHARACTER = (
        "GD102",
        "控制字符{character}不能进入正文，已列为版式字符",
        "control character {character} cannot stand in a text; listed as furniture",
    )
    NUMBER_MISSING = (
        "GD103",
        "编号不连续：{after}之后缺{missing}",
        "gap in the numbering: {missing} missing after {after}",
    )
    NUMBER_REPEATED = (
        "GD104",
        "编号重复：{label}",
        "number used twice: {label}",
    )
    NUMBER_OUT_OF_ORDER = (
        "GD105",
        "编号倒退：{after}之后出现{label}",
        "numbers go backwards: {label} after {after}",
    )
    UNPLACED = (
        "GD106",
        "第{first}–{last}行未能归入任何条文：{excerpt}",
        "lines {first}–{last} belong to no provision: {excerpt}",
    )
    TEXT_AFTER_END = (
        "GD107",
        "第{first}行起的文字不属于本文件：{excerpt}",
        "from line {first} on the text is no longer part of this document: {excerpt}",
    )
    SUSPECT_TEXT = (
        "GD108",
        "“{printed}”疑似识别错误：{excerpt}",
        "«{printed}» looks like a recognition error: {excerpt}",
    )
    EMPTY_ARTICLE = (
        "GD109",
        "{label}没有内容",
        "{label} has no text",
    )
    NO_TITLE = (
        "GD110",
        "未找到标题",
        "no title found",
    )
    IRREGULAR_LABEL = (
        "GD111",
        "编号印作“{printed}”，按{label}读取",
        "number printed as «{printed}», read as {label}",
    )
    DOUBTFUL_JOIN = (
        "GD112",
        "第{first}行与第{last}行的接续存疑",
        "doubtful whether line {last} continues line {first}",
    )
    CANDIDATE_REJECTED = (
        "GD113",
        "行首的“{label}”未作条文编号处理：{excerpt}",
        "«{label}» at the start of the line was not taken as a number: {excerpt}",
    )
    NO_BODY = (
        "GD114",
        "没有正文：“{title}”之下未找到任何条文或段落",
        "no text: nothing stands below «{title}»",
    )
    CONTRACT = (
        "GD115",
        "看来是合同或者协议，不是法规或者公文：{excerpt}",
        "reads as a contract between parties, not as a regulation: {excerpt}",
    )
    FRAME_LEFT_OUT = (
        "GD121",
        "正文以外的{count}段文字（网页导航、页眉页脚等，共{characters}字）未计入正文，以注释行保留：{excerpt}",
        "{count} pieces outside the text (menus, heads, feet; {characters} characters) were left "
        "out and stand as comment lines: {excerpt}",
    )
    NOTES_LEFT_OUT = (
        "GD122",
        "正文以外的文字以注释行保留：脚注{notes}处，批注{comments}处，页眉页脚{frames}处，隐藏文字{hidden}处",
        "kept as comment lines beside the text: {notes} notes, {comments} comments, "
        "{frames} heads and feet, {hidden} pieces of hidden text",
    )
    CHANGES_ACCEPTED = (
        "GD123",
        "文档含{count}处修订标记，已按接受全部修订读取",
        "the document has {count} tracked changes; it was read as if all were accepted",
    )
    TEXT_BOXES = (
        "GD124",
        "{count}个文本框的文字排在其所在段落之后",
        "the words of {count} text boxes were put after the paragraphs they belong to",
    )
    NUMBER_FORMAT = (
        "GD125",
        "自动编号未能按原样写出（{format}），请与原文核对",
        "automatic numbers ({format}) could not be written as they are shown; compare them",
    )
    NO_TEXT_LAYER = (
        "GD126",
        "第{pages}页没有文字层（可能是扫描图像），未能读取",
        "page {pages} has no text layer (a scanned image?) and could not be read",
    )
    NO_CHARACTER_CODE = (
        "GD127",
        "有{count}个字符在 PDF 中没有通用的文字编码，无法辨认（以�或原编码保留）",
        "{count} characters have no public code in the PDF and cannot be told (they stand as � "
        "or as the code they have)",
    )
    PART_NOT_READ = (
        "GD128",
        "文档中嵌入的{count}个其他文件未读取",
        "{count} other files embedded in the document were not read",
    )
    LIST_NUMBERS = (
        "GD129",
        "有{count}个编号是浏览器为列表（<ol>）生成的，已按顺序写出；网站样式可能另有规定，请与网页核对",
        "{count} numbers of lists (<ol>) are made by the browser; they were written out, but a "
        "style sheet may change or hide them: compare them with the page",
    )
    TABLE_BY_BORDERS = (
        "GD130",
        "第{pages}页的表格按表格线读取，请与原文核对",
        "the tables on page {pages} were read by their borders: compare them",
    )
    CHARACTERS_MENDED = (
        "GD131",
        "PDF 中有{radicals}个部首字形已读作相应的汉字，{twice}个在同一处印了两遍的字符只读一次",
        "{radicals} radicals in the PDF were read as the characters of their form, {twice} "
        "characters printed twice in one place were read once",
    )
    TEXT_RECOGNISED = (
        "GD132",
        "第{pages}页的文字藏在图像之下，是文字识别（OCR）的结果，请与图像核对",
        "the text of page {pages} is hidden behind a picture: it was recognised (OCR), compare "
        "them",
    )
    TEXT_HIDDEN = (
        "GD133",
        "PDF 中有{count}个看不见的字符（隐藏、白色、极小或在页面之外）未计入正文，"
        "以注释行保留：{excerpt}",
        "{count} characters of the PDF that are not seen (hidden, white, tiny, or outside of the "
        "page) were left out and stand as comment lines: {excerpt}",
    )
    TEXT_VERTICAL = (
        "GD134",
        "第{pages}页的文字竖排，读出的次序不可靠",
        "the text of page {pages} is set vertically: the order in which it was read is not "
        "reliable",
    )
    TABLE_BY_ALIGNMENT = (
        "GD135",
        "第{pages}页有无表格线的表格，按文字对齐读取，请与原文核对",
        "tables without borders on page {pages} were read by how their words align: compare them",
    )
    TABLE_DOUBTFUL = (
        "GD136",
        "第{pages}页疑似有无表格线的表格，仍按行读取",
        "page {pages} may hold a table without borders; it was read line by line",
    )
    FOOTNOTES = (
        "GD137",
        "第{pages}页有{count}条脚注未计入正文，连同正文中的注号以注释行保留：{excerpt}",
        "{count} notes at the foot of page {pages} were left out of the text, with their marks in "
        "it, and stand as comment lines: {excerpt}",
    )
    FOOTNOTE_DOUBTFUL = (
        "GD138",
        "第{page}页末的小字疑似脚注，仍按正文读取：{excerpt}",
        "small words at the foot of page {page} may be a note; they were read as text: {excerpt}",
    )
    LINK_DOUBTFUL = (
        "GD301",
        "原{old}与{new}的对应关系存疑（置信度{confidence}）",
        "the correspondence of former {old} and {new} is doubtful (confidence {confidence})",
    )
    NOTHING_IN_COMMON = (
        "GD302",
        "两份文件几乎没有相同内容，可能不是同一法规的两个版本",
        "the two texts have next to nothing in common: are they versions of one regulation?",
    )
    HEADING_CHANGED = (
        "GD303",
        "条文以外的文字有变化：{old} → {new}",
        "words outside the articles changed: {old} → {new}",
    )
    PIN_WITHOUT_ARTICLE = (
        "GD304",
        "更正 {pin} 未采用：{why}",
        "the correction {pin} was not used: {why}",
    )
    PIN_WORDS_CHANGED = (
        "GD305",
        "更正 {pin} 未采用：作出更正之后，{names}的文字已经变动",
        "the correction {pin} was not used: the words of {names} have changed since it was made",
    )
    PINS_OF_OTHER_TEXTS = (
        "GD306",
        "{file} 中有{count}处更正是就同名文件的另一文本作出的，未采用",
        "{file} has {count} corrections made for other texts in files of these names; not used",
    )
    LITTLE_IN_COMMON = (
        "GD307",
        "两份文件相同的内容不多（约{percent}%）：没有对应的条文不一定是新增或者删除，请逐条核对",
        "the two texts have little in common (about {percent} %): an article without a "
        "counterpart need not be new or deleted; please check",
    )
    REFERENCE_TO_NOTHING = (
        "GD401",
        "“{cited}”{verdict}：{why}",
        "«{cited}» {verdict}: {why}",
    )
    START_ASSUMED = (
        "GD501",
        "该版本未载明施行日期，按{day}起施行计",
        "this version does not say when it enters into force; taken to be {day}",
    )
    INVALID_MARKUP = ("GD511", "{what}", "{what}")
    WRONG_EID = (
        "GD512",
        "eId“{eid}”不合编号，他处引用会落空",
        "the eId «{eid}» is not that of its number: references to it would fail",
    )
    WRONG_FILE_NAME = (
        "GD513",
        "文件名是{named}，文中最晚的日期是{day}",
        "the file is called {named}, the latest day in it is {day}",
    )
    WRONG_ORDER_OF_DAYS = (
        "GD514",
        "日期先后不合：{first}早于{then}",
        "days in the wrong order: {first} is before {then}",
    )
    TWO_FOLDERS = (
        "GD515",
        "同名法规的其他版本在{other}",
        "the other versions of this title stand in {other}",
    )
    VERSIONS_OVERLAP = (
        "GD516",
        "与{other}在同一时间施行（{start}起）",
        "in force at the same time as {other} (from {start})",
    )
    INDEX_DIFFERS = (
        "GD517",
        "索引与文件不一致：{path}",
        "the index does not say what the file says: {path}",
    )
    STARTS_LATE = (
        "GD601",
        "编号不从头开始：第一个是{label}",
        "the numbers do not begin at one: the first is {label}",
    )
    STARTS_AGAIN = (
        "GD602",
        "编号从头重来：{after}之后又是{label}",
        "the numbers begin again: {label} after {after}",
    )
    EMPTY_PROVISION = (
        "GD603",
        "{label}没有内容",
        "{label} holds nothing",
    )
    NO_LEAD_IN = (
        "GD604",
        "{label}之前没有引语，或者引语没有以冒号结束：{excerpt}",
        "no lead-in before {label}, or one that does not end in a colon: {excerpt}",
    )
    NO_FULL_STOP = (
        "GD605",
        "句末没有句号等标点：{excerpt}",
        "ends without a full stop: {excerpt}",
    )
    NOTICE_WITHOUT_NUMBER = (
        "GD606",
        "印发通知没有发文字号",
        "the notice that issues it has no document number",
    )
    NO_DATE = (
        "GD607",
        "未找到通过、签署或公布的日期",
        "no date of adoption, signature or publication found",
    )
    NO_DOCUMENT_NUMBER = (
        "GD608",
        "未找到发文字号",
        "no document number found",
    )
    CONTENTS_DIFFER = (
        "GD609",
        "目录与正文不一致：目录为“{listed}”，正文为“{printed}”",
        "the contents list «{listed}» where the text has «{printed}»",
    )
    PRINTED_TWICE = (
        "GD610",
        "与前一段完全相同：{excerpt}",
        "the same words as the paragraph before: {excerpt}",
    )
    HEADING_WITHOUT_NUMBER = (
        "GD611",
        "疑似漏了编号的标题：{excerpt}",
        "looks like a heading that lost its number: {excerpt}",
    )
    NUMBER_ALONE = (
        "GD612",
        "{label}单独成行，其下一段按其内容读取，请核对：{excerpt}",
        "{label} stands alone on its line; the paragraph below was read as its words, please "
        "check: {excerpt}",
    )
    UNBALANCED = (
        "GD621",
        "「{mark}」没有配对：{excerpt}",
        "«{mark}» has no partner: {excerpt}",
    )
    HALF_WIDTH_MARK = (
        "GD622",
        "中文中用了半角标点 {marks}（{count}处）：{excerpt}",
        "half-width punctuation {marks} in Chinese text ({count}): {excerpt}",
    )
    HALF_WIDTH_BRACKET = (
        "GD623",
        "中文中用了半角括号或引号（{count}处）：{excerpt}",
        "half-width brackets or quotes in Chinese text ({count}): {excerpt}",
    )
    MIXED_PAIR = (
        "GD624",
        "「{open}」与「{close}」不是一对：{excerpt}",
        "«{open}» and «{close}» are no pair: {excerpt}",
    )
    DOUBLED_MARK = (
        "GD625",
        "标点重复：{excerpt}",
        "punctuation twice in a row: {excerpt}",
    )
    MIXED_DIGITS = (
        "GD626",
        "全角与半角数字混用：{excerpt}",
        "digits of both widths: {excerpt}",
    )
    LETTER_FOR_DIGIT = (
        "GD631",
        "数字“{printed}”中混有形近的字符：{excerpt}",
        "a look-alike stands in the number «{printed}»: {excerpt}",
    )
    STRAY_LETTER = (
        "GD632",
        "汉字之间夹有字母“{printed}”：{excerpt}",
        "the letters «{printed}» stand inside Chinese words: {excerpt}",
    )
    REPEATED_WORDS = (
        "GD633",
        "文字重复“{printed}”：{excerpt}",
        "words twice in a row, «{printed}»: {excerpt}",
    )
    LOST_CHARACTER = (
        "GD634",
        "有{count}个无法显示的字符：{excerpt}",
        "{count} characters that cannot be shown: {excerpt}",
    )
    STRAY_SPACE = (
        "GD635",
        "句中有空格（{count}处）：{excerpt}",
        "spaces inside the sentence ({count}): {excerpt}",
    )
    WORK_NOT_HELD = (
        "GD701",
        "法规库中没有《{work}》，未核对（引用{count}处）",
        "《{work}》 is not in the library: not checked (citations: {count})",
    )
    VERSION_NOT_KNOWN = (
        "GD702",
        "法规库中没有《{title}》{which}版本，未核对（引用{count}处）",
        "the library has no version of 《{title}》 {which}: not checked (citations: {count})",
    )
    TEXT_NOT_HELD = (
        "GD703",
        "法规库中没有{version}的正文，未核对（引用{count}处）",
        "the library does not hold the text of {version}: not checked (citations: {count})",
    )
    SUPERSEDED = (
        "GD704",
        "所引的{version}自{start}起已被{newer}取代（引用{count}处）",
        "{version}, which is cited, was superseded by {newer} on {start} (citations: {count})",
    )
    CITED_NOTHING = (
        "GD711",
        "“{cited}”：{version}{why}{hint}",
        "“{cited}”: {version}: {why}{hint}",
    )
    CITED_REPEALED = (
        "GD712",
        "“{cited}”：《{title}》已于{end}{by}废止",
        "“{cited}”: 《{title}》 was repealed{by} on {end}",
    )
    NOT_YET_IN_FORCE = (
        "GD713",
        "“{cited}”：{version}自{start}起施行，{day}尚未施行",
        "“{cited}”: {version} enters into force on {start}, it is not in force on {day}",
    )
    NUMBER_CHANGED = (
        "GD714",
        "“{cited}”：在{newer}中是{now}",
        "“{cited}” is {now} in {newer}",
    )
    PROVISION_GONE = (
        "GD715",
        "“{cited}”：在{newer}中没有对应的条文",
        "“{cited}” has no counterpart in {newer}",
    )
    QUOTE_DIFFERS = (
        "GD721",
        "引文与{where}不一致（[-原文-]{{+引文+}}）：{difference}",
        "the quotation differs from {where} ([-law-]{{+quotation+}}): {difference}",
    )
    QUOTE_ELSEWHERE = (
        "GD722",
        "“{cited}”没有所引的文字，见{where}",
        "the words quoted are not those of “{cited}” but of {where}",
    )
    QUOTE_NOT_FOUND = (
        "GD723",
        "{where}没有所引的文字：{excerpt}",
        "{where} does not have the words quoted: {excerpt}",
    )
    QUOTE_OF_OTHER_VERSION = (
        "GD724",
        "所引是{other}的文字，不是{where}的文字{now}",
        "the words quoted are those of {other}, not of {where}{now}",
    )

    @property
    def id(self) -> str:
        """The stable code, such as ``GD103``."""
        return self.value[0]

    @property
    def message(self) -> Bilingual:
        """The message with its ``{name}`` marks."""
        return Bilingual(self.value[1], self.value[2])


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One doubt: the code, the values of its message, the place and the line (from 1)."""

    code: Code
    values: tuple[tuple[str, object], ...] = ()
    place: str = ""
    line: int | None = field(default=None, compare=False)

    @classmethod
    def of(
        cls, code: Code, *, place: str = "", line: int | None = None, **values: object
    ) -> Diagnostic:
        """Build a diagnostic from keyword *values* for the marks of its message."""
        return cls(code, tuple(sorted(values.items())), place, line)

    def message(self, language: Language) -> str:
        """Return the message in *language*."""
        return self.code.message.fill(**dict(self.values)).in_(language)

    def as_json(self, language: Language) -> dict[str, object]:
        """Return the diagnostic as the JSON contract writes it (DESIGN: JSON)."""
        return {
            "code": self.code.id,
            "message": self.message(language),
            "place": self.place,
            "line": self.line,
        }
