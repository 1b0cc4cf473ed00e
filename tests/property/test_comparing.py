"""What holds for the comparison of any two regulations."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from gazette_diff.comparing import compare
from gazette_diff.comparing.inline import segments
from gazette_diff.core.changes import ChangeSet, Relation
from gazette_diff.core.numerals import format_numeral
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.places import Placed, place, place_regulation, walk_places
from gazette_diff.core.tree import CONTAINERS, Level, Metadata, Provision, Regulation
from tests.property.strategies import drafted_regulations, regulations

SWAPPED = {
    Relation.ADDED: Relation.DELETED,
    Relation.DELETED: Relation.ADDED,
    Relation.SPLIT: Relation.MERGED,
    Relation.MERGED: Relation.SPLIT,
    Relation.AMENDED: Relation.AMENDED,
    Relation.UNCHANGED: Relation.UNCHANGED,
}
LEGAL = st.text(
    "应当可以不得在三五日内，。；、：（）《》“”第一二条款项的和或者部门0123456789 \n元万",
    max_size=60,
)


@given(LEGAL, LEGAL)
def test_segments_give_both_texts(old: str, new: str) -> None:
    found = segments(old, new)
    assert "".join(s.text for s in found if s.op != "+") == old
    assert "".join(s.text for s in found if s.op != "-") == new
    assert all(s.text for s in found)
    assert all(a.op != b.op for a, b in pairwise(found))


@given(LEGAL, LEGAL)
def test_swapping_the_texts_swaps_the_marks(old: str, new: str) -> None:
    turned = {"=": "=", "-": "+", "+": "-"}
    there = Counter((turned[s.op], s.text) for s in segments(old, new))
    assert there == Counter((s.op, s.text) for s in segments(new, old))


ATOMS = (
    *("7个工作日", "十五日", "三个月", "2024年3月1日", "二〇二四年三月", "5月1日", "二十四小时"),
    *("五百元", "3.5万元", "百分之三十", "12%", "三分之二", "二十名", "120平方米", "〔2023〕4号"),
    *(
        "《渡口办法》",
        "“摊主”",
        "「货主」",
        "第三十一条第二款",
        "第（三）项",
        "第二十条之一",
        "应当",
        "不得",
    ),
)
WRITTEN = st.lists(
    st.one_of(st.sampled_from(ATOMS), st.sampled_from("渡口摊位由镇的在向经和，、。；")),
    max_size=14,
).filter(lambda words: not any(one in ATOMS and other in ATOMS for one, other in pairwise(words)))


@given(WRITTEN, WRITTEN)
@settings(max_examples=300)
def test_no_edit_cuts_a_number_a_date_a_title_a_term_or_a_reference(
    old: list[str], new: list[str]
) -> None:
    found = segments("".join(old), "".join(new))
    for words, skipped in ((old, "+"), (new, "-")):
        borders = {0, *accumulate(map(len, words))}
        said = [len(s.text) for s in found if s.op != skipped]
        assert {0, *accumulate(said)} <= borders


@given(WRITTEN, WRITTEN)
def test_what_hardly_anything_stayed_of_is_replaced_as_a_whole(
    old: list[str], new: list[str]
) -> None:
    texts = "".join(old), "".join(new)
    found = segments(*texts)
    kept = sum(len(s.text) for s in found if s.op == "=")
    assert kept == 0 or kept >= min(map(len, texts)) / 4


@given(drafted_regulations(), drafted_regulations())
def test_every_article_stands_in_exactly_one_change(old: Regulation, new: Regulation) -> None:
    changes = compare(old, new)
    for side, regulation in (("old", old), ("new", new)):
        found = Counter(ref.eid for change in changes.changes for ref in getattr(change, side))
        expected = [
            p.eid
            for p in walk_places(place_regulation(regulation))
            if p.provision.level is Level.ARTICLE
        ]
        assert found == Counter(expected)


@given(drafted_regulations(), drafted_regulations())
def test_rows_give_the_words_of_every_provision(old: Regulation, new: Regulation) -> None:
    check_words(compare(old, new), old, new)


@given(regulations(), regulations())
@settings(max_examples=150)
def test_no_tree_is_too_odd(old: Regulation, new: Regulation) -> None:
    changes = compare(old, new)
    check_words(changes, old, new)
    for change in changes.changes:
        assert bool(change.old) or bool(change.new)
        assert bool(change.links) == (bool(change.old) and bool(change.new))


@given(drafted_regulations(), drafted_regulations())
def test_swapping_the_versions_swaps_what_happened(old: Regulation, new: Regulation) -> None:
    there = {
        (SWAPPED[c.relation], c.renumbered, c.relocated, names(c.new), names(c.old))
        for c in compare(old, new).changes
    }
    back = {
        (c.relation, c.renumbered, c.relocated, names(c.old), names(c.new))
        for c in compare(new, old).changes
    }
    assert there == back


@given(drafted_regulations(), drafted_regulations())
def test_swapping_the_versions_swaps_the_values(old: Regulation, new: Regulation) -> None:
    there = Counter(
        (v.name, v.new, v.old, v.editorial) for c in compare(old, new).changes for v in c.values
    )
    assert there == Counter(
        (v.name, v.old, v.new, v.editorial) for c in compare(new, old).changes for v in c.values
    )


@given(drafted_regulations())
def test_a_text_compared_with_itself_is_unchanged(regulation: Regulation) -> None:
    changes = compare(regulation, regulation)
    assert changes.identical
    assert [c.old for c in changes.changes] == [c.new for c in changes.changes]
    assert not changes.diagnostics


@given(drafted_regulations(), drafted_regulations())
def test_the_same_texts_give_the_same_changes(old: Regulation, new: Regulation) -> None:
    assert compare(old, new) == compare(old, new)


def test_the_truth_of_light_mutations_is_found() -> None:
    scores = []
    for seed in range(20):
        old, new, truth = mutated(random.Random(seed))
        found = {
            (number(link.old), number(link.new))
            for change in compare(old, new).changes
            for link in change.links
        }
        scores.append(2 * len(found & truth) / (len(found) + len(truth)))
    assert sum(scores) / len(scores) >= 0.99
    assert min(scores) >= 0.96


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_references_that_follow_the_renumbering_are_editorial(chance: random.Random) -> None:
    sources = [[sentence(chance, n)] for n in range(1, 16)]
    cited = {at: chance.randrange(1, 16) for at in chance.sample(range(15), 5)}
    places = sorted(chance.sample(range(1, 15), 3))
    # where each article stands once an article came in before each of *places*
    moved = [at + sum(place < at for place in places) for at in range(1, 16)]
    old: list[list[str]] = []
    new: list[list[str]] = []
    for at, words in enumerate(sources):
        target = cited.get(at)
        for texts, number in ((old, target), (new, moved[target - 1] if target else None)):
            said = f"违反本办法第{format_numeral(number)}条的，从其规定。" if number else ""
            texts.append([words[0] + said])
        if at + 1 in places:
            new.append([sentence(chance, 50 + at)])
    changes = compare(numbered(old), numbered(new))
    assert {change.relation for change in changes.changes} <= {
        Relation.UNCHANGED, Relation.ADDED, Relation.AMENDED,
    }  # fmt: skip
    amended = [change for change in changes.changes if change.relation is Relation.AMENDED]
    assert all(change.editorial for change in amended)
    assert not any(
        change.relation is Relation.AMENDED for change in changes.without_editorial().changes
    )


def names(refs: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(getattr(ref, "eid", "") for ref in refs)


def number(eid: str) -> int:
    return int(eid.rpartition("_")[2])


def check_words(changes: ChangeSet, old: Regulation, new: Regulation) -> None:
    """Assert that rows give the words of each provision, text first, closing last."""
    for side, regulation in (("old", old), ("new", new)):
        given_words: dict[str, str] = {}
        home: dict[str, int] = {}
        for position, change in enumerate(changes.changes):
            for row in change.rows:
                ref = getattr(row, side)
                text = row.old_text if side == "old" else row.new_text
                if ref is None:
                    assert not text
                    continue
                given_words[ref.eid] = given_words.get(ref.eid, "") + text
                assert home.setdefault(ref.eid, position) == position
        expected = dict(expected_words(regulation))
        assert {eid: words for eid, words in given_words.items() if words} == expected


def expected_words(regulation: Regulation) -> Iterator[tuple[str, str]]:
    bodies = [place(regulation.body)]
    bodies += [
        place(attachment.body, f"att_{count}")
        for count, attachment in enumerate(regulation.attachments, 1)
    ]
    for body in bodies:
        for outer in body:
            yield from words_in(outer, outside=True)


def words_in(placed: Placed, *, outside: bool) -> Iterator[tuple[str, str]]:
    """Yield the words of *placed* and of what is inside it; headings of chapters stand apart."""
    provision = placed.provision
    inner = {Level.ARTICLE, Level.OUTLINE} | CONTAINERS
    gathers = provision.level in CONTAINERS or (
        provision.level is Level.OUTLINE
        and bool(provision.children)
        and not (provision.text or provision.closing or provision.table)
        and all(child.level in inner for child in provision.children)
    )
    heading = "" if outside and gathers else provision.heading
    table = provision.table.text if provision.table else ""
    words = heading + provision.text + table + provision.closing
    if words:
        yield placed.eid, words
    for child in placed.children:
        stays = outside and provision.level in inner and child.provision.level in inner
        yield from words_in(child, outside=stays)


SUBJECTS = ("仓库", "码头", "苗圃", "浴场", "渡口", "磨坊", "茶园", "戏台", "窑场", "鱼塘")
ACTS = ("登记造册", "定期检修", "公示价格", "培训人员", "保存账簿", "接受抽查", "划定界线")
BODIES = ("街道办事处", "水务机构", "民政部门", "林业站", "集市管理所", "消防大队")
TERMS = ("三日", "五个工作日", "十日", "两个月", "半年", "一季度", "二十四小时", "四十日")


def mutated(chance: random.Random) -> tuple[Regulation, Regulation, set[tuple[int, int]]]:
    """Return an invented regulation, a revision of it, and which article became which."""
    sources = [(n, [sentence(chance, n), sentence(chance, n)]) for n in range(1, 41)]
    old = numbered([words for _, words in sources])
    order = sources[:10] + sources[20:30] + sources[10:20] + sources[30:]
    result: list[tuple[list[int], list[str]]] = []
    for n, words in order:
        roll = chance.random()
        if roll < 0.05:
            continue
        if roll < 0.12:
            result += [([n], words[:1]), ([n], words[1:])]
        elif roll < 0.19 and result and len(result[-1][0]) == 1:
            before, text = result.pop()
            result.append(([*before, n], text + words))
        else:
            result.append(([n], [words[0].replace("应当", "必须", chance.randrange(2)), words[1]]))
        if chance.random() < 0.06:
            result.append(([], [sentence(chance, 90 + n)]))
    truth = {(n, at) for at, (ns, _) in enumerate(result, 1) for n in ns}
    return old, numbered([words for _, words in result]), truth


def sentence(chance: random.Random, seed: int) -> str:
    """Return an invented sentence of several clauses."""
    subject, other = chance.choice(SUBJECTS), chance.choice(SUBJECTS)
    parts = [
        f"{subject}的经营者应当在{chance.choice(TERMS)}内{chance.choice(ACTS)}",
        f"并向{chance.choice(BODIES)}说明{other}第{seed}号{chance.choice(ACTS)}的情况",
        f"{chance.choice(BODIES)}可以会同{chance.choice(BODIES)}{chance.choice(ACTS)}",
    ]
    return "，".join(parts) + "。"


def numbered(texts: list[list[str]]) -> Regulation:
    """Return a regulation of one article for each list of 款."""
    body = tuple(
        Provision(
            level=Level.ARTICLE,
            ordinal=Ordinal(at),
            label=Ordinal(at).counted("条"),
            children=tuple(
                Provision(level=Level.PARAGRAPH, ordinal=Ordinal(n), text=text)
                for n, text in enumerate(paragraphs, 1)
            ),
        )
        for at, paragraphs in enumerate(texts, 1)
    )
    return Regulation(metadata=Metadata(title="集市管理办法"), body=body)
