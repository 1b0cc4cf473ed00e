"""How fast a corpus is read, from file to tree, against a naive reader in the same run.

The naive reader reads a file, decodes it, splits its lines and matches one regular
expression against each: that of all numbers that may open a provision, or that of 第…条 and
its like only. All go through all files in turns, in one process; the best round of each
counts, so that other work on the machine does not. The bar: at most 8 times the naive
reader of all numbers. ``--memory`` reads ever larger texts, each in a process of its own, and tells
what it took at most; the bars: under 1 GB for 50 MB, and in proportion to the size. Run
from the repository, with the package installed:

    python benchmarks/reading.py [--rounds 7] [--memory] [--corpus ../shared/corpus]
"""

from __future__ import annotations

import argparse
import gc
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from gazette_diff import api

ROOT = Path(__file__).resolve().parent.parent
BAR = 8.0
SIZES = (5, 10, 20, 50)  # MB
MEMORY_BAR = 1000  # MB, for the largest
# Memory may grow by so much more than the size does.
LINEAR = 1.2
# All numbers that open provisions in official documents (立法法 第六十五条; GB/T 9704-2012,
# 7.3.3), written down here so that the measure stays when the parser's own pattern changes.
NUMBERED = re.compile(
    r"""\s*(?:第\s*[零〇一二三四五六七八九十百千0-9]+\s*(?:条|章|节|编|分编)
    (?:之[一二三四五六七八九十]+)?
    |[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十]+[）)]
    |[0-9]{1,3}[.．、](?![0-9])|[（(][0-9]{1,3}[）)]|[0-9]{1,3}[）)]|[①-⑳])\s*""",
    re.VERBOSE,
)
STATUTORY = re.compile(r"\s*第[零〇一二三四五六七八九十百千0-9]+[编章节条]")


def main() -> int:
    """Print the measures; return 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--memory", action="store_true", help="measure memory too")
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        return read_one(options.read)
    files = sorted(options.corpus.glob("single/*.md")) + sorted(options.corpus.glob("pairs/*/*.md"))
    if not files:
        sys.exit(f"no corpus at {options.corpus}: nothing to measure")
    met = speed(files, options.rounds)
    return 0 if (memory(files) if options.memory else True) and met else 1


def speed(files: Sequence[Path], rounds: int) -> bool:
    """Measure both readers over *files*; tell whether the bar is met."""
    readers: dict[str, Callable[[], object]] = {
        "naive": lambda: [naive(path, NUMBERED) for path in files],
        "naive, 第…条": lambda: [naive(path, STATUTORY) for path in files],
        "tree": lambda: forget(files),
        "trees kept": lambda: [api.parse(path) for path in files],
    }
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(rounds):
        for name, reader in readers.items():
            best[name] = min(best[name], clock(reader))
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{len(files)} files, {size:.1f} MB, best of {rounds} rounds")
    for name, seconds in best.items():
        ratio = seconds / best["naive"]
        print(f"  {name:<14} {seconds * 1000:7.1f} ms  {ratio:6.2f} x  {size / seconds:6.1f} MB/s")
    met = best["tree"] <= BAR * best["naive"]
    print(f"  bar {BAR} x: {'met' if met else 'MISSED'}")
    return met


def naive(path: Path, numbered: re.Pattern[str]) -> int:
    """Return how many lines of the file at *path* begin with what *numbered* matches."""
    found = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if numbered.match(line):
            found += 1
    return found


def forget(files: Sequence[Path]) -> None:
    """Read *files*, one after the other, and keep none."""
    for path in files:
        api.parse(path)


def clock(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that *work* takes; what it returns is kept till then."""
    gc.collect()
    start = time.process_time()
    result = work()
    seconds = time.process_time() - start
    del result
    return seconds


def memory(files: Sequence[Path]) -> bool:
    """Measure what texts of several sizes take; tell whether the bars are met."""
    text = b"\n\n".join(path.read_bytes() for path in files)
    print("\nlargest memory of a process that reads a text")
    took: dict[int, float] = {}
    for size in SIZES:
        took[size] = measured(text, size)
        print(f"  {size:>3} MB: {took[size]:7.0f} MB")
    first, last = SIZES[0], SIZES[-1]
    linear = took[last] / took[first] <= LINEAR * last / first
    met = took[last] <= MEMORY_BAR and linear
    print(f"  bar {MEMORY_BAR} MB for {last} MB, linear: {'met' if met else 'MISSED'}")
    return met


def measured(text: bytes, size: int) -> float:
    """Return the MB that reading *size* MB, *text* again and again, takes at most."""
    import tempfile

    wanted = size * 1_000_000
    data = (text * (wanted // len(text) + 1))[:wanted].decode("utf-8", "ignore").encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.md"
        path.write_bytes(data)
        command = [sys.executable, __file__, "--read", str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def read_one(path: Path) -> int:
    """Read the file at *path* and print the MB that this process took at most."""
    api.parse(path)
    print(peak())
    return 0


def peak() -> float:
    """Return the MB that this process has taken at most.

    What ``getrusage`` tells includes the process that started this one, so Linux is asked
    itself where it answers.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text())
        if found:
            return int(found[1]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    sys.exit(main())
