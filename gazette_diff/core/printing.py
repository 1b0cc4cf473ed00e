"""The lines in which a regulation is printed, derived from its tree.

A line knows of every word to which provision it belongs, so that what is printed (clean text,
a Word file) can be told apart again. The number of a provision shares a line with the first
words after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gazette_diff.core.places import Placed, place
from gazette_diff.core.tree import CONTAINERS, Block, BlockKind, Level, Regulation, Table

#: What the words before and after the body are called where a provision has its eId.
PREFACE = "preface"
CONCLUSION = "conclusion"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the provision ``eid``, the first of them at ``start`` among all its words.

    All the words of a provision are its heading, text, table and closing, one after the
    other. Outside the body ``eid`` is :data:`PREFACE` or :data:`CONCLUSION` and ``start``
    counts within the blocks of one kind.
    """

    text: str
    eid: str
    start: int


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a printed regulation, or a table.

    ``kind`` is the level of its provision or the kind of its block, None for the head of an
    attachment; ``label`` the number before the words; a table has its words too.
    """

    kind: Level | BlockKind | None
    label: str = ""
    words: tuple[Words, ...] = ()
    table: Table | None = None

    @property
    def own(self) -> str:
        """The words without the label."""
        return "".join(words.text for words in self.words)

    @property
    def text(self) -> str:
        """The label and the words."""
        return joined(self.label, self.own)


def printed(regulation: Regulation) -> Iterator[PrintedLine]:
    """Yield the lines of *regulation*: its front, its body, its end and its attachments."""
    if regulation.metadata.gazette is not None:
        issue = str(regulation.metadata.gazette)
        yield PrintedLine(BlockKind.GAZETTE, words=(Words(issue, "", 0),))
    yield from _blocks(regulation.preface, PREFACE)
    yield from _provisions(place(regulation.body))
    yield from _blocks(regulation.conclusion, CONCLUSION)
    for number, attachment in enumerate(regulation.attachments, 1):
        eid = f"att_{number}"
        yield PrintedLine(None, attachment.label, (Words(attachment.heading, eid, 0),))
        yield from _provisions(place(attachment.body, eid))


def joined(label: str, words: str) -> str:
    """Put *label* before *words*, parted where they would run together."""
    return label + joint(label, words) + words


def joint(label: str, words: str) -> str:
    """Return what stands between *label* and *words*: a space, wide or narrow, or nothing."""
    if not label or not words:
        return ""
    if label[-1] in "、）)" and not words[0].isdigit():
        return ""
    wide = label[-1] not in ".．" and not label[-1].isascii()
    return "\u3000" if wide else " "


def _blocks(blocks: Sequence[Block], eid: str) -> Iterator[PrintedLine]:
    before: Counter[BlockKind] = Counter()
    for block in blocks:
        for words in _lines((Words(block.text, eid, before[block.kind]),)):
            yield PrintedLine(block.kind, words=words)
        before[block.kind] += len(block.text)


def _provisions(provisions: Sequence[Placed]) -> Iterator[PrintedLine]:
    for provision in provisions:
        yield from _provision(provision)


def _provision(placed: Placed) -> Iterator[PrintedLine]:
    provision = placed.provision
    words, first = _first_words(placed)
    if provision.label or any(part.text for part in words):
        label = provision.label
        for line in _lines(words):
            yield PrintedLine(provision.level, label, line)
            label = ""
    if provision.table is not None:
        start = len(provision.heading) + len(provision.text)
        table = Words(provision.table.text, placed.eid, start)
        yield PrintedLine(provision.level, words=(table,), table=provision.table)
    children = placed.children
    if first is not None:
        yield from _provisions(first.children)
        yield from _closing(first)
        children = children[1:]
    yield from _provisions(children)
    yield from _closing(placed)


def _first_words(placed: Placed) -> tuple[tuple[Words, ...], Placed | None]:
    """Return the words on the line of the number, and the 款 that they begin, if they do."""
    provision = placed.provision
    heading = Words(provision.heading, placed.eid, 0)
    if provision.text or provision.table or provision.level in CONTAINERS:
        return (heading, Words(provision.text, placed.eid, len(heading.text))), None
    first = placed.children[0] if placed.children else None
    if first is not None and _is_plain(first) and _runs_in(heading.text, first.provision.text):
        return (heading, Words(first.provision.text, first.eid, 0)), first
    return (heading,), None


def _runs_in(heading: str, words: str) -> bool:
    """Tell whether *words* stand on the line of *heading*, as in 规划先行。先规划后建设。 they do.

    Behind 。 they are a sentence, else the heading stood on a line of its own.
    """
    if not heading.endswith("。"):
        return not heading or heading.endswith("】")
    return words.rstrip("”’）)》】")[-1:] in tuple("。；：！？…:;?!.")


def _is_plain(placed: Placed) -> bool:
    """Tell whether *placed* is a 款 of words alone."""
    provision = placed.provision
    numbered = provision.label or provision.heading or provision.table
    return provision.level is Level.PARAGRAPH and provision.text != "" and not numbered


def _closing(placed: Placed) -> Iterator[PrintedLine]:
    provision = placed.provision
    if provision.closing:
        table = provision.table.text if provision.table else ""
        start = len(provision.heading) + len(provision.text) + len(table)
        for words in _lines((Words(provision.closing, placed.eid, start),)):
            yield PrintedLine(Level.PARAGRAPH, words=words)


def _lines(words: tuple[Words, ...]) -> Iterator[tuple[Words, ...]]:
    """Cut *words* where a line ends inside them."""
    line: list[Words] = []
    for part in words:
        start = part.start
        for number, text in enumerate(part.text.split("\n")):
            if number:
                yield tuple(line)
                line = []
            if text:
                line.append(Words(text, part.eid, start))
            start += len(text) + 1
    yield tuple(line)
