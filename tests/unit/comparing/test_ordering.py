"""Orders that keep others."""

from __future__ import annotations

import pytest

from gazette_diff.comparing.ordering import heaviest_rise, ordered


@pytest.mark.parametrize(
    ("steps", "kept"),
    [
        ([], []),
        ([(0, 1), (0, 1), (1, 1)], [0, 1, 2]),
        ([(5, 9), (0, 4), (5, 9)], [0, 2]),
        ([(5, 1), (0, 4), (1, 4)], [1, 2]),
        ([(0, 1), (2, 1), (1, 5), (2, 1)], [0, 2, 3]),
        ([(3, 2), (2, 2), (1, 2)], [0]),
    ],
)
def test_the_heaviest_run_that_never_falls(steps: list[tuple[int, int]], kept: list[int]) -> None:
    found = heaviest_rise(steps)
    assert sum(steps[at][1] for at in found) == sum(steps[at][1] for at in kept)
    assert [steps[at][0] for at in found] == sorted(steps[at][0] for at in found)


@pytest.mark.parametrize(
    ("chains", "order"),
    [
        ([], [0, 1, 2, 3]),
        ([[2, 0]], [1, 2, 0, 3]),
        ([[0, 1, 2], [3, 1]], [0, 3, 1, 2]),
        ([[0, 1], [1, 0]], None),
        ([[0, 1], [1, 2], [2, 0]], None),
        ([[0, 1], [0, 1]], [0, 1, 2, 3]),
    ],
)
def test_one_order_that_keeps_all_chains(chains: list[list[int]], order: list[int] | None) -> None:
    assert ordered(chains, 4) == order
