"""What is wrong with a file, told from where it is found; the caller adds the file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.akn.vocabulary import local_name
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

_EXCERPT = 20

_REMAKE = Bilingual(
    "请用 gazette-diff parse 原文件 --format xml 重新生成",
    "write it anew with gazette-diff parse SOURCE --format xml",
)
_MEND_LINE = Bilingual(
    "请检查该行及其上文：标签须成对，& 与 < 须写作 &amp; 与 &lt;",
    "look at that line and those before it: tags come in pairs, & and < are written &amp; and &lt;",
)
_NO_DOCTYPE = Bilingual(
    "请删去 <!DOCTYPE …> 声明，并将实体改写为文字本身",
    "delete the <!DOCTYPE …> declaration and write the characters instead of entities",
)
_KNOWN_ELEMENTS = Bilingual(
    "请改用 book part chapter section article paragraph point indent level，"
    "文字置于 content、intro 或 wrapUp 的 p 中",
    "use book part chapter section article paragraph point indent level, and put words into "
    "a p inside content, intro or wrapUp",
)
_ONE_FILE_EACH = Bilingual("请将各法规分别存为文件", "keep each regulation in a file of its own")
_ONE_TABLE_EACH = Bilingual(
    "请将各表分别置于一个 paragraph 中", "put each table into a paragraph of its own"
)


class Fault(Exception):  # noqa: N818 - never leaves the package
    """Something wrong in the markup; becomes an InvalidMarkupError that names the file."""

    def __init__(self, what: Bilingual, mend: Bilingual) -> None:
        """Keep the trouble and the way out of it."""
        super().__init__(what.en)
        self.what = what
        self.mend = mend


def empty_file() -> Fault:
    """Return the fault of a file without content."""
    return Fault(Bilingual("文件是空的", "the file is empty"), _REMAKE)


def too_large(size: int, limit: int) -> Fault:
    """Return the fault of a file of *size* bytes where at most *limit* are read."""
    what = Bilingual(
        "文件有 {size} 字节，超过上限 {limit} 字节",
        "the file has {size} bytes, more than the {limit} that are read",
    )
    return Fault(what.fill(size=size, limit=limit), _ONE_FILE_EACH)


def not_markup() -> Fault:
    """Return the fault of a file in which no tag comes first."""
    return Fault(Bilingual("不是 XML 文件", "this is not an XML file"), _REMAKE)


def not_well_formed(line: int, reason: str) -> Fault:
    """Return the fault of a file that is no XML, for the parser's *reason*."""
    what = Bilingual(
        "第{line}行：不是格式良好的 XML（{reason}）", "line {line}: not well-formed XML ({reason})"
    )
    return Fault(what.fill(line=line, reason=reason), _MEND_LINE)


def document_type() -> Fault:
    """Return the fault of a file with a DTD, which might read other files or swell."""
    what = Bilingual(
        "文件含有 DTD 声明或实体，为安全起见不予读取",
        "the file declares a DTD or entities; such files are not read, for safety",
    )
    return Fault(what, _NO_DOCTYPE)


def too_deep() -> Fault:
    """Return the fault of elements nested beyond all reason."""
    what = Bilingual("元素嵌套过深", "the elements are nested too deeply")
    return Fault(what, _REMAKE)


def not_akoma_ntoso(root: XmlElement) -> Fault:
    """Return the fault of a file whose root element is *root*."""
    what = Bilingual(
        "第{line}行：根元素是 {tag}，不是 Akoma Ntoso 3.0 的 akomaNtoso",
        "line {line}: the root element is {tag}, not akomaNtoso of Akoma Ntoso 3.0",
    )
    return Fault(what.fill(line=root.sourceline, tag=root.tag), _REMAKE)


def no_body(root: XmlElement) -> Fault:
    """Return the fault of a file that holds no regulation."""
    what = Bilingual(
        "第{line}行：其中没有带 body 的 act（或带 mainBody 的 doc）",
        "line {line}: there is no act with a body (or doc with a mainBody) in it",
    )
    return Fault(what.fill(line=root.sourceline), _REMAKE)


def several_regulations(count: int) -> Fault:
    """Return the fault of a file with *count* regulations, of which none is the one meant."""
    what = Bilingual("文件中有 {count} 件法规", "the file holds {count} regulations")
    return Fault(what.fill(count=count), _ONE_FILE_EACH)


def unknown_element(node: XmlElement, parent: str) -> Fault:
    """Return the fault of *node*, which has no place in a *parent* of this mapping."""
    what = Bilingual(
        "第{line}行：{parent} 中的 {name} 不在本工具的对应关系之内",
        "line {line}: {name} inside {parent} is not part of the markup this tool reads",
    )
    name = local_name(node)
    return Fault(what.fill(line=node.sourceline, name=name, parent=parent), _KNOWN_ELEMENTS)


def loose_words(node: XmlElement, words: str) -> Fault:
    """Return the fault of *words* that stand in *node* outside any block of words."""
    what = Bilingual(
        "第{line}行起：{name} 中的文字“{words}”不在 p、num 或 heading 之内",
        "from line {line}: the words «{words}» in {name} stand outside p, num and heading",
    )
    name = local_name(node)
    short = words if len(words) <= _EXCERPT else words[:_EXCERPT] + "…"
    return Fault(what.fill(line=node.sourceline, name=name, words=short), _KNOWN_ELEMENTS)


def second_table(node: XmlElement) -> Fault:
    """Return the fault of a provision with the table *node* after another one."""
    what = Bilingual(
        "第{line}行：同一条款中有第二个表格", "line {line}: a second table in the same provision"
    )
    return Fault(what.fill(line=node.sourceline), _ONE_TABLE_EACH)


def bad_value(node: XmlElement, attribute: str, value: str, wanted: Bilingual) -> Fault:
    """Return the fault of an *attribute* of *node* whose *value* is not what is *wanted*."""
    what = Bilingual(
        "第{line}行：{name} 的 {attribute} 写作“{value}”",
        "line {line}: the {attribute} of {name} is «{value}»",
    )
    name = local_name(node)
    short = attribute.rpartition("}")[2]
    return Fault(
        what.fill(line=node.sourceline, name=name, attribute=short, value=value),
        Bilingual(f"应写作{wanted.zh}", f"write {wanted.en}"),
    )
