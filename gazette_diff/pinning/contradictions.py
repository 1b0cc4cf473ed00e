"""Whether corrections agree with each other.

A pin says all there is to say of what stands alone on its side: ``31=38`` what became of 31 and
where 38 came from; ``28=35,38`` what became of 28; ``28,29=38`` where 38 came from. The last
two hold together: a split whose second half was merged with another article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gazette_diff.core.errors import InvalidPinError
from gazette_diff.core.language import Bilingual
from gazette_diff.pinning.fitting import Fitted, Place

_CONTRADICT = Bilingual("与 {other} 矛盾", "contradicts {other}")
_BOTH = Bilingual("如果都对，请写作 --pin {pin}", "if both hold, write --pin {pin}")
_ONE = Bilingual("请去掉其中一个", "leave out one of them")


class _Statement(NamedTuple):
    """All that an article became, or all that it came from."""

    side: int  # 0 for an old article, 1 for a new one
    article: Place
    others: tuple[Place, ...]


def check_agreement(pins: Sequence[Fitted], file: str = "") -> None:
    """Make sure that no two of *pins*, which stand in *file*, contradict each other.

    Raises:
        InvalidPinError: two do; the message names both, and how to write that both hold.
    """
    for number, pin in enumerate(pins):
        for other in pins[:number]:
            if contradict(pin, other):
                raise InvalidPinError(
                    _CONTRADICT.fill(other=other.pin.typed),
                    where=f"{file}: {pin.pin.typed}" if file else pin.pin.typed,
                    mend=_mend(other, pin),
                )


def contradict(one: Fitted, other: Fitted) -> bool:
    """Tell whether *one* and *other* cannot both hold."""
    if one.pin.linked != other.pin.linked:
        return not one.links.isdisjoint(other.links)
    if not one.pin.linked:
        return False
    return any(True for _ in (*_denied(one, other), *_denied(other, one)))


def _denied(one: Fitted, other: Fitted) -> Iterator[_Statement]:
    """Yield what *one* says of articles of which *other* says more, both taken together."""
    for side, article, others in _statements(one):
        here, there = (other.old, other.new)[:: -1 if side else 1]
        if article not in here:
            continue
        if set(there) - set(others) or bool(there) != bool(others):
            yield _Statement(side, article, _once((others, there)))


def _statements(pin: Fitted) -> Iterator[_Statement]:
    for side, (here, there) in enumerate(((pin.old, pin.new), (pin.new, pin.old))):
        if len(here) == 1 or len(there) != 1:
            yield from (_Statement(side, article, there) for article in here)


def _mend(one: Fitted, other: Fitted) -> Bilingual:
    """Return how to write that both hold, where a split or a merger would make that possible."""
    for pin, more in ((one, other), (other, one)):
        if pin.pin.linked and more.pin.linked and pin.links and more.links:
            for side, article, others in _denied(pin, more):
                names = [article.name, "、".join(place.name for place in others)]
                return _BOTH.fill(pin="=".join(names[::-1] if side else names))
    return _ONE


def _once(lists: Iterable[tuple[Place, ...]]) -> tuple[Place, ...]:
    places = {place for places in lists for place in places}
    return tuple(sorted(places, key=lambda place: place.number))
