"""Finding provisions by the words they hold, the best first.

Each 款, 项, 目 or measure is a document of its own and scored by BM25 (Robertson and
Zaragoza, The Probabilistic Relevance Framework, 2009), with what stands in the headings
above it counted in part. Words are looked for as they are written, for Chinese has no
borders between words; what is found nowhere is looked for in pairs of characters.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.citation.resolving import Resolved, Scopes
from gazette_diff.citation.values import Reference
from gazette_diff.core.places import walk_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.core.places import Placed
    from gazette_diff.core.tree import Regulation

# The usual constants of BM25: how fast repetition pays less, how much length counts.
_SATURATION = 1.2
_LENGTH = 0.75
# What a heading above a provision counts, and a pair of characters of a word not found.
_HEADING = 0.5
_PAIR = 0.4
# Of a word that is found nowhere this share of the pairs that occur at all must be there.
_PAIRS_NEEDED = 0.5
# How many characters an excerpt has before and behind what was found.
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision that speaks of what was asked for.

    ``score`` says how much more than others; ``excerpt`` are its words around the first
    place, which stands at ``start`` to ``end`` of the excerpt.
    """

    provision: Resolved
    score: float
    excerpt: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Document:
    resolved: Resolved
    words: str
    plain: str
    headings: str


def find_words(regulation: Regulation, words: str) -> tuple[Hit, ...]:
    """Return the provisions of *regulation* that hold *words*, the best first.

    Words parted by spaces are looked for one by one; a provision that holds more of them
    comes first. Width and case do not matter. Nothing is returned for no words.
    """
    documents = _documents(regulation)
    wanted = list(dict.fromkeys(_plain(words).split()))
    if not wanted or not documents:
        return ()
    average = sum(len(one.plain) for one in documents) / len(documents)
    scores = [0.0] * len(documents)
    held = [0] * len(documents)
    for word in wanted:
        for number, score in _scores(word, documents, average).items():
            scores[number] += score
            held[number] += 1
    hits = [
        _hit(one, score * count / len(wanted), wanted)
        for one, score, count in zip(documents, scores, held, strict=True)
        if count
    ]
    # Equal scores keep the order of the text.
    return tuple(sorted(hits, key=lambda hit: -round(hit.score, 6)))


def _documents(regulation: Regulation) -> list[_Document]:
    scopes = Scopes(regulation)
    documents = []
    for body in scopes.bodies:
        for placed in walk_places(body.placed):
            words = _own_words(placed)
            if words:
                resolved = scopes.resolved(Reference(()), placed, body)
                headings = _plain("".join(p.heading for p in placed.ancestors))
                documents.append(_Document(resolved, words, _plain(words), headings))
    return documents


def _own_words(placed: Placed) -> str:
    provision = placed.provision
    table = provision.table.text if provision.table is not None else ""
    return re.sub(r"\s+", " ", provision.heading + provision.text + table + provision.closing)


def _plain(words: str) -> str:
    # Not casefold, which may lengthen: offsets must stay.
    folded = (unicodedata.normalize("NFKC", c) for c in words)
    return "".join(c if len(c) == 1 else " " for c in folded).lower()


def _scores(word: str, documents: Sequence[_Document], average: float) -> dict[int, float]:
    """Return what *word* counts in each of *documents* that hold it, by their numbers."""
    found = _exactly(word, documents, average)
    if found or len(word) < 3:
        return found
    pairs = {word[i : i + 2] for i in range(len(word) - 1)}
    each = [scores for pair in sorted(pairs) if (scores := _exactly(pair, documents, average))]
    total: dict[int, float] = {}
    counts: dict[int, int] = {}
    for scores in each:
        for number, score in scores.items():
            total[number] = total.get(number, 0.0) + _PAIR * score
            counts[number] = counts.get(number, 0) + 1
    needed = _PAIRS_NEEDED * len(each)
    return {n: s * counts[n] / len(each) for n, s in total.items() if counts[n] >= needed}


def _exactly(word: str, documents: Sequence[_Document], average: float) -> dict[int, float]:
    counts = {n: c for n, one in enumerate(documents) if (c := one.plain.count(word))}
    above = {n for n, one in enumerate(documents) if word in one.headings}
    holding = len(counts.keys() | above)
    rarity = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
    scores = dict.fromkeys(above, _HEADING * rarity)
    for number, count in counts.items():
        length = 1 - _LENGTH + _LENGTH * len(documents[number].plain) / average
        weight = count * (_SATURATION + 1) / (count + _SATURATION * length)
        scores[number] = scores.get(number, 0.0) + rarity * weight
    return scores


def _hit(document: _Document, score: float, wanted: Sequence[str]) -> Hit:
    """Return *document* as a hit, with an excerpt around the first of *wanted* in it."""
    places = [(document.plain.find(word), len(word)) for word in wanted]
    places += [
        (document.plain.find(word[i : i + 2]), 2)
        for word in wanted
        for i in range(len(word) - 1)
        if word not in document.plain
    ]
    at, length = min((p for p in places if p[0] >= 0), default=(0, 0))
    first, last = max(0, at - _AROUND), min(len(document.words), at + length + _AROUND)
    before = "…" if first else ""
    after = "…" if last < len(document.words) else ""
    excerpt = before + document.words[first:last] + after
    start = len(before) + at - first
    return Hit(document.resolved, score, excerpt, start, start + length)
