"""From the words of a correction to the articles it names in both texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.citation import Resolved, Scopes, gather, parse_citation
from gazette_diff.comparing.units import skeleton_of
from gazette_diff.core.errors import GazetteDiffError, InvalidPinError
from gazette_diff.core.language import Bilingual
from gazette_diff.pinning.identity import fingerprint
from gazette_diff.pinning.pin import Pin

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation

_BEFORE = Bilingual("修订前：{what}", "before: {what}")
_AFTER = Bilingual("修订后：{what}", "after: {what}")
_NO_ARTICLE = Bilingual(
    "{name}不是一条，只能更正整条（或者提纲中有正文的层次）的对应关系",
    "{name} is no article; corrections are made to whole articles (or outline levels with words)",
)


# 5-7=8-10 may mean three pairs or nine.
_MANY = Bilingual("等号两边都有多条，含义不明", "several on both sides: unclear which is which")
_ONE_BY_ONE = Bilingual(
    "请逐条写明去向：--pin 5=8 --pin 6=9；拆分后又合并的写作 --pin 5=7,8 --pin 5,6=8",
    "say of each what became of it: --pin 5=8 --pin 6=9; of a split with a merger in it "
    "--pin 5=7,8 --pin 5,6=8",
)


class Place(NamedTuple):
    """An article that a pin names: its eId, how it is cited, the fingerprint of its words.

    ``number`` counts what can be pinned through the text.
    """

    number: int
    eid: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """A pin and the articles of both texts that it names."""

    pin: Pin
    old: tuple[Place, ...]
    new: tuple[Place, ...]

    @property
    def links(self) -> frozenset[tuple[str, str]]:
        """The pairs of eIds that it speaks of: each old article with each new one."""
        return frozenset((one.eid, other.eid) for one in self.old for other in self.new)

    @property
    def words(self) -> tuple[str, ...]:
        """The fingerprints of all articles named, the old ones first."""
        return tuple(place.words for place in (*self.old, *self.new))

    @property
    def kept(self) -> Pin:
        """The pin as a file keeps it: full citations, and the fingerprints of their words."""
        return Pin(_names(self.old), _names(self.new), self.pin.linked, self.words)


class Side:
    """One version, made ready for many pins."""

    def __init__(self, regulation: Regulation) -> None:
        """Find the articles of *regulation*, and what else can be pinned."""
        self._scopes = Scopes(regulation)
        units = skeleton_of(regulation).units
        self._units = {unit.ref.eid: (n, unit) for n, unit in enumerate(units)}

    def find(self, words: str) -> tuple[Place, ...]:
        """Return the articles that *words* name: 28, 35,38, 第五条至第七条, 一、（二）.

        Raises:
            GazetteDiffError: there is none of that name, or it is no article.
        """
        if not words:
            return ()
        return tuple(map(self._place, gather(self._scopes, parse_citation(words)).provisions))

    def _place(self, found: Resolved) -> Place:
        again = self._again(found)
        if found.eid not in self._units and again is not None:
            # The sole 款 of an article is cited as the article.
            found = again
        if found.eid not in self._units:
            raise InvalidPinError(_NO_ARTICLE.fill(name=found.words))
        number, unit = self._units[found.eid]
        # A name that means another one, or none, is no name.
        name = found.words if again is not None and again.eid == found.eid else found.eid
        return Place(number, found.eid, name, fingerprint([unit.text]))

    def _again(self, found: Resolved) -> Resolved | None:
        """Return what the citation of *found* names."""
        try:
            return gather(self._scopes, parse_citation(found.words)).single
        except GazetteDiffError:
            return None


def fit(pin: Pin, old: Side, new: Side) -> Fitted:
    """Return *pin* with the articles it names.

    Raises:
        InvalidPinError: it names something that is not there, or no article.
    """
    places = []
    for side, words, where in ((old, pin.old, _BEFORE), (new, pin.new, _AFTER)):
        try:
            places.append(side.find(words))
        except GazetteDiffError as error:
            what = where.fill(what=error.what)
            raise InvalidPinError(what, where=pin.typed, mend=error.mend) from error
    if pin.linked and min(map(len, places)) > 1:
        raise InvalidPinError(_MANY, where=pin.typed, mend=_ONE_BY_ONE)
    return Fitted(pin, places[0], places[1])


def _names(places: tuple[Place, ...]) -> str:
    return "、".join(place.name for place in places)
