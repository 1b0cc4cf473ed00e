"""How fast the tool is: whole processes against ``import click``, and the stages over a corpus.

Machines differ, so processes are measured in turns in one run and told as ratios. The
bars: ``--help`` within 1.6 times ``python -c "import click"``, ``diff`` of two versions of
74 articles within 12 times. Run from the repository, with the package installed:

    python benchmarks/speed.py [--runs 20] [--corpus ../shared/corpus]
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from gazette_diff import api
from gazette_diff.core.errors import GazetteDiffError

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "南阳市人民政府工作规则（构拟旧版）.txt"
NEW = "南阳市人民政府工作规则"
BARS = {"--help": 1.6, "diff": 12.0}


def main() -> int:
    """Print the measures; return 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    options = parser.parse_args()
    met = processes(options.runs)
    if options.corpus.is_dir():
        stages(options.corpus)
    else:
        print(f"\nno corpus at {options.corpus}: the stages are not measured")
    return 0 if met else 1


def processes(runs: int) -> bool:
    """Measure whole processes in turns; tell whether every bar is met."""
    program = shutil.which("gazette-diff", path=sysconfig.get_path("scripts")) or "gazette-diff"
    commands = {
        "import click": [sys.executable, "-c", "import click"],
        "--help": [program, "--help"],
        "diff": [program, "diff", str(EXAMPLE), NEW],
        "diff --format json": [program, "diff", str(EXAMPLE), NEW, "--format", "json"],
        "diff --format html": [program, "diff", str(EXAMPLE), NEW, "--format", "html"],
        "cite": [program, "cite", NEW, "44"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(_timed(command))
    base = statistics.median(times["import click"])
    print(f"whole processes, medians of {runs} runs in turns")
    met = True
    for name, measured in times.items():
        median = statistics.median(measured)
        bar = BARS.get(name)
        verdict = (
            "" if bar is None else f"  bar {bar}: {'met' if median <= bar * base else 'MISSED'}"
        )
        met = met and (bar is None or median <= bar * base)
        print(f"  {name:<20} {median * 1000:7.1f} ms  {median / base:6.2f} x{verdict}")
    return met


def stages(corpus: Path) -> None:
    """Measure parsing and comparing in this process, over all files and pairs of *corpus*."""
    files = sorted(corpus.glob("single/*.md")) + sorted(corpus.glob("pairs/*/*.md"))
    texts = [path.read_bytes() for path in files]
    size = sum(map(len, texts)) / 1e6
    seconds = _clock(lambda: [api.parse(text) for text in texts])
    print(
        f"\nparse: {len(texts)} files, {size:.1f} MB in {seconds:.1f} s, {size / seconds:.2f} MB/s"
    )
    pairs = [sorted(folder.glob("*.md")) for folder in sorted(corpus.glob("pairs/*/"))]
    slowest = (0.0, "")
    total = 0.0
    for versions in pairs:
        try:
            old, new = (api.load(str(path)) for path in (versions[0], versions[-1]))
        except GazetteDiffError as error:
            print(f"  {versions[0].parent.name}: {error}")
            continue
        seconds = _clock(lambda: api.compare(old, new))  # noqa: B023 - called at once
        total += seconds
        slowest = max(slowest, (seconds, versions[0].parent.name))
    print(f"compare: {len(pairs)} pairs in {total:.1f} s, slowest {slowest[1]} {slowest[0]:.2f} s")


def _timed(command: Sequence[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    return seconds


def _clock(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
