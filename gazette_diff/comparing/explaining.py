"""What two units share that nothing better explains.

Articles of parallel chapters (on limited companies and on joint-stock companies) share
nearly all their words, and yet each has a counterpart of its own. A pair is worth the words
that the better partners of either unit do not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.comparing.profiles import Profile, Profiles

Pair = tuple[int, int]

# A unit this likely to be a partner explains what it holds.
_LIKELY = 0.5


def unexplained_weights(
    profiles: Profiles, shared: Mapping[Pair, float], chances: Mapping[Pair, float]
) -> dict[Pair, float]:
    """Return for each pair of *chances* the weight of what both share and no better pair does.

    *shared* is the weight of all that the pairs share, *chances* what each is given so far.
    """
    of_old: dict[int, list[int]] = {}
    of_new: dict[int, list[int]] = {}
    for (i, j), chance in chances.items():
        if chance >= _LIKELY:
            of_old.setdefault(i, []).append(j)
            of_new.setdefault(j, []).append(i)
    weights = {}
    for (i, j), chance in chances.items():
        news = [k for k in of_old.get(i, ()) if chances[i, k] > chance]
        olds = [k for k in of_new.get(j, ()) if chances[k, j] > chance]
        if not news and not olds:
            weights[i, j] = shared[i, j]
            continue
        weights[i, j] = _left(
            (profiles.old[i], [profiles.new[k] for k in news]),
            (profiles.new[j], [profiles.old[k] for k in olds]),
            profiles.weights,
        )
    return weights


def _left(
    one: tuple[Profile, Iterable[Profile]],
    other: tuple[Profile, Iterable[Profile]],
    weights: Sequence[float],
) -> float:
    """Return the weight of what both units hold beyond what their better partners hold."""
    first, second = _rest(*one), _rest(*other)
    return sum(
        weights[pair] * min(count, second[pair]) for pair, count in first.items() if pair in second
    )


def _rest(unit: Profile, partners: Iterable[Profile]) -> dict[int, int]:
    """Return the pairs of characters of *unit* that none of its partners holds as often."""
    rest = unit.counts
    for partner in partners:
        held = partner.counts
        rest = {
            pair: count - held.get(pair, 0)
            for pair, count in rest.items()
            if count > held.get(pair, 0)
        }
    return rest
