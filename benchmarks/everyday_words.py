"""Find the pairs of characters that stand in most regulations, whatever they are about.

    python benchmarks/everyday_words.py FOLDER > gazette_diff/comparing/everyday.txt

FOLDER holds regulations of all kinds, one in a file (600 texts were read for the table in the
package). Words such as 应当, 主管 or 制定本条例 say nothing of what two texts have in common.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from gazette_diff import api
from gazette_diff.comparing.keys import bigrams, plain, reduced
from gazette_diff.comparing.units import skeleton_of
from gazette_diff.core.errors import GazetteDiffError

# The share of the regulations that a pair must stand in.
_SHARE = 0.25
_PER_LINE = 24


def main() -> None:
    """Print the pairs, in the order of their characters."""
    frequency: Counter[str] = Counter()
    texts = 0
    for path in sorted(Path(sys.argv[1]).rglob("*.md")):
        try:
            units = skeleton_of(api.load(str(path))).units
        except GazetteDiffError as error:
            print(error, file=sys.stderr)
            continue
        texts += 1
        frequency.update({pair for unit in units for pair in bigrams(reduced(plain(unit.text)))})
    pairs = sorted(pair for pair, count in frequency.items() if count >= _SHARE * texts)
    for start in range(0, len(pairs), _PER_LINE):
        print(" ".join(pairs[start : start + _PER_LINE]))


if __name__ == "__main__":
    main()
