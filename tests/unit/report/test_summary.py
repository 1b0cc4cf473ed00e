"""The sentence that says what a revision did."""

from __future__ import annotations

from dataclasses import replace

from gazette_diff.core.changes import Change, Relation
from gazette_diff.report.summary import summary_sentence
from tests.support.changes import GENERAL, article, link, one_change, row, sample_changes, unchanged


def _regrouped(relation: Relation, old: tuple[int, ...], new: tuple[int, ...]) -> Change:
    return Change(
        relation=relation,
        old=tuple(article(n, GENERAL) for n in old),
        new=tuple(article(n, GENERAL) for n in new),
    )


def test_all_that_happened_in_both_languages() -> None:
    sentence = summary_sentence(sample_changes())
    assert sentence.zh.startswith("修订前共16条，修订后共16条：新增2条，删除2条，修改5条，")
    assert sentence.en == (
        "16 articles before, 16 after: 2 added, 2 deleted, 5 amended, 1 split into 2, "
        "2 merged into 1, 6 unchanged, 10 renumbered, 2 moved to another chapter, "
        "1 doubtful, please check."
    )


def test_the_numbers_add_up_to_both_versions() -> None:
    changes = sample_changes()
    counted = {
        "old": 2 + 5 + 1 + 2 + 6,  # deleted, amended, split, merged, unchanged
        "new": 2 + 5 + 2 + 1 + 6,  # added, amended, split, merged, unchanged
    }
    assert counted == {"old": changes.old.articles, "new": changes.new.articles}


def test_what_did_not_occur_is_not_named() -> None:
    only_added = one_change(Change(relation=Relation.ADDED, new=(article(1, GENERAL),)))
    assert summary_sentence(only_added).zh == "修订前共0条，修订后共1条：新增1条。"


def test_a_change_that_splits_and_merges_is_neither() -> None:
    for relation in (Relation.SPLIT, Relation.MERGED):
        changes = one_change(_regrouped(relation, (1, 2, 3), (1, 2)))
        assert summary_sentence(changes).zh == "修订前共3条，修订后共2条：3条重组为2条。"


def test_texts_that_differ_in_nothing() -> None:
    assert summary_sentence(one_change(unchanged(1, 1, GENERAL, "照旧。"))).zh == (
        "两个版本完全相同。"
    )


def test_texts_whose_articles_are_all_unchanged_may_differ_elsewhere() -> None:
    changes = one_change(unchanged(1, 1, GENERAL, "照旧。"))
    differing = replace(changes, frame=sample_changes().frame)
    assert summary_sentence(differing).zh == (
        "修订前共1条，修订后共1条：未修改1条，条文以外的文字有变化。"
    )


def test_editorial_articles_are_told_among_the_amended() -> None:
    amended = Change(
        relation=Relation.AMENDED,
        old=(article(1, GENERAL),),
        new=(article(1, GENERAL),),
        links=(link(1, 1, 1),),
        rows=(replace(row("1.1", "1.1", "登记[-(-]{+（+}续租[-)-]{+）+}。"), editorial=True),),
        editorial=True,
    )
    changes = replace(sample_changes(), changes=(amended,), frame=())
    assert "修改1条（其中1条仅有编辑性差异）" in summary_sentence(changes).zh
    aside = changes.without_editorial()
    assert summary_sentence(aside).en == (
        "The two versions are identical but for editorial differences (1)."
    )
