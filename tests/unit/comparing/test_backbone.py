"""The order of the texts."""

from __future__ import annotations

import pytest

from gazette_diff.comparing.backbone import Neighbourhood, backbone, nearness
from gazette_diff.comparing.identical import identical_pairs


@pytest.mark.parametrize(
    ("links", "chain"),
    [
        ([], []),
        ([(0, 0, 1.0), (1, 1, 1.0)], [(0, 0), (1, 1)]),
        ([(0, 2, 1.0), (1, 0, 1.0), (2, 1, 1.0)], [(1, 0), (2, 1)]),
        ([(0, 2, 5.0), (1, 0, 1.0), (2, 1, 1.0)], [(0, 2)]),
        ([(0, 0, 1.0), (0, 1, 1.0), (1, 1, 1.0)], [(0, 0), (1, 1)]),
        ([(0, 0, 1.0), (1, 0, 1.0)], [(0, 0)]),
    ],
)
def test_the_heaviest_chain_in_order(
    links: list[tuple[int, int, float]], chain: list[tuple[int, int]]
) -> None:
    assert list(backbone(links)) == chain


def test_a_unit_is_expected_between_its_neighbours() -> None:
    around = Neighbourhood([(1, 1), (5, 9)], 8, 12)
    assert around.distance(3, 4) == 0
    assert around.distance(3, 10) == 1
    assert around.distance(3, 11) == 2
    assert around.distance(7, 4) == 2
    assert around.distance(1, 5) == 0  # its own link does not count
    assert nearness(0) == 1
    assert nearness(3) < nearness(1)


def test_gaps_hold_what_stands_between() -> None:
    around = Neighbourhood([(1, 1), (4, 2)], 6, 4)
    assert [around.gap(n) for n in range(3)] == [
        (range(1), range(1)),
        (range(2, 4), range(2, 2)),
        (range(5, 6), range(3, 4)),
    ]
    assert around.gap_of_old(3) == 1
    assert around.gap_of_new(3) == 2


def test_equal_words_pair_once() -> None:
    assert identical_pairs(["甲", "乙", "丙"], ["丙", "甲"]) == ((0, 1), (2, 0))
    assert identical_pairs(["", "甲"], ["", "乙"]) == ((0, 0),)


def test_repeated_words_pair_between_the_same_neighbours() -> None:
    old = ["一", "略", "二", "三", "略"]
    new = ["一", "二", "三", "新", "略"]
    assert identical_pairs(old, new) == ((0, 0), (2, 1), (3, 2), (4, 4))


def test_repeated_words_pair_in_order() -> None:
    assert identical_pairs(["略"] * 3, ["略"] * 2) == ((0, 0), (1, 1))
