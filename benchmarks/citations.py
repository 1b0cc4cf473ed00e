"""How well and how fast citations are found in running text.

Quality is measured on the labelled sentences of tests/cases/citation: a citation counts as
found where its extent, its work and every place it names are right; anything else that is
found is wrong. The bar is 0.99 for precision and for recall. Speed is measured over a folder
of real texts, where one is at hand, in MB of UTF-8 a second on one core; the bar is 3.

    python -m benchmarks.citations [--corpus ../shared/corpus]
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from gazette_diff.citation import Found, Reference, Unit, scan

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases" / "citation"
BAR = 0.99
SPEED_BAR = 3.0
_MARKED = re.compile("⟦(?P<text>[^|⟧]*)(?P<rest>[^⟧]*)⟧")
_NAMES = {
    Unit.CHAPTER: "章",
    Unit.SECTION: "节",
    Unit.ARTICLE: "条",
    Unit.PARAGRAPH: "款",
    Unit.ITEM: "项",
    Unit.SUBITEM: "目",
}


class Label(NamedTuple):
    """One citation as labelled or found: its extent in the sentence, and what it cites."""

    start: int
    end: int
    cited: str


def main() -> int:
    """Print the measures; return 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    options = parser.parse_args()
    met = True
    for file in sorted(CASES.glob("scan*.md")):
        met &= quality(file)
    if options.corpus.is_dir():
        met &= speed(options.corpus)
    else:
        print(f"no corpus at {options.corpus}: speed is not measured")
    return 0 if met else 1


def quality(file: Path) -> bool:
    """Score the labelled sentences of *file*; tell whether precision and recall meet the bar."""
    counts: Counter[str] = Counter()
    for line in sentences(file):
        sentence, wanted = labels(line)
        found = {Label(c.start, c.end, _cited(c)) for c in scan(sentence)}
        counts.update(lines=1, wanted=len(wanted), found=len(found), right=len(wanted & found))
        for label in sorted(wanted ^ found):
            kind = "missed" if label in wanted else "wrong "
            print(f"  {kind} {sentence[label.start : label.end]} ({label.cited}) in: {sentence}")
    precision = counts["right"] / max(1, counts["found"])
    recall = counts["right"] / max(1, counts["wanted"])
    print(
        f"{file.name}: {counts['lines']} sentences, {counts['wanted']} citations, "
        f"precision {precision:.4f}, recall {recall:.4f}"
    )
    return min(precision, recall) >= BAR


def sentences(file: Path) -> list[str]:
    """Return the labelled sentences of *file*, without its headings and explanation."""
    lines = file.read_text(encoding="utf-8").split("\n")
    body = lines[lines.index("", 2) :]
    return [line.strip() for line in body if line.strip() and not line.startswith("## ")]


def labels(line: str) -> tuple[str, set[Label]]:
    """Return the sentence without its marks, and what they say."""
    sentence, wanted, position = "", set(), 0
    for mark in _MARKED.finditer(line):
        sentence += line[position : mark.start()]
        wanted.add(Label(len(sentence), len(sentence) + len(mark["text"]), mark["rest"].strip("|")))
        sentence += mark["text"]
        position = mark.end()
    return sentence + line[position:], wanted


def _cited(citation: Found) -> str:
    places = "~".join(_place(one) for one in citation.target.references)
    return "|".join((citation.work, places, citation.relative)).strip("|")


def _place(reference: Reference) -> str:
    known = [step for step in reference.steps if step.unit in _NAMES]
    return " ".join(f"{_NAMES[step.unit]}{step.ordinal}" for step in known)


def speed(corpus: Path) -> bool:
    """Scan every text of *corpus* in one process; tell whether the bar is met."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(corpus.rglob("*.md"))]
    size = sum(len(text.encode()) for text in texts) / 1e6
    scan(texts[0])  # compiles the patterns
    started = time.process_time()
    found = sum(len(scan(text)) for text in texts)
    seconds = time.process_time() - started
    print(
        f"speed: {found} citations in {size:.1f} MB, {seconds:.2f} s, {size / seconds:.1f} MB/s "
        f"(bar {SPEED_BAR:.0f})"
    )
    return size / seconds >= SPEED_BAR


if __name__ == "__main__":
    raise SystemExit(main())
