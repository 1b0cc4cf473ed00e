"""What holds in the end: what was typed, and what was kept and still fits the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.errors import InvalidPinError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.pins import NO_PINS, Pins
from gazette_diff.pinning.contradictions import check_agreement, contradict
from gazette_diff.pinning.fitting import Fitted, Side, fit
from gazette_diff.pinning.kept import Kept, kept_for
from gazette_diff.pinning.pin import Pin

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation
    from gazette_diff.pinning.identity import TextIdentity
    from gazette_diff.pinning.kept import Comparison


class Overruled(NamedTuple):
    """A correction that was kept, and the one typed that takes its place.

    ``again`` says that both say the same.
    """

    kept: Kept
    typed: Pin
    again: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """All corrections that hold for two texts, ready for the comparison.

    ``typed`` and ``used`` are those typed and those kept that fit; ``overruled`` those kept
    that what was typed speaks against; ``diagnostics`` tell which of those kept no longer fit
    the texts.
    """

    pins: Pins = NO_PINS
    typed: tuple[Fitted, ...] = ()
    used: tuple[Kept, ...] = ()
    overruled: tuple[Overruled, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def settle(
    old: Regulation,
    new: Regulation,
    typed: Iterable[Pin],
    kept: Iterable[Kept] = (),
    *,
    file: str = "",
) -> Settled:
    """Find the articles of *old* and *new* that all pins name, and make sure that they agree.

    What is *typed* takes the place of what was *kept* where both cannot hold. Of the latter
    those that name what is no longer there, or words that have changed since, are left out
    and told. *file* is what keeps them, for messages.

    Raises:
        InvalidPinError: something typed names no article, or pins contradict each other.
    """
    sides = Side(old), Side(new)
    fresh = tuple(fit(pin, *sides) for pin in typed)
    check_agreement(fresh)
    fitting: list[tuple[Kept, Fitted]] = []
    overruled: list[Overruled] = []
    misfits: list[Diagnostic] = []
    for one in kept:
        found = _fit_kept(one.pin, sides)
        if isinstance(found, Diagnostic):
            misfits.append(found)
        elif (against := _first_against(found, fresh)) is not None:
            overruled.append(Overruled(one, against.pin, again=_same(found, against)))
        elif found.pin.words and not _still_says(found):
            misfits.append(_changed(found))
        else:
            fitting.append((one, found))
    holding = [*(found for _, found in fitting), *fresh]
    check_agreement(holding, file)
    return Settled(
        _pins(holding), fresh, tuple(one for one, _ in fitting), tuple(overruled), tuple(misfits)
    )


def settle_with(
    old: Regulation,
    new: Regulation,
    typed: Iterable[Pin],
    comparisons: Sequence[Comparison],
    identities: tuple[TextIdentity, TextIdentity],
    file: str,
) -> Settled:
    """Do what :func:`settle` does, with what the *comparisons* of *file* keep for these texts.

    Raises:
        InvalidPinError: as :func:`settle`.
    """
    fitting, strange = kept_for(comparisons, *identities)
    kept = [one for each in fitting for one in each.kept]
    settled = settle(old, new, typed, kept, file=file)
    if not strange:
        return settled
    told = Diagnostic.of(Code.PINS_OF_OTHER_TEXTS, file=file, count=strange)
    return replace(settled, diagnostics=(*settled.diagnostics, told))


def _fit_kept(pin: Pin, sides: tuple[Side, Side]) -> Fitted | Diagnostic:
    try:
        return fit(pin, *sides)
    except InvalidPinError as error:
        return Diagnostic.of(Code.PIN_WITHOUT_ARTICLE, pin=pin.typed, why=error.what)


def _first_against(kept: Fitted, typed: Sequence[Fitted]) -> Fitted | None:
    """Return what was typed and cannot hold with *kept*, or says the same anew."""
    return next((one for one in typed if _same(one, kept) or contradict(one, kept)), None)


def _same(one: Fitted, other: Fitted) -> bool:
    return (one.old, one.new, one.pin.linked) == (other.old, other.new, other.pin.linked)


def _still_says(found: Fitted) -> bool:
    """Tell whether the words are those the pin was made for (in either order of the texts)."""
    return sorted(found.pin.words) == sorted(found.words)


def _changed(found: Fitted) -> Diagnostic:
    old, new = (
        "、".join(place.name for place in side if place.words not in found.pin.words)
        for side in (found.old, found.new)
    )
    names = Bilingual(
        "、".join([*filter(None, [old and f"修订前{old}", new and f"修订后{new}"])]),
        ", ".join([*filter(None, [old and f"{old} before", new and f"{new} after"])]),
    )
    place = (*found.new, *found.old)[0].eid
    return Diagnostic.of(Code.PIN_WORDS_CHANGED, place=place, pin=found.pin.typed, names=names)


def _pins(holding: Sequence[Fitted]) -> Pins:
    linked = [one for one in holding if one.pin.linked]
    return Pins(
        links=frozenset(pair for one in linked for pair in one.links),
        apart=frozenset(pair for one in holding if not one.pin.linked for pair in one.links),
        deleted=frozenset(_without_others(linked, 0)),
        added=frozenset(_without_others(linked, 1)),
    )


def _without_others(linked: Sequence[Fitted], side: int) -> Iterator[str]:
    for one in linked:
        if not one.links:
            yield from (place.eid for place in (one.old, one.new)[side])
