"""Which article became which."""

from __future__ import annotations

import pytest

from gazette_diff.comparing.alignment import Alignment, align
from gazette_diff.comparing.fixed import Fixed
from gazette_diff.core.changes import DOUBT

WELL = "村民委员会应当每月检查水井一次，发现井栏损坏的，及时修理，并在井旁公示检查结果。"
BRIDGE = "过桥的大车载重不得超过三吨，超载的由护桥人拦停卸货，并处五十元罚款。"
TREE = "古樟树周围十米内禁止堆放柴草，枯枝由林业站每年冬季统一清理。"
FERRY = "渡船离岸前，船工应当清点人数，老人和儿童优先登船，风力六级以上停航。"
MILL = "磨坊的钥匙由轮值户保管，磨盘每季度打磨一次，所需费用从公积金列支。"


def pairs(alignment: Alignment) -> list[tuple[int, int]]:
    return [(match.old, match.new) for match in alignment.matches]


def test_numbers_do_not_matter() -> None:
    found = align([WELL, BRIDGE, TREE], [TREE, FERRY, WELL, BRIDGE])
    assert pairs(found) == [(0, 2), (1, 3), (2, 0)]
    assert all(match.confidence > 0.99 for match in found.matches)
    assert all(match.evidence == ("identical",) for match in found.matches)
    assert found.kin


def test_amended_words_still_tell() -> None:
    changed = BRIDGE.replace("三吨", "五吨").replace("五十元", "二百元")
    found = align([WELL, BRIDGE, TREE, FERRY], [WELL, MILL, changed, TREE, FERRY])
    assert pairs(found) == [(0, 0), (1, 2), (2, 3), (3, 4)]
    match = found.matches[1]
    assert 0.7 < match.similarity < 1
    assert match.confidence > 0.9
    assert "best" in match.evidence
    assert "“过桥的大车载重不得超过”" in match.evidence


def test_a_split_and_a_merge() -> None:
    both = f"{WELL}\n{BRIDGE}"
    split = align([TREE, both, FERRY], [TREE, WELL, BRIDGE, FERRY])
    assert pairs(split) == [(0, 0), (1, 1), (1, 2), (2, 3)]
    merged = align([TREE, WELL, BRIDGE, FERRY], [TREE, both, FERRY])
    assert pairs(merged) == [(0, 0), (1, 1), (2, 1), (3, 2)]


def test_a_paragraph_that_moved_links_both_articles() -> None:
    old = [f"{WELL}\n{MILL}", TREE, FERRY, BRIDGE]
    new = [WELL, TREE, f"{FERRY}\n{MILL}", BRIDGE]
    assert pairs(align(old, new)) == [(0, 0), (0, 2), (1, 1), (2, 2), (3, 3)]


def test_parallel_articles_keep_to_their_chapter() -> None:
    chapter = "{}的章程应当载明名称、住所、出资额和议事规则，修改章程须经三分之二以上表决权通过。"
    capital = "{}应当在成立之日起三十日内到登记机关备案，并公示出资情况。"
    limited, joint = "有限合作社", "股份合作社"
    old = [
        chapter.format(limited),
        capital.format(limited),
        chapter.format(joint),
        capital.format(joint),
    ]
    new = [text.replace("三分之二", "四分之三").replace("三十日", "二十日") for text in old]
    assert pairs(align(old, new)) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_swapping_the_versions_swaps_the_matches() -> None:
    old = [WELL, f"{BRIDGE}\n{MILL}", TREE]
    new = [TREE, MILL, WELL.replace("每月", "每周"), BRIDGE]
    there, back = align(old, new), align(new, old)
    assert {(m.old, m.new, m.similarity, m.confidence, m.evidence) for m in there.matches} == {
        (m.new, m.old, m.similarity, m.confidence, m.evidence) for m in back.matches
    }


def test_texts_that_are_not_kin_have_no_matches() -> None:
    unrelated = align([WELL, BRIDGE], [FERRY, MILL])
    assert not unrelated.kin
    assert not unrelated.matches


def test_little_alike_can_be_left_out() -> None:
    changed = BRIDGE.replace("三吨", "五吨")
    assert len(align([BRIDGE, TREE], [changed, TREE], min_similarity=0.99).matches) == 1


@pytest.mark.parametrize(("old", "new"), [([], []), ([WELL], []), ([], [WELL]), ([""], [""])])
def test_nothing_matches_nothing(old: list[str], new: list[str]) -> None:
    assert not align(old, new).matches


def test_a_thousand_equal_articles_pair_in_order() -> None:
    found = align([WELL] * 1000, [WELL] * 1001)
    assert pairs(found) == [(n, n) for n in range(1000)]
    assert {match.confidence for match in found.matches} == {0.95}


def test_what_stands_in_for_a_pair_kept_apart_is_doubtful() -> None:
    later = BRIDGE.replace("三吨", "五吨")
    other = "过桥的大车载重不得超过桥头石碑所刻的数目，夜间点灯，由守夜人逐辆登记放行。"
    old, new = [WELL, BRIDGE, TREE], [WELL, later, TREE, other]
    (found,) = (match for match in align(old, new).matches if match.old == 1)
    assert (found.new, found.confidence > DOUBT) == (1, True)
    apart = align(old, new, fixed=Fixed(apart=frozenset({(1, 1)})))
    (found,) = (match for match in apart.matches if match.old == 1)
    assert (found.new, found.confidence < DOUBT) == (3, True)
    # What a person keeps apart from a less likely partner is no less sure for that.
    other_apart = align(old, new, fixed=Fixed(apart=frozenset({(1, 3)})))
    (found,) = (match for match in other_apart.matches if match.old == 1)
    assert (found.new, found.confidence > DOUBT) == (1, True)
