"""Feed damaged web pages, Word files and PDF to the reader: an answer or one line, never more.

    python -m benchmarks.fuzz_sources [--count 1000] [--seed 1] [--kind page|word|pdf]

Each input is a file of ``tests/cases/reading`` with bytes flipped, cut out, doubled or put
elsewhere; in Word files the damage is done inside the parts, so that it reaches the XML. Every
other exception than :class:`UnreadableError`, and every input that takes longer than its
bound, is reported with the number that makes it again; then the exit code is 1.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gazette_diff.core.errors import UnreadableError
from gazette_diff.parsing import parse_source
from gazette_diff.reading import read_bytes

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "reading"
SUFFIXES = {"page": (".html", ".htm"), "word": (".docx",), "pdf": (".pdf",)}
#: Seconds that no damaged file of this size may take.
BOUND = 5.0
SCRAPS = [
    *(b"<", b">", b"&", b"<table>", b"</td>", b"<!--", b"]]>", b"<td rowspan=99999>", b"\x00"),
    *(b"<w:p>", b"</w:p>", b'w:val="999999999"', b'w:val="-1"', b"<w:tbl>", b"\xff\xfe", b"%1"),
    *(b"endobj", b"/Kids[1 0 R]", b"0 0 R", b"stream", b"999999999", b"<<", b">>"),
]


def damage(data: bytes, chance: random.Random) -> bytes:
    """Return *data* with one to eight kinds of harm done to it."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if not out:
            break
        at = chance.randrange(len(out))
        length = chance.choice((1, 2, 8, 64, 512))
        match chance.randrange(6):
            case 0:
                out[at] ^= 1 << chance.randrange(8)
            case 1:
                del out[at : at + length]
            case 2:
                out[at:at] = out[at : at + length]
            case 3:
                out[at:at] = chance.choice(SCRAPS)
            case 4:
                out[at : at + length] = chance.randbytes(length)
            case _:
                to = chance.randrange(len(out))
                out[to:to] = out[at : at + length]
    return bytes(out)


def damage_parts(data: bytes, chance: random.Random) -> bytes:
    """Return the archive *data* with harm done inside one of its parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as out:
        names = [name for name in source.namelist() if name.endswith((".xml", ".rels"))]
        chosen = chance.choice(names)
        for name in source.namelist():
            content = source.read(name)
            out.writestr(name, damage(content, chance) if name == chosen else content)
    return buffer.getvalue()


def inputs(kinds: list[str], count: int, seed: int) -> Iterator[tuple[int, str, bytes]]:
    """Yield *count* damaged files with their numbers and names."""
    paths = [p for kind in kinds for p in sorted(CASES.glob("*")) if p.suffix in SUFFIXES[kind]]
    whole = {path: path.read_bytes() for path in paths}
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)
        path = chance.choice(paths)
        inside = path.suffix == ".docx" and chance.random() < 0.9
        harm = damage_parts if inside else damage
        yield number, path.name, harm(whole[path], chance)


def main() -> int:
    """Run, report, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=sorted(SUFFIXES), action="append")
    options = parser.parse_args()
    outcomes: Counter[str] = Counter()
    failures = 0
    begun = time.perf_counter()
    for number, name, data in inputs(options.kind or sorted(SUFFIXES), options.count, options.seed):
        start = time.perf_counter()
        try:
            documents = parse_source(read_bytes(data, name).source).documents
            outcomes["read" if documents else "read, no regulation"] += 1
        except UnreadableError as error:
            outcomes[f"refused: {error.what.en}"] += 1
        except Exception:  # noqa: BLE001
            failures += 1
            print(f"seed {options.seed} number {number} ({name}):\n{traceback.format_exc()}")
        if (taken := time.perf_counter() - start) > BOUND:
            failures += 1
            print(f"seed {options.seed} number {number} ({name}): {taken:.1f} s")
    for outcome, times in outcomes.most_common():
        print(f"{times:7}  {outcome}")
    print(f"{options.count} inputs in {time.perf_counter() - begun:.0f} s, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
