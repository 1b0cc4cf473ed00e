"""How time and memory grow: the whole command on long texts, against a plain greedy matcher.

    python -m benchmarks.scale [--corpus ../shared/corpus] [--articles 5000] [--skip-greedy]

Four bars, each measured on whole processes (``diff --format json``) in one run:

* at least 10 times as fast as a greedy matcher of every old article against every new one
  with ``difflib``, on the pair of the corpus with the most articles;
* at most 2.6 times the time for twice the articles, up to 5,000 against 5,000;
* 1,000 identical articles, and one article of 1 MB, within 30 seconds;
* less than 1 GB of memory for 5,000 articles.

The long texts are made of the articles of the corpus's single regulations, and revised as
``benchmarks/revisions.py`` does. Without a corpus they are made of invented sentences.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.alignment import CORPUS
from benchmarks.revisions import Rates, numbered, revise, units_of
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import Block, BlockKind, Level, Provision, Regulation
from gazette_diff.parsing import parse_source, to_text
from gazette_diff.reading import read_file

FASTER = 10.0
GROWTH = 2.6
SECONDS = 30.0
MEGABYTES = 1000.0
_ARTICLE = re.compile(r"^第[一二三四五六七八九十百千零〇]+条")


class Cost(NamedTuple):
    """What one process took: seconds on the clock, and megabytes at its peak."""

    seconds: float
    megabytes: float


def main() -> int:
    """Print the measures; return 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with pairs/, single/")
    parser.add_argument("--articles", type=int, default=5000, help="the longest text")
    parser.add_argument("--skip-greedy", action="store_true", help="leave out the slow peer")
    parser.add_argument("--greedy", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.greedy:
        print(len(greedy(*(articles_in(path) for path in options.greedy))))
        return 0
    met = []
    with tempfile.TemporaryDirectory() as folder:
        if not options.skip_greedy and (options.corpus / "pairs").is_dir():
            met.append(against_greedy(options.corpus))
        met.append(growth(Path(folder), options.corpus, options.articles))
        met.append(odd_texts(Path(folder)))
    return 0 if all(met) else 1


def against_greedy(corpus: Path) -> bool:
    """Measure the tool against the greedy matcher; tell whether the bar is met."""
    pairs = [sorted(folder.glob("*.md")) for folder in (corpus / "pairs").iterdir()]
    old, new = max(pairs, key=lambda files: sum(len(articles_in(path)) for path in files))
    ours = min((diff(old, new) for _ in range(3)), key=lambda cost: cost.seconds)
    script = [sys.executable, "-m", "benchmarks.scale", "--greedy", str(old), str(new)]
    theirs = measured(script)
    ratio = theirs.seconds / ours.seconds
    print(f"{old.parent.name}: {len(articles_in(old))} → {len(articles_in(new))} articles")
    print(f"  greedy difflib {theirs.seconds:8.2f} s\n  diff           {ours.seconds:8.2f} s")
    return verdict(f"  {ratio:.0f} times as fast", ratio >= FASTER, f"{FASTER:.0f} times")


def growth(folder: Path, corpus: Path, most: int) -> bool:
    """Measure texts of twice the articles each time; tell whether both bars are met."""
    sizes = [most // 2**step for step in (4, 3, 2, 1, 0)]
    print("\n  articles  seconds     MB   growth")
    costs: list[Cost] = []
    for size in sizes:
        old, new = (folder / f"{size}-{side}.txt" for side in ("old", "new"))
        write_revision(corpus, size, old, new)
        costs.append(min((diff(old, new) for _ in range(3)), key=lambda cost: cost.seconds))
        cost = costs[-1]
        more = f"{cost.seconds / costs[-2].seconds:8.2f}" if len(costs) > 1 else ""
        print(f"  {size:8} {cost.seconds:8.2f} {cost.megabytes:6.0f} {more}")
    worst = max(after.seconds / before.seconds for before, after in pairwise(costs))
    peak = max(cost.megabytes for cost in costs)
    linear = verdict("  growth", worst <= GROWTH, f"{GROWTH} times for twice the articles")
    return verdict("  memory", peak < MEGABYTES, f"{MEGABYTES:.0f} MB") and linear


def odd_texts(folder: Path) -> bool:
    """Measure 1,000 identical articles, and one article of 1 MB."""
    same = ["申请人应当在三日内提交材料。"]
    sentences = list(islice(invented(random.Random(3)), 12_000))
    # One article of a single 款, and one of many.
    texts = {
        "1,000 identical articles": (same * 1000, same * 1001),
        "1 MB in one paragraph": (["".join(sentences)], ["".join(reworded(sentences))]),
        "1 MB in one article": (["\n".join(sentences)], ["\n".join(reworded(sentences))]),
        "1 MB of one character": (["法" * 350_000 + "。"], ["法" * 350_001 + "。"]),
    }
    print()
    met = True
    for name, sides in texts.items():
        files = []
        for side, articles in zip(("old", "new"), sides, strict=True):
            path = folder / f"odd-{side}.txt"
            path.write_text(printed(articles), encoding="utf-8")
            files.append(path)
        cost = diff(files[0], files[1])
        line = f"  {cost.seconds:8.2f} s {cost.megabytes:6.0f} MB  {name}"
        met = verdict(line, cost.seconds <= SECONDS, f"{SECONDS:.0f} s") and met
    return met


def verdict(said: str, met: bool, bar: str) -> bool:
    """Print whether a bar is met, and return it."""
    print(f"{said}  bar {bar}: {'met' if met else 'MISSED'}")
    return met


def diff(old: Path, new: Path) -> Cost:
    """Run ``gazette-diff diff --format json`` on two files."""
    command = [sys.executable, "-m", "gazette_diff", "diff", str(old), str(new)]
    return measured([*command, "--format", "json"])


def measured(command: list[str]) -> Cost:
    """Run *command* to its end, what it says thrown away; exit code 0 or 1 is expected."""
    start = time.perf_counter()
    child = os.fork()
    if not child:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(command[0], command)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(" ".join(command))
    # Linux tells kilobytes, macOS bytes.
    return Cost(seconds, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))


def greedy(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the links of the rule of existing tools: the most alike first, one to one."""
    ratios = sorted(
        (-SequenceMatcher(None, one, other).ratio(), i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
    )
    links: dict[int, int] = {}
    taken: set[int] = set()
    for ratio, i, j in ratios:
        if -ratio >= 0.5 and i not in links and j not in taken:
            links[i] = j
            taken.add(j)
    return sorted(links.items())


def articles_in(path: Path) -> list[str]:
    """Return the words of each article of a file of the corpus, by the lines that open one."""
    articles: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if _ARTICLE.match(line):
            articles.append("")
        if articles and not line.startswith("#"):
            articles[-1] += _ARTICLE.sub("", line)
    return articles


def write_revision(corpus: Path, size: int, old: Path, new: Path) -> None:
    """Write a regulation of *size* articles and a revision of it."""
    chance = random.Random(size)
    source = list(islice(articles_of(corpus, random.Random(7)), size + size // 20))
    chapters = [source[at : min(at + 50, size)] for at in range(0, size, 50)]
    title = Block(BlockKind.TITLE, "集市管理办法")
    body = tuple(map(_chapter, chapters))
    regulation = numbered(Regulation(preface=(title,), body=body))
    revision = revise(regulation, chance, Rates(swaps=len(chapters) // 10), source[size:])
    for path, one in ((old, revision.old), (new, revision.new)):
        path.write_text(to_text(one), encoding="utf-8")


def _chapter(articles: Sequence[Provision]) -> Provision:
    return Provision(level=Level.CHAPTER, label="第一章", heading="分则", children=tuple(articles))


def articles_of(corpus: Path, chance: random.Random) -> Iterator[Provision]:
    """Yield articles of real regulations in a mixed order, without end if invented."""
    paths = sorted((corpus / "single").glob("*.md"))
    chance.shuffle(paths)
    for path in paths:
        for document in parse_source(read_file(path).source).documents:
            yield from (p for p in units_of(document.regulation) if p.level is Level.ARTICLE)
    for sentence in invented(chance):
        paragraph = Provision(level=Level.PARAGRAPH, text=sentence)
        yield Provision(level=Level.ARTICLE, label="第一条", children=(paragraph,))


def invented(chance: random.Random) -> Iterator[str]:
    """Yield sentences without end, of 4,000 made-up words."""
    characters = [chr(0x4E00 + number) for number in chance.sample(range(6000), 500)]
    words = ["".join(chance.choices(characters, k=2)) for _ in range(4000)]
    while True:
        parts = ("".join(chance.choices(words, k=4)) for _ in range(3))
        yield "应当{}，可以{}，不得{}。".format(*parts)


def reworded(sentences: Sequence[str]) -> list[str]:
    """Return the *sentences* with every tenth changed."""
    return [s.replace("可以", "必须") if n % 10 == 0 else s for n, s in enumerate(sentences)]


def printed(articles: Sequence[str]) -> str:
    """Return a regulation of *articles* (paragraphs parted by a line break) as a text."""
    lines = [f"  {Ordinal(n).counted('条')}　{words}" for n, words in enumerate(articles, 1)]
    return "  集市管理办法\n" + "\n".join(lines).replace("\n", "\n  ") + "\n"


if __name__ == "__main__":
    sys.exit(main())
