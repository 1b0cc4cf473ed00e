"""eIds: the stable name of every provision in a version (Akoma Ntoso NC 1.0, STOP).

An article is numbered through the regulation, so its eId carries no chapter and survives
a move; where the numbers restart in each chapter, it carries the chapter. Numbers printed
twice get ``_inst2``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gazette_diff.core.numerals import NUMBER_CHARACTERS
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import CONTAINERS, Level, Provision, Regulation

#: What eIds call the levels.
EID_WORDS = {
    Level.PART: "book",
    Level.SUBPART: "part",
    Level.CHAPTER: "chp",
    Level.SECTION: "sec",
    Level.ARTICLE: "art",
    Level.PARAGRAPH: "para",
    Level.ITEM: "point",
    Level.SUBITEM: "indent",
    Level.OUTLINE: "level",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A provision in its place: its eId, the provisions around it (outermost first), inside it."""

    eid: str
    provision: Provision
    ancestors: tuple[Provision, ...]
    children: tuple[Placed, ...]

    def walk(self) -> Iterator[Placed]:
        """Yield this place and all inside it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def path(self) -> tuple[str, ...]:
        """The containers around the provision as printed: (第二章 法律, 第一节 立法权限)."""
        return tuple(
            headed(p.label, p.heading)
            for p in self.ancestors
            if p.level in CONTAINERS or p.level is Level.OUTLINE
        )


def headed(label: str, heading: str) -> str:
    """Join a number and its heading: 第二章 法律, but 三、诉讼参加人 behind a mark."""
    parted = label and heading and label[-1].isalnum()
    return f"{label} {heading}" if parted else label + heading


def number_and_words(part: str) -> tuple[str, str]:
    """Cut a part of a path after its number: 第二章 and 法律, 三、 and 诉讼参加人."""
    if found := re.match(rf"[（(〔]?[{NUMBER_CHARACTERS}]+[、.．）)〕]", part):
        return found[0], part[found.end() :]
    number, _, words = part.partition(" ")
    return number, words


def place(body: tuple[Provision, ...], prefix: str = "") -> tuple[Placed, ...]:
    """Return *body* with eIds; *prefix* (``att_1``) is for the body of an attachment."""
    return _Placer(body).place_all(body, prefix, prefix, ())


def place_regulation(regulation: Regulation) -> tuple[Placed, ...]:
    """Return the body and then the attachments' bodies of *regulation* with their eIds."""
    placed = place(regulation.body)
    for number, attachment in enumerate(regulation.attachments, 1):
        placed += place(attachment.body, f"att_{number}")
    return placed


def walk_places(placed: tuple[Placed, ...]) -> Iterator[Placed]:
    """Yield all places in *placed*, in the order of the text."""
    for one in placed:
        yield from one.walk()


def article_of(eid: str) -> str:
    """Return the eId of the article or level that *eid* stands in: the longest ``…art_N``."""
    parts = eid.split("__")
    for index in range(len(parts) - 1, -1, -1):
        if parts[index].startswith(("art_", "level_")):
            return "__".join(parts[: index + 1])
    return eid


class _Placer:
    """Gives out eIds within one body; remembers which were given, to tell repeats apart."""

    def __init__(self, body: tuple[Provision, ...]) -> None:
        self.given: Counter[str] = Counter()
        self.restarts = _articles_restart(body)

    def place_all(
        self,
        provisions: tuple[Provision, ...],
        prefix: str,
        article_prefix: str,
        ancestors: tuple[Provision, ...],
    ) -> tuple[Placed, ...]:
        counts: Counter[Level] = Counter()
        placed = []
        for provision in provisions:
            counts[provision.level] += 1
            number = provision.ordinal or Ordinal(counts[provision.level])
            is_article = provision.level is Level.ARTICLE
            base = article_prefix if is_article and not self.restarts else prefix
            eid = self._unique("__".join(filter(None, (base, _token(provision.level, number)))))
            children = self.place_all(
                provision.children, eid, article_prefix, (*ancestors, provision)
            )
            placed.append(Placed(eid, provision, ancestors, children))
        return tuple(placed)

    def _unique(self, eid: str) -> str:
        self.given[eid] += 1
        count = self.given[eid]
        return eid if count == 1 else f"{eid}_inst{count}"


def _token(level: Level, number: Ordinal) -> str:
    return f"{EID_WORDS[level]}_{number}"


def _articles_restart(body: tuple[Provision, ...]) -> bool:
    """Tell whether articles are counted anew in each container: 一 stands in several of them."""
    firsts = 0
    for provision in body:
        for inner in provision.walk():
            ordinals = [c.ordinal for c in inner.children if c.level is Level.ARTICLE]
            firsts += ordinals[:1] == [Ordinal(1)]
    return firsts > 1
