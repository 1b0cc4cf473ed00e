"""Fuzz the reading side: mutations of texts, and what must hold for each of them.

Every character is in the ledger once; the XML reads back; nothing crashes or hangs. (Clean text
reads back from every real text; of mangled ones it is told how many do not.) Seeds are the parse
cases of the tests and, with ``--corpus``, real regulations. Run from the repository:
python benchmarks/fuzz_parsing.py [--rounds 10000] [--seed 1] [--corpus ../shared/corpus]. Ends
with exit code 1 and the text at fault in fuzz-fault.txt.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from gazette_diff.akn import from_akn, to_akn
from gazette_diff.core.source import SourceText
from gazette_diff.parsing import parse_source, to_text

ROOT = Path(__file__).resolve().parent.parent
SPLINTERS = (
    *("第一条 ", "第三条规定的", "第二条之一", "第一章 总则", "一、", "（一）", "1.", "①", "附件1"),
    *("\n", "\n\n", "\n　　", "\n ", "。", "，", "：", "“", "》", "(", "# ", "## ", "- ", "<!--"),
    *("2023年4月16日", "宛政〔2023〕4号", "县人民政府", "目 录", "| a | b |", "\u200b", "\x07"),
    *(
        "\ufffd",
        "\u202e",
        "😀",
        "０１２",
        "第九千九百九十九条",
        "第零条",
        "（零）",
        "第" * 40,
        "一" * 60,
    ),
)
SLOW_SECONDS = 5.0

Mutation = Callable[[random.Random, str], str]


def insert(rng: random.Random, text: str) -> str:
    """Put a splinter anywhere."""
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(SPLINTERS) + text[at:]


def cut(rng: random.Random, text: str) -> str:
    """Take a piece out."""
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + rng.randrange(1, 80) :]


def swap_lines(rng: random.Random, text: str) -> str:
    """Let two lines change places."""
    lines = text.split("\n")
    a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


def repeat(rng: random.Random, text: str) -> str:
    """Let a piece stand twice."""
    at, size = rng.randrange(len(text) + 1), rng.randrange(1, 200)
    return text[: at + size] + text[at:]


def wrap(rng: random.Random, text: str) -> str:
    """Cut all lines at a width, with or without blank lines between."""
    width, gap = rng.randrange(8, 40), rng.choice(("\n", "\n\n"))
    pieces = [line[k : k + width] for line in text.split("\n") for k in range(0, len(line), width)]
    return gap.join(pieces)


MUTATIONS: tuple[Mutation, ...] = (insert, insert, insert, cut, cut, swap_lines, repeat, wrap)


UNSTABLE = "(the clean text does not read back)"


def fault(text: str) -> str:
    """Say what is wrong with the reading of *text*; empty when nothing is."""
    started = time.perf_counter()
    source = SourceText.from_text(text)
    parsed = parse_source(source)
    if time.perf_counter() - started > SLOW_SECONDS:
        return "slow"
    if "".join("".join(e.text.split()) for e in parsed.ledger) != "".join(text.split()):
        return "the ledger does not cover the text"
    unstable = False
    for document in parsed.documents:
        regulation = document.regulation
        xml = to_akn(regulation, generated_on=date(2026, 1, 1))
        if from_akn(xml, "fuzz") != regulation:
            return "the XML does not read back"
        again = parse_source(SourceText.from_text(to_text(regulation))).documents
        unstable |= [d.regulation for d in again] != [regulation]
    return UNSTABLE if unstable else ""


def main() -> int:
    """Run the rounds; return 0 when nothing was found, else 1."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--corpus", type=Path)
    options.add_argument("--keep-going", action="store_true")
    given = options.parse_args()
    paths = sorted((ROOT / "tests" / "cases" / "parse").glob("*.txt"))
    if given.corpus:
        paths += sorted(given.corpus.glob("single/*.md"))
    seeds = [path.read_text(encoding="utf-8")[:20000] for path in paths]
    rng = random.Random(given.seed)
    faults: dict[str, int] = {}
    unstable = 0
    for number in range(given.rounds):
        text = rng.choice(seeds)
        for _ in range(rng.randrange(1, 8)):
            text = rng.choice(MUTATIONS)(rng, text)
        try:
            found = fault(text)
        except Exception as error:  # noqa: BLE001 - any exception is what is looked for
            found = f"{type(error).__name__}: {error}"
        if found == UNSTABLE:
            unstable += 1
        elif found:
            faults[found] = faults.get(found, 0) + 1
            Path("fuzz-fault.txt").write_text(text, encoding="utf-8", errors="surrogatepass")
            print(f"round {number}: {found}", file=sys.stderr)
            if not given.keep_going:
                return 1
    print(f"{given.rounds} texts, faults: {faults or 'none'}; unstable clean text: {unstable}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
