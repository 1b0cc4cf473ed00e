"""How a library bears its load: building it, checking it, asking it, killing who writes to it.

Builds a library of all files of a corpus and times whole processes: ``add`` of everything
(bar: 90 s on two cores), ``verify`` (30 s), ``list``, ``show`` and ``log`` of one regulation
(0.5 s each, with the index and without). Then a process that adds is killed at random
moments, as often as asked for, and the library must be as it was or as it was to be.

    python -m benchmarks.library [--corpus ../shared/corpus] [--kills 300]
"""

from __future__ import annotations

import argparse
import contextlib
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gazette_diff.library.changing import begin
from gazette_diff.library.shelf import Shelf

ROOT = Path(__file__).resolve().parent.parent
BARS = {"add": 90.0, "verify": 30.0, "list": 0.5, "show": 0.5, "log": 0.5}
ASKED = "中华人民共和国海洋环境保护法"


def main() -> int:
    """Print the measures; return 1 if a bar is missed or a library was torn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--kills", type=int, default=100)
    options = parser.parse_args()
    files = sorted((*options.corpus.glob("pairs/*/*.md"), *options.corpus.glob("single/*.md")))
    if not files:
        print(f"no corpus at {options.corpus}")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        met = measure(Path(folder) / "library", files)
        whole = kill(Path(folder) / "killed", files, options.kills)
    return 0 if met and whole else 1


def measure(library: Path, files: list[Path]) -> bool:
    """Time the commands on a library of all *files*; tell whether every bar is met."""
    begin(library)
    met = told("add", _timed(library, "add", "--yes", *map(str, files)), len(files))
    held = len(Shelf(library).versions)
    met &= told("verify", _timed(library, "verify"), held)
    for indexed in ("with the index", "without"):
        for name in ("list", "show", "log"):
            words = [] if name == "list" else [ASKED]
            seconds = min(_timed(library, name, *words) for _ in range(5))
            met &= told(name, seconds, held, indexed)
        (library / "index.json").unlink(missing_ok=True)
    return met


def kill(library: Path, files: list[Path], times: int) -> bool:
    """Kill a process that adds ten regulations at once, at random moments; tell of the library."""
    begin(library)
    moments = random.Random(11)
    begun = time.perf_counter()
    _started(library, "add", "--yes", *map(str, files[:10])).wait()
    whole = time.perf_counter() - begun
    outcomes = {"as it was": 0, "as it was to be": 0}
    for number in range(times):
        some = moments.sample(files, 10)
        before = {str(version) for version in Shelf(library).versions}
        process = _started(library, "add", "--yes", "--replace", *map(str, some))
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(moments.uniform(0.2, 1.2) * whole)
        process.kill()
        process.wait()
        shelf = Shelf(library)
        after = {str(version) for version in shelf.versions}
        if shelf.unreadable or not before <= after:
            print(f"torn after kill {number}: {shelf.unreadable or before - after}")
            return False
        for version in shelf.versions:
            shelf.load(version)
        outcomes["as it was" if after == before else "as it was to be"] += 1
    left = [path.name for path in library.iterdir() if path.name.startswith(".")]
    print(f"killed {times} times: {outcomes}; beside the versions: {sorted(left)}")
    return True


def told(name: str, seconds: float, count: int, how: str = "") -> bool:
    """Print one measure; tell whether its bar is met."""
    met = seconds <= BARS[name]
    verdict = "met" if met else "MISSED"
    print(f"{name:8} {seconds:7.2f} s  bar {BARS[name]:5.1f} s  {verdict}  ({count}) {how}")
    return met


def _timed(library: Path, *arguments: str) -> float:
    begun = time.perf_counter()
    _started(library, *arguments).wait()
    return time.perf_counter() - begun


def _started(library: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gazette_diff", "--library", str(library), *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
