"""Score the correspondence of articles against gold.

    python benchmarks/alignment.py [--corpus ../shared/corpus] [--wrong] [--confidence 0.5]

Reads the pairs of the corpus that have gold: ``gold/NAME.json`` of the corpus itself, and
``alignment_gold/NAME.json`` beside this file, corrected by the authors from what earlier
states of the program proposed (in ``alignment_gold/provisions`` the links of 款 and 项), and
therefore somewhat kinder than gold made without it: see README.md. Links that experts may
see differently (``debatable``) count neither for nor against. The corpus is no part of the
repository; without it there is nothing to score.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gazette_diff.comparing import compare
from gazette_diff.parsing import parse_source
from gazette_diff.reading import read_file

if TYPE_CHECKING:
    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.tree import Regulation

Pair = tuple[int, int]
HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "shared" / "corpus"
BANDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.98, 1.001)
_ARTICLE = re.compile(r"art_(\d+)")


@dataclass(frozen=True, slots=True)
class Gold:
    """The true links of the articles of one pair of versions, by their numbers."""

    name: str
    official: bool
    links: frozenset[Pair]
    debatable: frozenset[Pair]


@dataclass(frozen=True, slots=True)
class Score:
    """What was found for one pair of versions: links with their confidence, and the time."""

    gold: Gold
    links: dict[Pair, float]
    seconds: float

    @property
    def right(self) -> int:
        """The number of links that are in the gold."""
        return len(self.gold.links & self.links.keys())

    @property
    def precision(self) -> float:
        """The share of the links found that are right."""
        return self.right / len(self.links) if self.links else 0.0

    @property
    def recall(self) -> float:
        """The share of the true links that were found."""
        return self.right / len(self.gold.links)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def gold_of(corpus: Path) -> Iterator[Gold]:
    """Yield all gold there is, that of the corpus first."""
    for path in sorted((corpus / "gold").glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        links = frozenset((link["old"], link["new"]) for link in found["pairs"])
        doubts = frozenset((link["old"], link["new"]) for link in found["debatable"])
        yield Gold(path.stem, True, links, doubts)
    for path in sorted((HERE / "alignment_gold").glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        links = frozenset((old, new) for old, new in found["links"])
        doubts = frozenset((old, new) for old, new in found["debatable"])
        yield Gold(path.stem, False, links, doubts)


def versions_of(corpus: Path, name: str) -> tuple[Regulation, Regulation]:
    """Return the two versions of the pair *name*, the older first."""
    files = sorted((corpus / "pairs" / name).glob("*.md"))
    old, new = (parse_source(read_file(path).source).documents[0].regulation for path in files)
    return old, new


def links_of(changes: ChangeSet) -> dict[Pair, float]:
    """Return the links of *changes* by the numbers of the articles, with their confidence."""
    links = {}
    for change in changes.changes:
        for link in change.links:
            old, new = _ARTICLE.search(link.old), _ARTICLE.search(link.new)
            if old and new:
                links[int(old[1]), int(new[1])] = link.confidence
    return links


def score(gold: Gold, corpus: Path, least: float) -> Score:
    """Compare the two versions that *gold* is about; links below *least* are left out."""
    old, new = versions_of(corpus, gold.name)
    start = time.perf_counter()
    changes = compare(old, new)
    seconds = time.perf_counter() - start
    links = {
        pair: confidence
        for pair, confidence in links_of(changes).items()
        if pair not in gold.debatable and confidence >= least
    }
    return Score(gold, links, seconds)


def recall_of(scores: Iterable[Score], *, single: bool) -> tuple[int, int]:
    """Return how many one-to-one links (or links of splits and merges) were found, of how many."""
    found = total = 0
    for one in scores:
        olds, news = (Counter(pair[side] for pair in one.gold.links) for side in (0, 1))
        for pair in one.gold.links:
            if (olds[pair[0]] == news[pair[1]] == 1) is single:
                total += 1
                found += pair in one.links
    return found, total


def print_scores(title: str, scores: list[Score]) -> None:
    """Print the table of *scores* with the macro averages."""
    print(f"\n{title}")
    print("    F1      P      R  links wrong missed    ms")
    for one in scores:
        wrong, missed = len(one.links) - one.right, len(one.gold.links) - one.right
        print(
            f"{one.f1:6.3f} {one.precision:6.3f} {one.recall:6.3f} {len(one.gold.links):6}"
            f" {wrong:5} {missed:6} {one.seconds * 1000:5.0f}  {one.gold.name}"
        )
    count = len(scores)
    means = [
        sum(values) / count
        for values in zip(*((one.f1, one.precision, one.recall) for one in scores), strict=True)
    ]
    print(f"{means[0]:6.3f} {means[1]:6.3f} {means[2]:6.3f}  macro")
    for name, single in (("one-to-one", True), ("splits and merges", False)):
        found, total = recall_of(scores, single=single)
        if total:
            print(f"       recall of {name}: {found / total:.3f} ({found} of {total})")


def print_provisions(corpus: Path) -> None:
    """Print how the links of 款 and 项 (rows with both sides) do on the gold there is for them."""
    print("\n款 and 项\n    F1      P      R  links")
    for path in sorted((HERE / "alignment_gold" / "provisions").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        truth, doubts = ({(old, new) for old, new in gold[key]} for key in ("links", "debatable"))
        changes = compare(*versions_of(corpus, path.stem))
        rows = [row for change in changes.changes for row in change.rows]
        found = {(row.old.eid, row.new.eid) for row in rows if row.old and row.new} - doubts
        right = len(found & truth)
        precision, recall = right / len(found), right / len(truth)
        f1 = 2 * right / (len(found) + len(truth))
        print(f"{f1:6.3f} {precision:6.3f} {recall:6.3f} {len(truth):6}  {path.stem}")


def print_calibration(scores: list[Score]) -> None:
    """Print how many of the links of each band of confidence are right."""
    print("\nconfidence    links  right")
    said = [(c, pair in one.gold.links) for one in scores for pair, c in one.links.items()]
    for low, high in itertools.pairwise(BANDS):
        inside = [right for confidence, right in said if low <= confidence < high]
        share = f"{sum(inside) / len(inside):6.3f}" if inside else "     –"
        print(f"{low:.2f} – {min(high, 1):.2f} {len(inside):7} {share}")


def print_wrong(scores: list[Score]) -> None:
    """Print the links that are wrong and those that were missed."""
    for one in scores:
        wrong = sorted(one.links.keys() - one.gold.links)
        missed = sorted(one.gold.links - one.links.keys())
        if wrong or missed:
            print(f"\n{one.gold.name}")
            print("  wrong: ", ", ".join(f"{i}→{j} ({one.links[i, j]:.2f})" for i, j in wrong))
            print("  missed:", ", ".join(f"{i}→{j}" for i, j in missed))


def main() -> int:
    """Score all pairs with gold; return 2 where there is no corpus."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with pairs/ and gold/")
    parser.add_argument("--wrong", action="store_true", help="list the links that are wrong")
    parser.add_argument("--confidence", type=float, default=0.0, help="leave out links below this")
    options = parser.parse_args()
    if not (options.corpus / "pairs").is_dir():
        print(f"no corpus at {options.corpus}", file=sys.stderr)
        return 2
    scores = [score(gold, options.corpus, options.confidence) for gold in gold_of(options.corpus)]
    print_scores("gold of the corpus", [one for one in scores if one.gold.official])
    print_scores("gold of our own", [one for one in scores if not one.gold.official])
    print_provisions(options.corpus)
    print_calibration(scores)
    if options.wrong:
        print_wrong(scores)
    return 0


if __name__ == "__main__":
    sys.exit(main())
