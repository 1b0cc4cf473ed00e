"""What each report says of a comparison, in one form: which articles became which, and how.

A fact is what happened and the labels of the articles before and after. The reports are
read as a program would read them that knows nothing of how they are made.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import lxml.html
from lxml import etree

from gazette_diff.core.changes import ChangeSet, ProvisionRef
from gazette_diff.report.kinds import Kind
from gazette_diff.report.wording import KINDS, label
from tests.support.markdown import cells, words

OWN = "{urn:gazette-diff:1}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BY_WORD = {word.zh: str(kind) for kind, word in KINDS.items()}
_BY_LETTER = {"A": "added", "D": "deleted", "M": "amended", "S": "split", "J": "merged"}
_BY_LETTER |= {"X": "regrouped", " ": "unchanged", "R100": "unchanged"}


class Fact(NamedTuple):
    """What became of which articles: ``kind`` in English, the labels as reports give them."""

    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def _kind(relation: str, old: Iterable[Any], new: Iterable[Any]) -> str:
    several = len(list(old)) > 1 and len(list(new)) > 1
    return str(Kind.REGROUPED) if several else relation


def in_json(data: dict[str, Any]) -> Iterator[Fact]:
    """Yield the facts in the JSON contract."""
    for change in data["changes"]:
        sides = [
            tuple(label(ProvisionRef(ref["eid"], ref["label"])) for ref in change[side])
            for side in ("old", "new")
        ]
        yield Fact(_kind(change["relation"], *sides), sides[0], sides[1])


def in_html(root: lxml.html.HtmlElement) -> Iterator[Fact]:
    """Yield the facts on the HTML page."""
    for card in root.cssselect("article.card"):
        sides = [
            tuple(name.split("、"))
            for side in ("old", "new")
            for head in card.cssselect(f"thead th.{side}")
            for name in ["".join(s.text_content() for s in head.cssselect("span"))]
        ]
        old, new = (side if side != ("",) else () for side in sides)
        yield Fact(card.get("data-relation", ""), old, new)


def in_xml(data: bytes, changes: ChangeSet) -> Iterator[Fact]:
    """Yield the facts in the Akoma Ntoso file; the labels of its eIds are those of *changes*."""
    names = {
        side: {ref.eid: label(ref) for c in changes.changes for ref in getattr(c, side)}
        for side in ("old", "new")
    }
    for change in etree.fromstring(data).iter(f"{OWN}change"):
        old, new = (
            tuple(names[side][eid] for eid in change.get(side, "").split())
            for side in ("old", "new")
        )
        yield Fact(_kind(change.get("relation", ""), old, new), old, new)


def in_status(text: str) -> Iterator[Fact]:
    """Yield the facts in ``--name-status``."""
    for line in text.splitlines():
        letter, *columns = line.split("\t")
        letter = letter.rstrip("?!")  # doubtful, or corrected by hand
        kind = _BY_LETTER.get(letter) or "amended"  # R and less than 100
        sides = [tuple(column.split(",")) for column in columns]
        if len(sides) == 1:
            sides = [() if kind == "added" else sides[0], () if kind == "deleted" else sides[0]]
        yield Fact(kind, sides[0], sides[1])


def in_terminal(text: str) -> dict[str, int]:
    """Return how often the terminal report says that each kind of change occurs."""
    (line,) = re.findall(r"^修改 \d+ .*$", text, re.M)
    counts = (pair.split(" ") for pair in re.findall(r"\S+ \d+", line))
    return {_BY_WORD[name]: int(number) for name, number in counts if name in _BY_WORD}


class Article(NamedTuple):
    """A row of the Markdown table: both cells without marks, and what is said of it."""

    old: str
    new: str
    kind: str


def in_markdown(markdown: str) -> Iterator[Article]:
    """Yield the rows of the articles in the Markdown table, all written in full."""
    chapters = re.split(r"^## (?!条文以外|分章统计|提示).*$", markdown, flags=re.M)[1:]
    text = re.split(r"^## 提示$", "\n\n".join(chapters), flags=re.M)[0]
    for old, new, remark in cells(text):
        said = words(remark)
        if said == "说明":
            continue
        yield Article(words(old, "ins"), words(new, "del"), _BY_WORD[re.split("[\n；]", said)[0]])


def in_docx(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield both texts of every row of the Word table, without spaces and line breaks."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    table = root.find(f".//{WORD}tbl")
    assert table is not None
    for row in table.findall(f"{WORD}tr"):
        old, new, _ = (
            "".join("".join(t.text or "" for t in cell.iter(f"{WORD}t")).split())
            for cell in row.findall(f"{WORD}tc")
        )
        yield old, new
