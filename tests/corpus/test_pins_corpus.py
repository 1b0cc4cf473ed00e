"""Corrections on real revisions: with the gold pinned, nothing but the gold is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest

from benchmarks.alignment import Gold, gold_of, links_of, versions_of
from gazette_diff import api
from tests.shared import CORPUS

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here"),
]
# Few enough to be quick; 行政复议法 has the most splits and mergers.
GOLD = [gold for gold in gold_of(CORPUS) if gold.name in {"保守国家秘密法", "行政复议法"}]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.name)
def test_with_the_gold_pinned_the_gold_is_found(gold: Gold) -> None:
    old, new = versions_of(CORPUS, gold.name)
    pins = list(typed(gold.links))
    named = {i for i, _ in gold.links}, {j for _, j in gold.links}
    found = links_of(api.compare(old, new, pins=pins))
    assert {(i, j) for i, j in found if i in named[0] or j in named[1]} == gold.links
    turned = ["=".join(reversed(pin.split("="))) for pin in pins]
    back = links_of(api.compare(new, old, pins=turned))
    assert {(i, j): sure for (j, i), sure in back.items()} == found


def typed(links: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Yield *links* as people type them: each split and each merger as a whole."""
    became: dict[int, list[int]] = defaultdict(list)
    origins: dict[int, list[int]] = defaultdict(list)
    for i, j in sorted(links):
        became[i].append(j)
        origins[j].append(i)
    for i, news in became.items():
        if len(news) > 1 or len(origins[news[0]]) == 1:
            yield f"{i}={','.join(map(str, news))}"
    for j, olds in origins.items():
        if len(olds) > 1:
            yield f"{','.join(map(str, olds))}={j}"
