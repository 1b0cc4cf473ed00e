"""Which old unit became which new one, told from their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gazette_diff.comparing.backbone import Neighbourhood, backbone
from gazette_diff.comparing.candidates import Candidates, find_candidates
from gazette_diff.comparing.evidence import evidence_for, evidence_for_pin, likeness
from gazette_diff.comparing.features import Features, features_of, kinship
from gazette_diff.comparing.fixed import NOTHING_FIXED, Fixed
from gazette_diff.comparing.identical import identical_pairs
from gazette_diff.comparing.judging import (
    BY_HAND,
    CERTAIN,
    ENOUGH,
    REPEATED,
    SECOND_BEST,
    confidences,
)
from gazette_diff.comparing.keys import plain, reduced
from gazette_diff.comparing.profiles import Profiles, profile_both
from gazette_diff.comparing.relatedness import telling_share

# Below this share of the words that not every regulation has there is no telling.
_KIN = 0.03


@dataclass(frozen=True, slots=True)
class Match:
    """The unit *old* corresponds to the unit *new* (counted from 0 on their sides)."""

    old: int
    new: int
    similarity: float
    confidence: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """All matches, in the order of the old units.

    ``kin`` tells whether the texts are related, ``common`` which share (0–1) of the lesser
    one they have in common, as far as words tell anything.
    """

    matches: tuple[Match, ...]
    kin: bool
    common: float = 1.0


def align(
    old: Sequence[str],
    new: Sequence[str],
    *,
    min_similarity: float | None = None,
    surely_kin: bool = False,
    fixed: Fixed = NOTHING_FIXED,
) -> Alignment:
    """Find which of the units *old* correspond to which of *new*, many to many.

    Args:
        old: the words of each old unit, as printed.
        new: the words of each new unit.
        min_similarity: leave out matches of units less alike than this (0–1).
        surely_kin: the texts are versions of one regulation, however little they share.
        fixed: what is known of the units already; its links hold however little their units
            share, and the others are found around them.

    Swapping the texts swaps the matches and changes nothing else: the work is done in one
    direction, whichever of the two texts comes first in the order of their characters.
    """
    words = [[plain(text) for text in side] for side in (old, new)]
    texts = [[reduced(text) for text in side] for side in words]
    swapped = texts[1] < texts[0]
    first, second = reversed(texts) if swapped else texts
    pairs, kin, common = _judged(
        first, second, surely_kin=surely_kin, fixed=fixed.turned() if swapped else fixed
    )
    found = [(j, i, sure, why) for i, j, sure, why in pairs] if swapped else pairs
    matches = [
        Match(
            i,
            j,
            likeness(words[0][i], words[1][j]),
            confidence,
            evidence_for(reason, words[0][i], words[1][j]),
        )
        for i, j, confidence, reason in found
    ]
    matches = _with_doubts(matches, fixed, words)
    least = 0.0 if min_similarity is None else min_similarity
    matches = [match for match in matches if match.similarity >= least]
    matches += _pinned(fixed, words)
    matches.sort(key=lambda match: (match.old, match.new))
    return Alignment(tuple(matches), kin, common)


def _with_doubts(
    matches: Sequence[Match], fixed: Fixed, words: Sequence[Sequence[str]]
) -> list[Match]:
    """Return *matches* with those in doubt that only stand in for a pair kept apart.

    Where a person said that the more alike units do not correspond, nobody is sure that the
    less alike do.
    """
    of_old: dict[int, float] = {}
    of_new: dict[int, float] = {}
    for i, j in fixed.apart:
        value = likeness(words[0][i], words[1][j])
        of_old[i] = max(of_old.get(i, 0.0), value)
        of_new[j] = max(of_new.get(j, 0.0), value)
    return [
        replace(match, confidence=min(match.confidence, SECOND_BEST))
        if match.similarity < max(of_old.get(match.old, 0.0), of_new.get(match.new, 0.0))
        else match
        for match in matches
    ]


def _pinned(fixed: Fixed, words: Sequence[Sequence[str]]) -> Iterator[Match]:
    for i, j in fixed.linked:
        old, new = words[0][i], words[1][j]
        yield Match(i, j, likeness(old, new), BY_HAND, evidence_for_pin(old, new))


@dataclass(frozen=True, slots=True)
class Search:
    """All that was found out about two texts before anything is judged."""

    same: tuple[tuple[int, int], ...]
    profiles: Profiles
    candidates: Candidates
    kinship: float
    features: dict[tuple[int, int], Features]


def search(old: Sequence[str], new: Sequence[str], fixed: Fixed = NOTHING_FIXED) -> Search:
    """Find the units of the reduced texts *old* and *new* that are equal, and those alike.

    No pair of a unit that *fixed* settles is among the features: there is nothing to judge.
    But such units tell where their neighbours belong, and who has a better partner in them.
    """
    same = identical_pairs(old, new, fixed=fixed)
    sure = (*same, *sorted(fixed.linked))
    around = Neighbourhood(backbone((i, j, 1.0) for i, j in sure), len(old), len(new))
    profiles = profile_both(old, new)
    candidates = find_candidates(
        profiles,
        _without(len(old), (i for i, _ in same)),
        _without(len(new), (j for _, j in same)),
        around,
    )
    candidates = candidates.heeding(fixed) if fixed else candidates
    kin = kinship(profiles, candidates, same, fixed.linked)
    features = features_of(profiles, candidates, sure, kin)
    if fixed:
        old_settled, new_settled = fixed.settled
        features = {
            (i, j): values
            for (i, j), values in features.items()
            if i not in old_settled and j not in new_settled
        }
    return Search(same, profiles, candidates, kin, features)


Found = tuple[int, int, float, Features | None]


def _judged(
    old: Sequence[str], new: Sequence[str], *, surely_kin: bool, fixed: Fixed
) -> tuple[list[Found], bool, float]:
    """Return the pairs with confidence and evidence, whether the texts are kin, and how much."""
    found = search(old, new, fixed)
    common = found.kinship
    if not surely_kin:
        known = (*found.same, *fixed.linked)
        common = min(common, telling_share(found.profiles, found.candidates, known))
        if common < _KIN:
            return [], False, common
    often = Counter(old) + Counter(new)
    pairs: list[Found] = [
        (i, j, CERTAIN if often[old[i]] == len((i, j)) else REPEATED, None) for i, j in found.same
    ]
    sure = confidences(found.profiles, found.candidates.shared, found.features)
    pairs += [
        (i, j, value, found.features[i, j]) for (i, j), value in sure.items() if value >= ENOUGH
    ]
    return pairs, True, common


def _without(size: int, members: Iterable[int]) -> tuple[int, ...]:
    taken = set(members)
    return tuple(number for number in range(size) if number not in taken)
