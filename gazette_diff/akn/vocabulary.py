"""The names this package shares with Akoma Ntoso 3.0 (OASIS, AKN-Core 1.0, part 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.tree import BlockKind, Level

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

AKN_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: For what Akoma Ntoso has no word for; foreign attributes are allowed on every element.
OWN_NAMESPACE = "urn:gazette-diff:1"
OWN_PREFIX = "lx"

#: The element of each level. All of them may stand in one another (hierElements).
ELEMENTS = {
    Level.PART: "book",
    Level.SUBPART: "part",
    Level.CHAPTER: "chapter",
    Level.SECTION: "section",
    Level.ARTICLE: "article",
    Level.PARAGRAPH: "paragraph",
    Level.ITEM: "point",
    Level.SUBITEM: "indent",
    Level.OUTLINE: "level",
}
LEVELS = {name: level for level, name in ELEMENTS.items()}

#: Levels whose words always stand in paragraphs of their own (core.tree.Provision).
LEVELS_OF_PARAGRAPHS = frozenset({Level.ARTICLE, Level.OUTLINE})

#: ``p/@class`` of each kind of block. The text of a notice is a plain ``p``.
CLASSES = {
    BlockKind.NOTICE_TITLE: "title",
    BlockKind.DOCUMENT_NUMBER: "docNumber",
    BlockKind.ADDRESSEE: "addressee",
    BlockKind.SIGNATURE: "signature",
    BlockKind.DATE: "date",
    BlockKind.TITLE: "docTitle",
    BlockKind.ADOPTION_NOTE: "adoptionNote",
    BlockKind.CONTENTS: "contents",
    BlockKind.PREAMBLE: "preamble",
    BlockKind.EDITOR_NOTE: "editorNote",
    BlockKind.GAZETTE: "gazette",
}
KINDS = {name: kind for kind, name in CLASSES.items()}

#: An element that holds the place of a body without provisions; the schema wants one.
EMPTY_BODY = "empty"


def akn(name: str) -> str:
    """Return the Akoma Ntoso *name* as lxml writes it."""
    return f"{{{AKN_NAMESPACE}}}{name}"


def local_name(node: XmlElement) -> str:
    """Return the name of *node* without its namespace."""
    return str(node.tag).rpartition("}")[2]


def own(name: str) -> str:
    """Return the *name* of an attribute or element of ours as lxml writes it."""
    return f"{{{OWN_NAMESPACE}}}{name}"
