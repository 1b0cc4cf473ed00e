"""The labels of 款, 项 and 目 within an article, told from their eIds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.core.changes import Part, ProvisionRef, RowRef
from gazette_diff.core.language import Bilingual
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import BlockKind
from gazette_diff.report.wording import BLOCKS, CONTINUED, HEADING, OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTHING = Bilingual("", "")
# The last step of an eId within an article: para_2, point_3-1, indent_1, level_4, para_2_inst2.
_STEP = re.compile(r"(?P<token>[a-z]+)_(?P<base>\d+)(?:-(?P<branch>\d+))?(?:_inst\d+)?")


@dataclass(frozen=True, slots=True)
class Side:
    """Where the words of one side of a row stand.

    ``label`` is short (第二款, （三）; empty for the sole 款 of an article), ``full`` names
    the 款 around an item too (第二款（三）). ``article`` is the article around it, None
    outside the articles. ``ref`` is what the row says of its place.
    """

    eid: str
    label: Bilingual
    full: Bilingual
    article: ProvisionRef | None
    ref: RowRef

    @property
    def inner(self) -> str:
        """The eId within the article: ``para_2__point_3``."""
        return self.eid if self.article is None else self.eid[len(self.article.eid) + 2 :]

    @property
    def step(self) -> str:
        """The last step of the eId: ``point_3``."""
        return self.eid.rpartition("__")[2]


class SideLabels:
    """Labels for the rows of one side of one change, asked for in the order of the rows."""

    def __init__(self, articles: Iterable[ProvisionRef], refs: Iterable[RowRef | None]) -> None:
        """Take the *articles* of the side and the *refs* of all its rows."""
        self._articles = {article.eid: article for article in articles}
        self._printed = {ref.eid: ref.label for ref in refs if ref is not None}
        self._paragraphs = _paragraphs_of(self._printed)
        self._seen: set[str] = set()

    def side(self, ref: RowRef) -> Side:
        """Return the side for *ref*; a provision that was named before is marked as continued."""
        article = self._article_of(ref.eid)
        label, full = self._label(ref, article)
        if ref.eid in self._seen and article is not None and ref.eid != article.eid:
            label, full = _continued(label), _continued(full)
        self._seen.add(ref.eid)
        return Side(ref.eid, label, full, article, ref)

    def _article_of(self, eid: str) -> ProvisionRef | None:
        """Return the article (or innermost outline level of the change) that holds *eid*."""
        while eid:
            if eid in self._articles:
                return self._articles[eid]
            eid = eid.rpartition("__")[0]
        return None

    def _label(self, ref: RowRef, article: ProvisionRef | None) -> tuple[Bilingual, Bilingual]:
        """Return the short and the full label of the provision *ref*."""
        eid = ref.eid
        if isinstance(ref.part, BlockKind):
            return BLOCKS[ref.part], BLOCKS[ref.part]
        if article is None:
            return self._outside(eid), self._around(eid)
        if eid == article.eid:
            words = _NOTHING if not article.label and ref.part is Part.TEXT else HEADING
            return words, words
        inner = eid[len(article.eid) + 2 :].split("__")
        stem, steps = article.eid, []
        for step in inner:
            parent, stem = stem, f"{stem}__{step}"
            steps.append(self._step(stem, parent, step))
        english = " ".join(step.en for step in steps if step.en)
        return steps[-1], Bilingual("".join(step.zh for step in steps), english)

    def _outside(self, eid: str) -> Bilingual:
        """Return the label of what stands outside the articles: as printed, else its place."""
        if printed := self._printed.get(eid, ""):
            return Bilingual(printed, printed)
        return OUTSIDE.get(eid, _NOTHING)

    def _around(self, eid: str) -> Bilingual:
        """Return the label outside the articles with those around it: 第二章第一节."""
        steps = eid.split("__")
        eids = ["__".join(steps[:count]) for count in range(1, len(steps) + 1)]
        labels = [self._outside(one) for one in eids if one in self._printed]
        return Bilingual("".join(one.zh for one in labels), " ".join(one.en for one in labels))

    def _step(self, eid: str, parent: str, step: str) -> Bilingual:
        """Return the label of one step of an eId: as printed, else from the number in it."""
        if printed := self._printed.get(eid, ""):
            return Bilingual(printed, printed)
        found = _STEP.fullmatch(step)
        if found is None:
            return Bilingual(step, step)
        number = Ordinal(int(found["base"]), int(found["branch"] or 0))
        match found["token"]:
            case "para":
                if len(self._paragraphs.get(parent, ())) <= 1:
                    return _NOTHING
                unit = "款" if parent.rpartition("__")[2].startswith("art_") else "段"
                return Bilingual(number.counted(unit), f"para. {number}")
            case "point":
                mark = f"（{number.chinese}）"
            case _:
                mark = f"{number}."
        return Bilingual(mark, mark)


def natural_order(eid: str) -> tuple[bool, tuple[int, ...]]:
    """Return a key that sorts the eIds of articles in the order of their numbers.

    Articles of attachments come after those of the body; 第二十条之一 after 第二十条.
    """
    return eid.startswith("att_"), tuple(int(n) for n in re.findall(r"\d+", eid))


def _paragraphs_of(eids: Iterable[str]) -> dict[str, set[str]]:
    """Return the 款 that occur under each provision, told from the eIds below them too."""
    found: dict[str, set[str]] = {}
    for eid in eids:
        while eid:
            parent, _, step = eid.rpartition("__")
            if step.startswith("para_"):
                found.setdefault(parent, set()).add(eid)
            eid = parent
    return found


def _continued(label: Bilingual) -> Bilingual:
    return Bilingual(label.zh + CONTINUED.zh, (label.en + CONTINUED.en).strip())
