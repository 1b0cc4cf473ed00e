"""Fit the weights of the correspondence to gold, and tell how they do on pairs left out.

    python -m benchmarks.alignment_fit [--corpus ../shared/corpus]

Prints the numbers that stand in ``gazette_diff/comparing/judging.py``. Besides the gold, three
kinds of examples teach what is no pair: regulations that have nothing to do with each other,
revisions of made-up parallel chapters (limited companies, joint-stock companies) in which
every article has a twin, and made-up revisions of single regulations, in which articles of
others were inserted.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.alignment import CORPUS, Pair, gold_of, versions_of
from benchmarks.revisions import Rates, revise, units_of
from gazette_diff.comparing.alignment import Search, search
from gazette_diff.comparing.judging import ENOUGH, chance, second_evidence
from gazette_diff.comparing.keys import plain, reduced
from gazette_diff.comparing.units import skeleton_of
from gazette_diff.parsing import parse_source
from gazette_diff.reading import read_file

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation

Row = tuple[tuple[float, ...], bool, float]
#: What one pair of an unrelated, and of a made-up example counts for in each judgement.
UNRELATED = (0.02, 0.06)
TWINS = (0.0, 0.1)
REVISED = (0.1, 0.1)
#: How much the made-up revisions change.
RATES = Rates(deleted=0.1, inserted=0.1, split=0.08, merged=0.08, reworded=0.6)
RIDGE = 1.0
#: Newton's method has come to its end when no weight changes by more.
SETTLED = 1e-4


@dataclass(frozen=True, slots=True)
class Example:
    """Two texts, what was found out about them, and which pairs of units are true."""

    name: str
    found: Search
    truth: frozenset[Pair]
    unclear: frozenset[Pair]
    weights: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic model: a weight for each number, and one alone."""

    weights: tuple[float, ...]
    base: float

    def odds(self, values: Sequence[float]) -> float:
        """Return the log odds that the model gives *values*."""
        return self.base + sum(w * v for w, v in zip(self.weights, values, strict=True))


def texts_of(regulation: Regulation) -> list[str]:
    """Return the reduced texts of the units of *regulation*."""
    return [reduced(plain(unit.text)) for unit in skeleton_of(regulation).units]


def gold_examples(corpus: Path) -> Iterator[Example]:
    """Yield the pairs of versions with gold; articles count from 0 through the text."""
    for gold in gold_of(corpus):
        old, new = versions_of(corpus, gold.name)
        found = search(texts_of(old), texts_of(new))
        truth, unclear = (
            frozenset((i - 1, j - 1) for i, j in pairs) for pairs in (gold.links, gold.debatable)
        )
        yield Example(gold.name, found, truth, unclear, (1.0, 1.0))


def regulations_of(corpus: Path, chance_of: random.Random) -> Iterator[list[str]]:
    """Yield the texts of regulations of at least 20 articles, in no order."""
    paths = sorted((corpus / "single").glob("*.md"))
    chance_of.shuffle(paths)
    for path in paths:
        documents = parse_source(read_file(path).source).documents
        if documents and len(documents[0].regulation.articles) >= 20:
            yield texts_of(documents[0].regulation)


def unrelated_examples(texts: Iterator[list[str]], count: int) -> Iterator[Example]:
    """Yield *count* pairs of regulations that have nothing to do with each other."""
    for number in range(count):
        old, new = next(texts), next(texts)
        yield Example(f"unrelated {number}", search(old, new), frozenset(), frozenset(), UNRELATED)


def twin_examples(
    texts: Iterator[list[str]], count: int, chance_of: random.Random
) -> Iterator[Example]:
    """Yield *count* made-up revisions of regulations whose chapters are alike."""
    for number in range(count):
        source = next(texts)[:25]
        old = [
            text.replace("应当", f"{kind}应当").replace("有关", f"{kind}有关")
            for kind in ("有限责任公司", "股份有限公司")
            for text in source
        ]
        new: list[str] = []
        truth = set()
        for at, text in enumerate(old):
            if chance_of.random() < 0.06:
                new.append(chance_of.choice(source)[::-1])
            if chance_of.random() >= 0.06:
                truth.add((at, len(new)))
                new.append(_reworded(text, chance_of))
        found = search(old, new)
        yield Example(f"twins {number}", found, frozenset(truth), frozenset(), TWINS)


def revised_examples(corpus: Path, count: int, chance_of: random.Random) -> Iterator[Example]:
    """Yield *count* made-up revisions into which articles of another regulation were put."""
    paths = sorted((corpus / "single").glob("*.md"))
    chance_of.shuffle(paths)
    found = (parse_source(read_file(path).source).documents for path in paths)
    fit_for_it = (
        documents[0].regulation
        for documents in found
        if documents and 20 <= len(documents[0].regulation.articles) <= 150
    )
    for number in range(count):
        strangers = units_of(next(fit_for_it))
        chance_of.shuffle(strangers)
        revision = revise(next(fit_for_it), chance_of, RATES, strangers)
        old, new = (
            {unit.ref.eid: at for at, unit in enumerate(skeleton_of(side).units)}
            for side in (revision.old, revision.new)
        )
        truth = frozenset((old[one], new[other]) for one, other in revision.links)
        search_of_both = search(texts_of(revision.old), texts_of(revision.new))
        yield Example(f"revision {number}", search_of_both, truth, frozenset(), REVISED)


def _reworded(text: str, chance_of: random.Random) -> str:
    places = range(len(text) // 40 + 1)
    for _ in places:
        at = chance_of.randrange(len(text) + 1)
        text = (
            text[:at] + chance_of.choice(("有关部门", "可以", "三十日内", "依法")) + text[at + 2 :]
        )
    return text


def fit(rows: Sequence[Row]) -> Model:
    """Return the logistic model of *rows* (values, truth, weight), by Newton's method."""
    rows = [row for row in rows if row[2] > 0]
    size = len(rows[0][0])
    means = [sum(v[k] for v, _, _ in rows) / len(rows) for k in range(size)]
    spreads = [
        math.sqrt(sum((v[k] - means[k]) ** 2 for v, _, _ in rows) / len(rows)) or 1.0
        for k in range(size)
    ]
    scaled = [
        ((1.0, *((v[k] - means[k]) / spreads[k] for k in range(size))), truth, weight)
        for v, truth, weight in rows
    ]
    beta = [0.0] * (size + 1)
    for _ in range(25):
        before, beta = beta, _step(scaled, beta)
        if max(abs(a - b) for a, b in zip(before, beta, strict=True)) < SETTLED:
            break
    weights = tuple(beta[k + 1] / spreads[k] for k in range(size))
    return Model(weights, beta[0] - sum(w * m for w, m in zip(weights, means, strict=True)))


def _step(rows: Sequence[Row], beta: list[float]) -> list[float]:
    size = len(beta)
    gradient = [-RIDGE * b if k else 0.0 for k, b in enumerate(beta)]
    hessian = [[RIDGE * (k == m and k > 0) for m in range(size)] for k in range(size)]
    for values, truth, weight in rows:
        p = chance(sum(b * v for b, v in zip(beta, values, strict=True)))
        slope = weight * p * (1 - p)
        for k in range(size):
            gradient[k] += weight * (truth - p) * values[k]
            for m in range(size):
                hessian[k][m] += slope * values[k] * values[m]
    return [b + d for b, d in zip(beta, _solved(hessian, gradient), strict=True)]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return the solution of a system of linear equations (Gauss and Jordan)."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for k in range(len(rows)):
        pivot = max(range(k, len(rows)), key=lambda r: abs(rows[r][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [value / rows[k][k] for value in rows[k]]
        for r in range(len(rows)):
            if r != k:
                factor = rows[r][k]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[k], strict=True)]
    return [row[-1] for row in rows]


def fit_both(examples: Sequence[Example]) -> tuple[Model, Model]:
    """Return the two models of *examples*."""

    def rows(
        which: int, values_of: Callable[[Example], dict[Pair, tuple[float, ...]]]
    ) -> list[Row]:
        return [
            (tuple(values), pair in example.truth, example.weights[which])
            for example in examples
            if example.weights[which]
            for pair, values in values_of(example).items()
            if pair not in example.unclear
        ]

    first = fit(rows(0, lambda example: dict(example.found.features)))
    second = fit(rows(1, lambda example: dict(_second(example, first))))
    return first, second


def _second(example: Example, first: Model) -> dict[Pair, tuple[float, float]]:
    found = example.found
    odds = {pair: first.odds(values) for pair, values in found.features.items()}
    return second_evidence(found.profiles, found.candidates.shared, odds)


def score(example: Example, models: tuple[Model, Model]) -> tuple[float, float, float]:
    """Return F1, precision and recall of *models* on *example*."""
    links = set(example.found.same)
    for pair, values in _second(example, models[0]).items():
        if chance(models[1].odds(values)) >= ENOUGH:
            links.add(pair)
    links -= example.unclear
    right = len(links & example.truth)
    precision, recall = right / max(1, len(links)), right / max(1, len(example.truth))
    return 2 * right / max(1, len(links) + len(example.truth)), precision, recall


def main() -> int:
    """Fit and print; return 2 where there is no corpus."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with pairs/ and gold/")
    corpus = parser.parse_args().corpus
    if not (corpus / "single").is_dir():
        print(f"no corpus at {corpus}", file=sys.stderr)
        return 2
    chance_of = random.Random(11)
    texts = regulations_of(corpus, chance_of)
    gold = list(gold_examples(corpus))
    others = [
        *unrelated_examples(texts, 40),
        *twin_examples(texts, 12, chance_of),
        *revised_examples(corpus, 60, chance_of),
    ]
    print("left out:    F1      P      R")
    scores = []
    for example in gold:
        models = fit_both([one for one in gold if one is not example] + others)
        scores.append(score(example, models))
        print("          " + " ".join(f"{value:6.3f}" for value in scores[-1]), "", example.name)
    means = [sum(values) / len(scores) for values in zip(*scores, strict=True)]
    print("          " + " ".join(f"{value:6.3f}" for value in means), " macro")
    first, second = fit_both([*gold, *others])
    names = next(iter(gold[0].found.features.values()))._fields
    weights = ", ".join(f"{n}={w:.2f}" for n, w in zip(names, first.weights, strict=True))
    print(f"\nFIRST = Features({weights})\nFIRST_BASE = {first.base:.2f}")
    print(f"SECOND = ({second.weights[0]:.2f}, {second.weights[1]:.2f})")
    print(f"SECOND_BASE = {second.base:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
