"""What is found of the references of real regulations, and of revisions that broke them.

Over a corpus of single texts and pairs of versions it counts

- the internal references that resolve, and those that are reported with a reason;
- the judgements of every pair;
- of the references that were renumbered together with their targets, each put back to its
  old number in turn (what a drafter forgets), how many are found. Where the old number then
  repeats another one of the same list, or means the same provision still, nothing is wrong
  with it, and it counts as missed all the same.

    python -m benchmarks.references [--corpus ../shared/corpus]
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from gazette_diff import api
from gazette_diff.core.places import place_regulation, walk_places
from gazette_diff.core.references import JudgedReference, Judgement, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette_diff.core.tree import Regulation

ROOT = Path(__file__).resolve().parent.parent
BAR = 0.9
_NO_LIBRARY = Path("/nonexistent")


def main() -> int:
    """Print the measures; return 1 if too few broken references are found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    corpus = parser.parse_args().corpus
    if not corpus.is_dir():
        print(f"no corpus at {corpus}: nothing is measured")
        return 0
    resolved(sorted((corpus / "single").glob("*.md")))
    judgements: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for folder in sorted((corpus / "pairs").iterdir()):
        first, *_, last = sorted(folder.glob("*.md"))
        old, new = api.load(str(first)), api.load(str(last))
        judged = api.compare(old, new).references
        judgements.update(str(one.judgement) for one in judged)
        broken.update(break_each(old, new, last, judged))
    print("judgements:", ", ".join(f"{name} {n}" for name, n in judgements.most_common()))
    found = broken["found"] / max(1, broken.total())
    print(f"references put back to their old number: {broken.total()}, found {found:.3f}")
    return 0 if found >= BAR else 1


def resolved(files: list[Path]) -> None:
    """Print how many internal references of *files* resolve, and how many say why not."""
    counts: Counter[str] = Counter()
    for file in files:
        for document in api.parse(file).documents:
            for one in api.references(document.regulation, library=_NO_LIBRARY):
                if one.scope is Scope.INTERNAL:
                    kind = "resolved" if one.targets else "reported" if one.problem else "lost"
                    counts[kind] += 1
    print("internal references:", ", ".join(f"{name} {n}" for name, n in counts.most_common()))


def break_each(
    old: Regulation, new: Regulation, file: Path, judged: tuple[JudgedReference, ...]
) -> Iterator[str]:
    """Yield ``found`` or ``missed`` for each renumbered reference, put back to its old number."""
    lines = file.read_text(encoding="utf-8").split("\n")
    places = {placed.eid: placed.provision for placed in walk_places(place_regulation(new))}
    for one in judged:
        if one.judgement is not Judgement.FOLLOWS or one.old is None:
            continue
        now, before = one.reference, one.old
        span = places[now.source.eid].span.lines
        if span is None or numbers(now.text) == numbers(before.text):
            continue
        line = lines[span[0] - 1]
        if now.text not in line:
            continue
        changed = [*lines]
        changed[span[0] - 1] = line.replace(now.text, before.text, 1)
        (document, *_) = api.parse("\n".join(changed).encode()).documents
        again = api.compare(old, document.regulation).references
        here = (r for r in again if r.reference.source.eid == now.source.eid)
        found = any(r.finding for r in here if r.reference.text == before.text)
        yield "found" if found else "missed"


def numbers(text: str) -> list[str]:
    """Return the numbers of a citation, however they are written: brackets, width, work."""
    return re.findall("[零一二三四五六七八九十百千0-9]+", unicodedata.normalize("NFKC", text))


if __name__ == "__main__":
    raise SystemExit(main())
