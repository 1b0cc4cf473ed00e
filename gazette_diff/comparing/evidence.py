"""What a link rests on, in words: the passes that found it and the phrases both share."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from gazette_diff.comparing.keys import bigrams
from gazette_diff.comparing.tokens import UNIT, tokens
from gazette_diff.core.numerals import NUMERAL_CHARACTERS
from gazette_diff.core.pins import PINNED

if TYPE_CHECKING:
    from gazette_diff.comparing.features import Features

# Fewer characters in a row are chance in Chinese legal language, more are hard to read.
_SHORTEST = 4
_LONGEST = 16
_PHRASES = 3
# Evidence is for reading; a huge article need not be searched to its end for it.
_READ = 20_000
_SENTENCES = 0.5
_IN_PLACE = 0.7

# In the other text a number may go on before or after the run: no run begins or ends in one.
_CUT = re.compile(rf"^(?:[0-9]+(?:{UNIT})?|[{NUMERAL_CHARACTERS}万亿]+{UNIT})|[0-9]+$")
_WORDS = re.compile(r"[^\W_]+")


def likeness(old: str, new: str) -> float:
    """Return how alike two plain texts are (0–1).

    It is twice the number of pairs of characters in common over the number in both (Dice).
    """
    if old == new:
        return 1.0
    one, other = Counter(bigrams(old)), Counter(bigrams(new))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def evidence_for(features: Features | None, old: str, new: str) -> tuple[str, ...]:
    """Return the evidence for a link of the plain texts *old* and *new*.

    First the passes: ``identical`` (the same words), else those of ``sentences`` (sentences
    of both chose the other), ``best`` (each is the other's best partner) and ``place`` (it
    stands where its neighbours expect it); then shared phrases in quotes. A link that a person
    fixed begins with ``pinned``, one that no row shows with ``unseen`` (both are set elsewhere).
    """
    if features is None:
        return ("identical",)
    passes = (
        ("sentences", features.mutual > _SENTENCES),
        ("best", features.rank > 1 - 1e-9),
        ("place", features.place > _IN_PLACE),
    )
    named = [name for name, holds in passes if holds]
    return (*named, *(f"“{phrase}”" for phrase in shared_phrases(old, new)))


def evidence_for_pin(old: str, new: str) -> tuple[str, ...]:
    """Return the evidence for a link of the plain texts *old* and *new* that a person fixed."""
    if old == new:
        return (PINNED, "identical")
    return (PINNED, *(f"“{phrase}”" for phrase in shared_phrases(old, new)))


def shared_phrases(old: str, new: str) -> tuple[str, ...]:
    """Return the longest runs of characters that stand in both, at most three, longest first."""
    if new < old:
        old, new = new, old
    there = new[:_READ]
    known = {there[i : i + _SHORTEST] for i in range(len(there) - _SHORTEST + 1)}
    runs: set[str] = set()
    for word in _WORDS.findall(old[:_READ]):
        at = 0
        while at <= len(word) - _SHORTEST:
            end = at + _SHORTEST
            if word[at:end] not in known:
                at += 1
                continue
            while end < len(word) and end - at < _LONGEST and word[at : end + 1] in there:
                end += 1
            runs.add(_whole(word, at, end))
            at = end
    runs = {run for run in runs if len(run) >= _SHORTEST}
    longest = sorted(runs, key=lambda run: (-len(run), run))
    return tuple(longest[:_PHRASES])


def _whole(word: str, start: int, end: int) -> str:
    """Return ``word[start:end]`` without the half of a number that it begins or ends with.

    Without the number before it the unit says nothing: of 1000元以上 there is 以上 left.
    """
    at = 0
    for token in tokens(word):
        after = at + len(token)
        if at < start < after:
            start = after
        if at < end < after:
            end = at
        at = after
    return _CUT.sub("", word[start:end])
