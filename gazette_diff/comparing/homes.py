"""Where each sentence went: the test for splits, merges and moved 款.

Two articles belong together when each holds sentences whose best home is the other. A
shared penalty clause or a shared topic does not pass that test, a single 款 moved to another
article does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from gazette_diff.comparing.profiles import Profile, contained_weight

if TYPE_CHECKING:
    from gazette_diff.comparing.candidates import Found

Pair = tuple[int, int]

# What a second home counts for, against the first.
_SECOND = 0.5
# The share of a sentence that a second home must hold: two shared words are no home.
_LEAST = 0.35


def settle(
    profiles: Sequence[Profile],
    others: Sequence[Profile],
    found: Mapping[int, Found],
    fitness: Mapping[Pair, float],
    weights: Sequence[float],
) -> dict[Pair, float]:
    """Give each sentence of *profiles* to the one of *others* that holds most of it.

    *found* names for each sentence the units to choose from; *fitness* (0–1) of a pair of
    units decides between those that hold about as much. What the home does not hold may
    have gone elsewhere: a second home counts half. Returns for each pair of units the
    weight of the words that went from the first to the second.
    """
    gone: dict[Pair, float] = {}
    for number, named in found.items():
        for sentence, choices in zip(profiles[number].sentences, named, strict=True):
            scored = _scored(number, sentence, choices, others, fitness, weights)
            if not scored:
                continue
            _, weight, home = scored[0]
            gone[number, home] = gone.get((number, home), 0.0) + weight
            held = others[home].counts
            rest = [pair for pair in sentence if pair not in held]
            elsewhere = [other for other in choices if other != home]
            scored = _scored(number, rest, elsewhere, others, fitness, weights)
            whole = sum(weights[pair] for pair in sentence)
            if scored and scored[0][1] >= _LEAST * whole:
                _, weight, home = scored[0]
                gone[number, home] = gone.get((number, home), 0.0) + _SECOND * weight
    return gone


def _scored(
    number: int,
    sentence: Sequence[int],
    choices: Sequence[int],
    others: Sequence[Profile],
    fitness: Mapping[Pair, float],
    weights: Sequence[float],
) -> list[tuple[float, float, int]]:
    """Return score, weight held and number of the *choices* that hold any of it, best first."""
    scored = []
    for other in choices:
        weight = contained_weight(sentence, others[other], weights)
        score = weight * fitness.get((number, other), 0.0)
        if score > 0:
            scored.append((score, weight, other))
    return sorted(scored, key=lambda one: (-one[0], one[2]))
