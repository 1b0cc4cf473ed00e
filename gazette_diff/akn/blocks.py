"""What stands around the body: notice, title, 题注, contents, preamble, signature (section 4).

Every block is one element with its words. Blocks of the same sort that follow one another
share a container, so that the order of the blocks is the order of the elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from gazette_diff.akn.dates import written_days
from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.navigation import inside
from gazette_diff.akn.vocabulary import CLASSES, KINDS, akn, local_name
from gazette_diff.akn.words import text_of, words
from gazette_diff.core.places import Placed, walk_places
from gazette_diff.core.tree import CONTAINERS, Block, BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

_NOTICE = "promulgationNotice"
_IN_NOTICE = frozenset(
    {
        BlockKind.NOTICE_TITLE,
        BlockKind.DOCUMENT_NUMBER,
        BlockKind.ADDRESSEE,
        BlockKind.NOTICE_TEXT,
        BlockKind.SIGNATURE,
        BlockKind.DATE,
    }
)
_ONLY_IN_NOTICE = frozenset({BlockKind.NOTICE_TITLE, BlockKind.ADDRESSEE, BlockKind.NOTICE_TEXT})
# The container of each other kind that has one.
_CONTAINERS = {
    BlockKind.ADOPTION_NOTE: "adoptionNote",
    BlockKind.PREAMBLE: "preamble",
    BlockKind.EDITOR_NOTE: "editorNote",
    BlockKind.GAZETTE: "gazette",
}
_KIND_OF_CONTAINER = {name: kind for kind, name in _CONTAINERS.items()}
_DOCUMENT_TYPE = re.compile(r"(?:通知|通告|公告|命令|令|决定|决议|函)\Z")
_SPACE = re.compile(r"\s+")


def preface_elements(
    blocks: Sequence[Block], issuers: Sequence[str], body: tuple[Placed, ...]
) -> tuple[Element | None, Element | None]:
    """Return ``preface`` and ``preamble`` for *blocks*, None for what is empty.

    The preamble are the blocks of that kind at the very end; *issuers* are marked up where
    a title begins with one, and the contents point to the chapters of *body*.
    """
    end = len(blocks)
    while end and blocks[end - 1].kind is BlockKind.PREAMBLE:
        end -= 1
    groups = _Groups(issuers, _targets(body) if _has_contents(blocks) else {})
    parts = list(groups.elements(blocks[:end]))
    preamble = [_p(block, issuers) for block in blocks[end:]]
    return (
        element("preface", None, *parts) if parts else None,
        element("preamble", None, *preamble) if preamble else None,
    )


def conclusions_element(blocks: Sequence[Block], issuers: Sequence[str]) -> Element | None:
    """Return ``conclusions`` for *blocks*, None without any."""
    if not blocks:
        return None
    return element(
        "conclusions",
        None,
        *(_p(block, issuers, {"class": CLASSES.get(block.kind)}) for block in blocks),
    )


def _has_contents(blocks: Sequence[Block]) -> bool:
    return any(block.kind is BlockKind.CONTENTS for block in blocks)


def _targets(body: tuple[Placed, ...]) -> dict[str, tuple[str, int]]:
    """Return the eId and depth of each container, by its heading as a contents list has it."""
    return {
        _SPACE.sub("", placed.provision.label + placed.provision.heading): (
            placed.eid,
            len(placed.ancestors) + 1,
        )
        for placed in walk_places(body)
        if placed.provision.level in CONTAINERS
    }


class _Groups:
    """Writes the groups of blocks of one preface and counts them for their eIds."""

    def __init__(self, issuers: Sequence[str], targets: Mapping[str, tuple[str, int]]) -> None:
        self.issuers = issuers
        self.targets = targets
        self.given: dict[str, int] = {}

    def elements(self, blocks: Sequence[Block]) -> Iterator[Element]:
        for kind, group in groupby(blocks, _group):
            yield from self._group(kind, list(group))

    def _group(self, kind: BlockKind, group: list[Block]) -> Iterator[Element]:
        if kind is BlockKind.TITLE:
            yield element(
                "longTitle",
                {"eId": self._singular("preface__longTitle")},
                *(_p(block, self.issuers) for block in group),
            )
        elif kind is BlockKind.CONTENTS:
            yield element(
                "toc",
                {"eId": self._singular("preface__toc")},
                *(self._contents_line(block) for block in group),
            )
        elif kind in _CONTAINERS:
            yield self._container(_CONTAINERS[kind], group, with_class=False)
        elif any(block.kind in _ONLY_IN_NOTICE for block in group):
            yield self._container(_NOTICE, group, with_class=True)
        else:
            # A number or date under the title belongs to no notice.
            yield from (_p(b, self.issuers, {"class": CLASSES.get(b.kind)}) for b in group)

    def _container(self, name: str, group: list[Block], *, with_class: bool) -> Element:
        eid = f"preface__container_{self._count('container')}"
        return element(
            "container",
            {"eId": eid, "name": name},
            *(
                _p(
                    block,
                    self.issuers,
                    {
                        "eId": f"{eid}__p_{number}",
                        "class": CLASSES.get(block.kind) if with_class else None,
                    },
                )
                for number, block in enumerate(group, 1)
            ),
        )

    def _contents_line(self, block: Block) -> Element:
        # 目录 itself, and lines that name no chapter, lead nowhere.
        eid, depth = self.targets.get(_SPACE.sub("", block.text), ("", 1))
        return element("tocItem", {"href": f"#{eid}", "level": str(depth)}, *words(block.text))

    def _count(self, name: str) -> int:
        self.given[name] = self.given.get(name, 0) + 1
        return self.given[name]

    def _singular(self, eid: str) -> str:
        count = self._count(eid)
        return eid if count == 1 else f"{eid}_inst{count}"


def _group(block: Block) -> BlockKind:
    """Return the kind that stands for the group of *block*; all parts of a notice are one."""
    return BlockKind.NOTICE_TEXT if block.kind in _IN_NOTICE else block.kind


def _p(
    block: Block, issuers: Sequence[str], attributes: Mapping[str, str | None] | None = None
) -> Element:
    return element("p", attributes, *_marked_up(block, issuers))


def _marked_up(block: Block, issuers: Sequence[str]) -> tuple[Element | str, ...]:
    """Return the words of *block*, the telling ones in elements of their own."""
    text = block.text
    match block.kind:
        case BlockKind.TITLE:
            return (element("docTitle", None, *words(text)),)
        case BlockKind.DOCUMENT_NUMBER:
            return (element("docNumber", None, *words(text)),)
        case BlockKind.SIGNATURE:
            return (element("signature", None, *words(text)),)
        case BlockKind.NOTICE_TITLE:
            return _notice_title(text, issuers)
        case BlockKind.DATE | BlockKind.ADOPTION_NOTE:
            return _with_days(text)
        case _:
            return words(text)


def _notice_title(text: str, issuers: Sequence[str]) -> tuple[Element | str, ...]:
    authority = next((name for name in issuers if name and text.startswith(name)), "")
    found = _DOCUMENT_TYPE.search(text, len(authority))
    end = found.start() if found else len(text)
    parts: list[Element | str] = []
    if authority:
        parts.append(element("docAuthority", None, *words(authority)))
    parts += words(text[len(authority) : end])
    if found:
        parts.append(element("docType", None, found[0]))
    return tuple(parts)


def _with_days(text: str) -> tuple[Element | str, ...]:
    parts: list[Element | str] = []
    done = 0
    for start, end, day in written_days(text):
        parts += words(text[done:start])
        parts.append(element("docDate", {"date": day.isoformat()}, *words(text[start:end])))
        done = end
    return (*parts, *words(text[done:]))


def read_preface(act: XmlElement) -> tuple[Block, ...]:
    """Return the blocks of the ``preface`` and ``preamble`` of *act*.

    A contents list that an editor derived (``status="editorial"``) is no part of the text.
    """
    return tuple(
        block
        for part in inside(act)
        if local_name(part) in {"preface", "preamble"}
        for block in _read_part(part)
    )


def _read_part(part: XmlElement) -> Iterator[Block]:
    if local_name(part) == "preamble":
        yield from (Block(BlockKind.PREAMBLE, text_of(p)) for p in part.iter(akn("p")))
        return
    for node in inside(part):
        yield from _read_group(node)


def _read_group(node: XmlElement) -> Iterator[Block]:
    name = local_name(node)
    if name == "toc":
        if node.get("status") != "editorial":
            yield from (Block(BlockKind.CONTENTS, text_of(item)) for item in inside(node))
    elif name == "longTitle":
        yield from (Block(BlockKind.TITLE, text_of(p)) for p in inside(node))
    elif name == "container":
        kind = _KIND_OF_CONTAINER.get(node.get("name", ""))
        for p in inside(node):
            yield Block(kind, text_of(p)) if kind else read_block(p)
    else:
        yield read_block(node)


def read_conclusions(act: XmlElement) -> tuple[Block, ...]:
    """Return the blocks of the ``conclusions`` of *act*."""
    return tuple(
        read_block(p)
        for part in inside(act)
        if local_name(part) == "conclusions"
        for p in inside(part)
    )


def read_block(node: XmlElement) -> Block:
    """Return the block that the ``p`` *node* is: by its class, else by the element inside."""
    kind = KINDS.get(node.get("class", ""))
    if kind is None:
        inner = {local_name(part) for part in node}
        kind = next((k for name, k in _TELLING.items() if name in inner), BlockKind.NOTICE_TEXT)
    return Block(kind, text_of(node))


# For files from elsewhere, which may mark the words but not the paragraph.
_TELLING = {
    "docTitle": BlockKind.TITLE,
    "docNumber": BlockKind.DOCUMENT_NUMBER,
    "signature": BlockKind.SIGNATURE,
    "docDate": BlockKind.DATE,
}
