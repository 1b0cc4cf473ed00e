"""The pairs of units worth a closer look: those that share rare words, or the same place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gazette_diff.comparing.lookup import Index, best
from gazette_diff.comparing.profiles import Profile, Profiles, shared_weight

if TYPE_CHECKING:
    from gazette_diff.comparing.backbone import Neighbourhood
    from gazette_diff.comparing.fixed import Fixed

# How many units each sentence, and each unit as a whole, may name.
_PER_SENTENCE = 3
_PER_UNIT = 4
# How many units a sentence may choose from besides: those most like the whole of its own.
_PARTNERS = 3

Pair = tuple[int, int]
#: For each sentence of a unit the units that it may have gone to.
Found = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs to look at, and how alike they are.

    ``similarity`` is the weight that both share, twice, over the weight of both (0–1);
    ``old_sentences[i][k]`` names the new units that sentence *k* of the old unit *i* may
    have gone to, ``new_sentences`` the reverse.
    """

    similarity: Mapping[Pair, float]
    shared: Mapping[Pair, float]
    old_sentences: Mapping[int, Found]
    new_sentences: Mapping[int, Found]

    def heeding(self, fixed: Fixed) -> Candidates:
        """Return the candidates without the pairs that *fixed* overrules.

        They are those kept apart, and those of a settled unit that are as alike as its own
        links. Less likely partners stay: what only looks like a settled unit is no more like
        another one for that.
        """
        own: tuple[dict[int, float], dict[int, float]] = (
            dict.fromkeys(fixed.settled[0], 0.0),
            dict.fromkeys(fixed.settled[1], 0.0),
        )
        for i, j in fixed.linked:
            value = self.similarity.get((i, j), 0.0)
            own[0][i] = max(own[0][i], value)
            own[1][j] = max(own[1][j], value)
        kept = {
            (i, j): value
            for (i, j), value in self.similarity.items()
            if (i, j) in fixed.linked
            or ((i, j) not in fixed.apart and value < min(own[0].get(i, 2), own[1].get(j, 2)))
        }
        return replace(self, similarity=kept, shared={pair: self.shared[pair] for pair in kept})

    def tops(self) -> tuple[dict[int, float], dict[int, float]]:
        """Return the similarity of the best partner of each old and of each new unit."""
        of_old: dict[int, float] = {}
        of_new: dict[int, float] = {}
        for (i, j), value in self.similarity.items():
            of_old[i] = max(of_old.get(i, 0.0), value)
            of_new[j] = max(of_new.get(j, 0.0), value)
        return of_old, of_new


def find_candidates(
    profiles: Profiles, old: Sequence[int], new: Sequence[int], around: Neighbourhood
) -> Candidates:
    """Return the pairs among the units *old* and *new* that may correspond.

    Every sentence of either side is looked up on its own, so that a 款 finds the article it
    went to; units that stand in the same gap of the backbone are added in their order, for
    those that share no rare word with anything.
    """
    forward, of_old = _search(profiles.old, old, Index(profiles.new, new), profiles.weights)
    backward, of_new = _search(profiles.new, new, Index(profiles.old, old), profiles.weights)
    pairs = {(i, j) for i, js in forward.items() for j in js}
    pairs.update((i, j) for j, is_ in backward.items() for i in is_)
    pairs.update(_in_place(set(old), set(new), around))
    similarity, shared = {}, {}
    for i, j in sorted(pairs):
        one, other = profiles.old[i], profiles.new[j]
        weight = shared_weight(one, other, profiles.weights)
        if weight > 0:
            shared[i, j] = weight
            similarity[i, j] = 2 * weight / (one.weight + other.weight)
    return Candidates(
        similarity,
        shared,
        _with_partners(of_old, similarity),
        _with_partners(of_new, {(j, i): value for (i, j), value in similarity.items()}),
    )


def _with_partners(
    found: Mapping[int, Found], similarity: Mapping[Pair, float]
) -> dict[int, Found]:
    """Let every sentence choose the units most like its own too, however little it shares."""
    partners: dict[int, list[int]] = {}
    for one, other in sorted(similarity, key=lambda pair: (-similarity[pair], pair)):
        known = partners.setdefault(one, [])
        if len(known) < _PARTNERS:
            known.append(other)
    return {
        number: tuple(tuple(dict.fromkeys((*units, *partners.get(number, ())))) for units in named)
        for number, named in found.items()
    }


def _search(
    profiles: Sequence[Profile], members: Sequence[int], index: Index, weights: Sequence[float]
) -> tuple[dict[int, list[int]], dict[int, Found]]:
    """Return for each unit in *members* the units it and each of its sentences found."""
    whole: dict[int, list[int]] = {}
    by_sentence: dict[int, Found] = {}
    for number in members:
        total: dict[int, float] = {}
        named: list[tuple[int, ...]] = []
        for sentence in profiles[number].sentences:
            found = index.seek(sentence, weights)
            for unit, weight in found.items():
                total[unit] = total.get(unit, 0.0) + weight
            named.append(tuple(best(found, _PER_SENTENCE)))
        units = best(total, _PER_UNIT)
        whole[number] = list(dict.fromkeys([*units, *(u for few in named for u in few)]))
        by_sentence[number] = tuple(named)
    return whole, by_sentence


def _in_place(old: set[int], new: set[int], around: Neighbourhood) -> list[tuple[int, int]]:
    """Return the pairs that stand at the same place, counted from either end of their gap."""
    pairs: set[tuple[int, int]] = set()
    for number in sorted({around.gap_of_old(i) for i in old}):
        olds, news = around.gap(number)
        here, there = [i for i in olds if i in old], [j for j in news if j in new]
        pairs.update(zip(here, there, strict=False))
        pairs.update(zip(reversed(here), reversed(there), strict=False))
    return sorted(pairs)
