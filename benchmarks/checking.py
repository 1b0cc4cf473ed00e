"""What the linter finds: texts damaged in one place, and the texts as they are.

Takes statutes (those of ``rules/``, and a sample of the corpus where it is at hand) and outlines
(those of ``benchmarks/outlines``, and those of the gazettes where they are at hand), does one
kind of damage at a time to each, in a place chosen with a seed, and tells for each kind how often
a new finding has the right code and the right line. Then the findings on the undamaged texts, by
code: what the linter would have people look at in published texts. Run from the repository:

    python -m benchmarks.checking [--sample 120] [--seed 1] [--rounds 10] [--kind NAME …] [--show 3]
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.checking_kinds import KINDS, Damage, Damaged
from gazette_diff import api
from gazette_diff.core.source import SourceText
from gazette_diff.core.tree import Level
from gazette_diff.parsing import parse_source

ROOT = Path(__file__).resolve().parent.parent
_FEWEST = 8  # levels of an outline
_SHOWN = 60


class Work(NamedTuple):
    """A text to damage."""

    name: str
    lines: tuple[str, ...]


class Told(NamedTuple):
    """A finding: the code, the line (from 1) and the message."""

    code: str
    line: int | None
    message: str


#: The command says so and ends with trouble: nobody overlooks it.
NO_REGULATION = Told("GD110", None, "no regulation found")


class Score(NamedTuple):
    """How many texts were damaged, and of how many the damage was found."""

    damaged: int
    found: int


def statutes(corpus: Path, sample: int, seed: int) -> list[Work]:
    """Return the sample library, and *sample* regulations of *corpus*."""
    works = [
        Work(f"{path.parent.name} {path.stem}", _lines(api.to_text(api.load(str(path)))))
        for path in sorted((ROOT / "rules").glob("*/*.xml"))
    ]
    works = [work for work in works if any(work.lines)]  # a version may be known by name alone
    paths = sorted(corpus.glob("single/*.md"))
    for path in Random(seed).sample(paths, min(sample, len(paths))):
        works.append(Work(path.stem, _lines(path.read_text(encoding="utf-8", errors="replace"))))
    return works


def outlines(gazettes: Path) -> list[Work]:
    """Return the outlines kept with the benchmarks, and those of *gazettes*."""
    own = sorted((ROOT / "benchmarks" / "outlines").glob("*.txt"))
    works = [Work(path.stem, _lines(path.read_text(encoding="utf-8"))) for path in own]
    for path in sorted(gazettes.glob("*.txt")):
        for document in api.parse(path).documents:
            regulation = document.regulation
            levels = sum(one.level is Level.OUTLINE for one in regulation.walk())
            if levels >= _FEWEST and not regulation.articles:
                lines = _lines(api.to_text(regulation))
                works.append(Work(regulation.metadata.title or path.stem, lines))
    return works


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.rstrip() for line in text.splitlines())


def told(lines: Sequence[str]) -> set[Told]:
    """Return the findings on *lines*, those that are told by default."""
    parsed = parse_source(SourceText("-", tuple(lines)))
    if not parsed.documents:
        return {NO_REGULATION}
    found = api.check(parsed)
    return {Told(d.code.id, d.line, d.message("zh")) for d in (one.diagnostic for one in found)}


def measure(
    name: str, damage: Damage, works: Sequence[Work], options: argparse.Namespace, rounds: int
) -> Score:
    """Return how often the *damage* called *name* is found in *works*."""
    damaged = found = 0
    for work in works:
        seen: list[Damaged] = []
        for turn in range(rounds):
            key = f"{options.seed} {name} {work.name} {turn}"
            done = damage(Random(zlib.crc32(key.encode())), work.lines)
            if done is None or done in seen:
                continue
            seen.append(done)
            fresh = _fresh(done, options.base[work.name])
            damaged += 1
            if any(_names(one, done) for one in fresh):
                found += 1
            elif damaged - found <= options.show:
                _show(name, work, done, fresh)
    return Score(damaged, found)


def _fresh(done: Damaged, before: set[Told]) -> list[Told]:
    """Return the findings that the damage made; lines after it may have moved."""
    known = {(one.code, one.message) for one in before}
    return sorted(
        (one for one in told(done.lines) if (one.code, one.message) not in known),
        key=lambda one: (one.line or 0, one.code),
    )


def _names(one: Told, done: Damaged) -> bool:
    right_line = done.line is None or one.line == done.line + 1
    return right_line and one.code.startswith(tuple(done.codes))


def _show(name: str, work: Work, done: Damaged, fresh: Sequence[Told]) -> None:
    where = "" if done.line is None else f":{done.line + 1}: {done.lines[done.line][:_SHOWN]}"
    print(f"--- {name}, not found: {work.name}{where}")
    for one in fresh:
        print(f"      {one.line}: {one.code} {one.message}")


def _share(score: Score) -> str:
    if not score.damaged:
        return f"{'–':>12}{'':>8}"
    return f"{score.found:>6} of {score.damaged:<4}{score.found / score.damaged:>7.1%}"


def _tell_undamaged(kind: str, works: Sequence[Work], base: dict[str, set[Told]]) -> None:
    codes = Counter(one.code for work in works for one in base[work.name])
    clean = sum(not base[work.name] for work in works)
    by_code = ", ".join(f"{code} ×{count}" for code, count in sorted(codes.items()))
    print(f"{len(works)} {kind} undamaged: {clean} clean, {codes.total()} findings: {by_code}")


def main() -> int:
    """Print the table of kinds, and the findings on the undamaged texts; return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--gazettes", type=Path, default=ROOT.parent / "shared" / "gazettes")
    parser.add_argument("--sample", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=10, help="places tried in each outline")
    parser.add_argument("--kind", action="append", help="only kinds whose name holds this")
    parser.add_argument("--show", type=int, default=0, help="how many misses of each to show")
    options = parser.parse_args()
    both = statutes(options.corpus, options.sample, options.seed), outlines(options.gazettes)
    options.base = {work.name: told(work.lines) for works in both for work in works}
    print(f"{'kind':<28}{'statutes':>12}{'':>8}{'outlines':>14}")
    totals = [Score(0, 0), Score(0, 0)]
    for name, damage in KINDS.items():
        if options.kind and not any(wanted in name for wanted in options.kind):
            continue
        scores = [
            measure(name, damage, works, options, rounds)
            for works, rounds in zip(both, (1, options.rounds), strict=True)
        ]
        print(f"{name:<28}{_share(scores[0])}  {_share(scores[1])}", flush=True)
        totals = [
            Score(all_of_it.damaged + one.damaged, all_of_it.found + one.found)
            for all_of_it, one in zip(totals, scores, strict=True)
        ]
    print(f"{'all':<28}{_share(totals[0])}  {_share(totals[1])}")
    for kind, works in zip(("statutes", "outlines"), both, strict=True):
        _tell_undamaged(kind, works, options.base)
    return 0


if __name__ == "__main__":
    sys.exit(main())
