"""What the damage of printed pages does to a tree: damaged texts against the clean ones.

Takes clean regulations (those of ``rules/``, and a sample of the corpus where it is at hand),
does to each, with a seed, the damage that real extractions of gazettes show, and compares what
is read with the clean text: title, document number, dates, headings, articles with their 款
and 项. Each kind of damage alone, then all of them. Width and spaces do not count: they are what
is damaged. For each kind it tells the share of equal documents and of equal articles, and of the
unequal documents those in which a difference has no diagnostic at its place. Run from the
repository:

    python -m benchmarks.damage [--sample 200] [--seed 1] [--kind NAME …] [--show 3]
"""

from __future__ import annotations

import argparse
import difflib
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks import damage_kinds as kinds
from benchmarks import damage_texts as texts
from benchmarks.damage_kinds import Change
from benchmarks.damage_texts import Expected, Maker, Work, fold, units_of, works
from gazette_diff.core.source import SourceText
from gazette_diff.parsing import parse_source

if TYPE_CHECKING:
    from gazette_diff.core.documents import ParsedDocument, ParsedSource

ROOT = Path(__file__).resolve().parent.parent
NEAR = 3  # lines


@dataclass(frozen=True)
class Kind:
    """A kind of damage: how a text is made, what is done to its paragraphs, how it is printed."""

    make: Maker
    changes: tuple[Change, ...] = ()
    layouts: tuple[kinds.Layout, ...] = (kinds.clean_lines,)


WRAPPED = (
    kinds.column(),
    kinds.column(gaps="all"),
    kinds.column(gaps="paragraphs"),
    kinds.column(indent="\u3000\u3000"),
    kinds.column(gaps="all", indent="\u3000\u3000"),
)
KINDS = {
    "clean, 题注": Kind(texts.noted),
    "clean, notice": Kind(texts.noticed),
    "indents lost": Kind(texts.noticed, layouts=(kinds.flush_lines,)),
    "column": Kind(texts.noticed, layouts=WRAPPED[:1]),
    "column, blank lines": Kind(texts.noticed, layouts=WRAPPED[1:2]),
    "column, paragraphs apart": Kind(texts.noticed, layouts=WRAPPED[2:3]),
    "column, indents": Kind(texts.noticed, layouts=WRAPPED[3:]),
    "pages": Kind(
        texts.noticed, layouts=(kinds.paged(kinds.clean_lines), kinds.paged(kinds.flush_lines))
    ),
    "pages cut paragraphs": Kind(
        texts.noticed,
        layouts=(
            kinds.paged(kinds.clean_lines, cut=True),
            kinds.paged(kinds.flush_lines, cut=True),
        ),
    ),
    "pages of columns": Kind(texts.noticed, layouts=tuple(kinds.paged(one) for one in WRAPPED)),
    "floating title": Kind(texts.floating_title),
    "interleaved": Kind(texts.interleaved),
    "number elsewhere": Kind(texts.number_elsewhere, layouts=(kinds.flush_lines, *WRAPPED)),
    "title over lines": Kind(texts.noticed, (kinds.title_in_lines,), (kinds.flush_lines,)),
    "stretched headings": Kind(texts.noted, (kinds.spaced_headings,), (kinds.flush_lines,)),
    "list dashes": Kind(texts.noted, (kinds.dashes,), (kinds.flush_lines,)),
    "half-width": Kind(texts.noticed, (kinds.half_width,), (kinds.flush_lines,)),
    "half-width, column": Kind(texts.noticed, (kinds.half_width,), WRAPPED),
    "spaces in numbers": Kind(
        texts.noticed, (kinds.spaced_numbers,), (kinds.flush_lines, *WRAPPED)
    ),
    "heading below number": Kind(
        texts.noted, (kinds.heading_below_number,), (kinds.flush_lines, *WRAPPED)
    ),
    "contents page": Kind(texts.noted, (kinds.contents_page,), (kinds.flush_lines, *WRAPPED)),
    "several titles": Kind(texts.several_titles, layouts=(kinds.flush_lines, kinds.clean_lines)),
    "several titles, column": Kind(texts.several_titles, layouts=WRAPPED),
    "several notices": Kind(texts.several_notices, layouts=(kinds.flush_lines, *WRAPPED)),
    "several in one notice": Kind(texts.several_issued, layouts=(kinds.flush_lines, *WRAPPED)),
    "essay after": Kind(texts.noticed, (kinds.essay_after,), (kinds.flush_lines, *WRAPPED)),
    "signed at end": Kind(texts.signed_at_end, layouts=(kinds.flush_lines, *WRAPPED)),
    "editor's note": Kind(
        texts.signed_at_end, (kinds.editors_notes,), (kinds.flush_lines, *WRAPPED)
    ),
    "题注 over lines": Kind(texts.note_in_lines, layouts=(kinds.clean_lines, kinds.flush_lines)),
    "lost numbers": Kind(texts.lost_numbers, layouts=(kinds.flush_lines,)),
    "lost numbers, indents": Kind(texts.lost_numbers),
    "all": Kind(
        texts.everything,
        (
            texts.any_of(
                kinds.title_in_lines,
                kinds.spaced_headings,
                kinds.dashes,
                kinds.half_width,
                kinds.spaced_numbers,
                kinds.heading_below_number,
                kinds.editors_notes,
            ),
        ),
        tuple(kinds.paged(one) for one in (*WRAPPED, kinds.flush_lines)),
    ),
}


# What was read.


@dataclass
class Score:
    """The sums of one kind."""

    documents: int = 0
    equal: int = 0
    unnamed: int = 0
    units: int = 0
    units_equal: int = 0


@dataclass(frozen=True)
class Difference:
    """A difference between what was expected and found, and whether a diagnostic is there."""

    what: str
    expected: str
    found: str
    lines: tuple[int, int]
    named: bool


def judge(
    expected: Expected, found: ParsedDocument | None, parsed: ParsedSource
) -> list[Difference]:
    """Return the differences between *expected* and what was *found*."""
    places = [
        d.line for d in (*parsed.diagnostics, *(found.diagnostics if found else ())) if d.line
    ]
    if found is None:
        return [Difference("document", expected.title, "", (0, 0), bool(places))]
    meta = found.regulation.metadata
    number = str(meta.document_number or "")
    facts = (
        ("title", fold(expected.title), fold(meta.title)),
        ("number", expected.number, number),
        ("signed", str(expected.signed), str(meta.signed)),
    )
    first = found.lines[0]
    near = any(line <= first + 30 for line in places)
    differences = [Difference(w, a, b, (first, first), near) for w, a, b in facts if a != b]
    units = list(units_of(found.regulation.body))
    ours = [words for words, _ in units]
    matcher = difflib.SequenceMatcher(None, expected.units, ours, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        around = [provision for _, provision in units[max(0, c - 1) : d + 1]]
        lines = [n for p in around for one in p.walk() for n in one.span.lines or ()]
        low, high = min(lines, default=first), max(lines, default=first)
        named = any(low - NEAR <= line <= high + NEAR for line in places)
        wanted, got = "\n      ".join(expected.units[a:b]), "\n      ".join(ours[c:d])
        differences.append(Difference("text", wanted, got, (low, high), named))
    return differences


def measure(name: str, kind: Kind, all_works: Sequence[Work], options: argparse.Namespace) -> Score:
    """Damage each work by *kind* and add up what is read; show the first differences."""
    score, shown = Score(), 0
    for k, work in enumerate(all_works):
        rng = Random(zlib.crc32(f"{options.seed} {name} {work.name} {k}".encode()))
        others = rng.sample(all_works, min(len(all_works), 8))
        some = [work, *(w for w in others if w.title != work.title)]
        text = kind.make(rng, some)
        paras = text.paras
        for change in kind.changes:
            paras = change(rng, paras)
        lines = text.lines or rng.choice(kind.layouts)(rng, paras)
        parsed = parse_source(SourceText.from_text("\n".join(lines) + "\n"))
        for expected, differences in _judged(text.expected, parsed):
            _add(score, expected, differences)
            if differences and shown < options.show:
                shown += 1
                _show(name, work, differences, lines, options)
        _ledger_holds(parsed, lines)
    return score


def _judged(
    expected: Sequence[Expected], parsed: ParsedSource
) -> Iterator[tuple[Expected, list[Difference]]]:
    """Pair what is *expected* with the documents of *parsed*: by title, else by place."""
    left = list(parsed.documents)
    for k, one in enumerate(expected):
        same = [d for d in left if fold(d.regulation.metadata.title) == fold(one.title)]
        beside = parsed.documents[k] if k < len(parsed.documents) else None
        found = same[0] if same else beside if beside in left else None
        if found is not None:
            left.remove(found)
        differences = judge(one, found, parsed)
        if k + 1 == len(expected) and left:
            more = ", ".join(d.regulation.metadata.title for d in left)
            differences.append(Difference("documents too many", "", more, left[0].lines, False))
        yield one, differences


def _add(score: Score, expected: Expected, differences: Sequence[Difference]) -> None:
    score.documents += 1
    score.equal += not differences
    score.unnamed += any(not d.named for d in differences)
    wrong = sum(
        len(d.expected.split("\n      ")) for d in differences if d.what == "text" and d.expected
    )
    gone = len(expected.units) if any(d.what == "document" for d in differences) else wrong
    score.units += len(expected.units)
    score.units_equal += len(expected.units) - gone


def _ledger_holds(parsed: ParsedSource, lines: Sequence[str]) -> None:
    told = Counter(c for entry in parsed.ledger for c in entry.text if not c.isspace())
    if told != Counter(c for line in lines for c in line if not c.isspace()):
        sys.exit("the ledger does not cover the text")


def _show(
    name: str,
    work: Work,
    differences: Sequence[Difference],
    lines: Sequence[str],
    options: argparse.Namespace,
) -> None:
    print(f"--- {name}: {work.name} ({len(differences)} differences)")
    for one in differences[: options.first]:
        mark = "" if one.named else "  NOT NAMED"
        print(f"  {one.what}, lines {one.lines[0]}–{one.lines[1]}{mark}")
        pairs = zip(one.expected, one.found, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        for sign, words in (("-", one.expected), ("+", one.found)):
            print(f"    {sign} …{words[max(0, same - 30) : same + 60]}")
    if options.keep:
        options.keep.mkdir(exist_ok=True)
        (options.keep / f"{name}-{work.name}.txt").write_text("\n".join(lines), encoding="utf-8")


def main() -> int:
    """Print the table of kinds; return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", action="append", help="only kinds whose name holds this")
    parser.add_argument("--show", type=int, default=0, help="how many unequal documents to show")
    parser.add_argument("--first", type=int, default=2, help="how many differences of each")
    parser.add_argument("--keep", type=Path, help="write the texts shown to this folder")
    options = parser.parse_args()
    found = works(options.corpus, options.sample, options.seed)
    print(f"{len(found)} regulations")
    print(
        f"{'kind':<26}{'documents':>10}{'equal':>8}{'articles equal':>16}{'unequal, not named':>20}"
    )
    for name, kind in KINDS.items():
        if options.kind and not any(wanted in name for wanted in options.kind):
            continue
        s = measure(name, kind, found, options)
        print(
            f"{name:<26}{s.documents:>10}{s.equal / s.documents:>8.1%}"
            f"{s.units_equal / s.units:>16.2%}{s.unnamed:>20}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
