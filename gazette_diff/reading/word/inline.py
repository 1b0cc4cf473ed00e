"""The words of a Word paragraph as they are shown once all tracked changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazette_diff.reading.word.instructions import Instruction, read_instruction
from gazette_diff.reading.word.markup import attribute, child, is_on, tag

if TYPE_CHECKING:
    from lxml.etree import _Element

# What only wraps words: they are read as if it were not there.
_WRAPPERS = frozenset({"w:hyperlink", "w:smartTag", "w:customXml", "w:dir", "w:bdo"})
_INSERTED = frozenset({"w:ins", "w:moveTo"})
DELETED = frozenset({"w:del", "w:moveFrom"})
_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "w:softHyphen": "",
}
_DRAWINGS = frozenset({"w:drawing", "w:pict", "w:object"})
# The commonest signs of the symbol fonts (Wingdings, Wingdings 2), by their codes there.
_SYMBOLS = {
    0xF0A8: "□", 0xF06F: "□", 0xF0FE: "☑", 0xF0FD: "☒", 0xF0FC: "✓", 0xF052: "☑", 0xF053: "☒",
    0xF0A3: "□", 0xF06C: "●", 0xF06E: "■", 0xF075: "◆", 0xF0D8: "➢", 0xF0B7: "•",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A field: what it is told to show, and where its result, if it has one, ends in the words.

    ``offset`` counts the characters of the text before it, ``pieces`` the pieces.
    """

    instruction: Instruction
    offset: int
    pieces: int
    has_result: bool


@dataclass(slots=True)
class _OpenField:
    """A field whose end is not reached: its instruction so far, the text before its result."""

    instruction: list[str] = field(default_factory=list)
    in_instruction: bool = True
    shown: int = 0


# A field that began in a paragraph above: it has a result.
_ABOVE = -1


class Words:
    """The words of a paragraph, and what stands beside them.

    ``text`` has a line break where the paragraph has one; ``boxes`` are the contents of text
    boxes anchored here; ``pieces`` are the elements that gave the text, each with its words, in
    order; ``fields`` are those in it; ``notes`` (kind, id) the footnotes, endnotes and comments
    referred to; ``hidden`` is text that is formatted not to be shown. ``changes`` counts the
    tracked changes.
    """

    def __init__(self) -> None:
        """Begin a paragraph."""
        self.text = ""
        self.hidden = ""
        self.boxes: list[_Element] = []
        self.pieces: list[tuple[_Element, str]] = []
        self.fields: list[Field] = []
        self.notes: list[tuple[str, str]] = []
        self.changes = 0


class InlineReader:
    """Reads paragraphs; it remembers the fields that are open from one to the next."""

    def __init__(self) -> None:
        """Begin a story."""
        self._fields: list[_OpenField] = []
        self._words = Words()

    def read(self, paragraph: _Element) -> Words:
        """Return the words of a ``w:p``."""
        self._words = Words()
        self._content(paragraph)
        # An instruction ends with its paragraph; else one that is cut would swallow the rest.
        for opened in self._fields:
            opened.in_instruction = False
            opened.shown = _ABOVE
        return self._words

    def _content(self, parent: _Element) -> None:
        for element in parent:
            name = tag(element)
            if name == "w:r":
                self._run(element)
            elif name in DELETED:
                self._words.changes += 1
            elif name == "w:fldSimple":
                self._simple_field(element)
            elif name in ("m:oMath", "m:oMathPara"):
                self._put("".join(_formula(element)), element)
            else:
                self._words.changes += name in _INSERTED
                for inner in _unwrapped(name, element):
                    self._content(inner)

    def _run(self, run: _Element) -> None:
        self._in_run(run, hidden=is_on(run, "w:rPr", "w:vanish"))

    def _in_run(self, run: _Element, *, hidden: bool) -> None:
        for element in run:
            name = tag(element)
            if name == "w:t":
                self._put(_text(element), element, hidden=hidden)
            elif name in _SIGNS:
                self._put(_SIGNS[name], element, hidden=hidden)
            elif name == "w:sym":
                self._put(_symbol(element), element, hidden=hidden)
            elif name == "mc:AlternateContent":
                for choice in _chosen(element):
                    self._in_run(choice, hidden=hidden)
            else:
                self._special(name, element)

    def _special(self, name: str, element: _Element) -> None:
        words = self._words
        if name == "w:fldChar":
            self._field_mark(attribute(element, "fldCharType"))
        elif name == "w:instrText":
            if self._fields:
                self._fields[-1].instruction.append(element.text or "")
        elif name in ("w:footnoteReference", "w:endnoteReference", "w:commentReference"):
            words.notes.append((name[2:-9], attribute(element, "id") or ""))
        elif name == "w:ruby":
            base = child(element, "w:rubyBase")
            if base is not None:
                self._content(base)
            words.hidden += "".join(_reading(element))
        elif name in _DRAWINGS:
            words.boxes += _boxes(element)

    def _simple_field(self, element: _Element) -> None:
        self._field_mark("begin")
        self._fields[-1].instruction.append(attribute(element, "instr") or "")
        self._field_mark("separate")
        self._content(element)
        self._field_mark("end")

    def _field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_OpenField(shown=len(self._words.text)))
        elif self._fields and kind == "separate":
            self._fields[-1].in_instruction = False
            self._fields[-1].shown = len(self._words.text)
        elif self._fields and kind == "end":
            self._end_field(self._fields.pop())

    def _end_field(self, ended: _OpenField) -> None:
        if any(around.in_instruction for around in self._fields):
            return  # what another field is told, not what is shown
        words = self._words
        words.fields.append(
            Field(
                instruction=read_instruction("".join(ended.instruction)),
                offset=len(words.text),
                pieces=len(words.pieces),
                has_result=len(words.text) > ended.shown,
            )
        )

    def _put(self, text: str, element: _Element, *, hidden: bool = False) -> None:
        if any(around.in_instruction for around in self._fields):
            return
        if hidden:
            self._words.hidden += text
        else:
            self._words.text += text
            self._words.pieces.append((element, text))


def _unwrapped(name: str, element: _Element) -> Iterator[_Element]:
    """Yield what to read of an element that only wraps words."""
    if name in _WRAPPERS or name in _INSERTED:
        yield element
    elif name == "w:sdt":
        inner = child(element, "w:sdtContent")
        if inner is not None:
            yield inner
    elif name == "mc:AlternateContent":
        yield from _chosen(element)


def _text(element: _Element) -> str:
    text = element.text or ""
    # Word does not show the spaces around a text unless told to keep them.
    return text if attribute(element, "space") == "preserve" else text.strip(" \t\r\n")


def _symbol(element: _Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
        return _SYMBOLS.get(code) or chr(code)
    except (ValueError, OverflowError):
        return "\ufffd"


def _chosen(alternatives: _Element) -> Iterator[_Element]:
    """Yield the one branch that Word shows: the newest that there is."""
    branches = [e for e in alternatives if tag(e) in ("mc:Choice", "mc:Fallback")]
    filled = [e for e in branches if next(_boxes(e), None) is not None] or branches
    yield from filled[:1]


def _boxes(element: _Element) -> Iterator[_Element]:
    """Yield the contents of the text boxes in a drawing, each once."""
    for inner in element:
        name = tag(inner)
        if name == "w:txbxContent":
            yield inner
        elif name == "mc:AlternateContent":
            for choice in _chosen(inner):
                yield from _boxes(choice)
        else:
            yield from _boxes(inner)


def _formula(element: _Element) -> Iterator[str]:
    """Yield the signs of a formula on one line; a fraction has its stroke."""
    name = tag(element)
    if name == "m:t":
        yield element.text or ""
    for inner in element:
        if tag(inner) == "m:den":
            yield "/"
        yield from _formula(inner)


def _reading(ruby: _Element) -> Iterator[str]:
    guide = child(ruby, "w:rt")
    for element in guide.iter() if guide is not None else ():
        if tag(element) == "w:t":
            yield element.text or ""
