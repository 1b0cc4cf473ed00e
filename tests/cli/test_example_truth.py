"""The comparison of the example finds exactly what was built into it (examples/expected.json)."""

from __future__ import annotations

import json

import pytest

from gazette_diff import api
from gazette_diff.core.changes import ChangeSet, Relation
from tests.shared import ROOT

EXAMPLES = ROOT / "examples"
Pairs = set[tuple[int, int]]


@pytest.fixture(scope="module")
def changes() -> ChangeSet:
    old = api.load(str(EXAMPLES / "南阳市人民政府工作规则（构拟旧版）.txt"))
    new = api.load(str(ROOT / "rules" / "南阳市人民政府工作规则" / "2023-04-16.xml"))
    return api.compare(old, new)


@pytest.fixture(scope="module")
def truth() -> dict[str, list[dict[str, object]]]:
    data: dict[str, list[dict[str, object]]] = json.loads(
        (EXAMPLES / "expected.json").read_text(encoding="utf-8")
    )
    return data


def _number(eid: str) -> int:
    return int(eid.removeprefix("art_"))


def _pairs(entries: list[dict[str, object]]) -> Pairs:
    return {(int(str(one["old"])), int(str(one["new"]))) for one in entries}


def test_every_link(changes: ChangeSet, truth: dict[str, list[dict[str, object]]]) -> None:
    found = {(_number(link.old), _number(link.new)) for c in changes.changes for link in c.links}
    debatable = _pairs(truth["debatable"])
    assert found - debatable == _pairs(truth["links"]) - debatable


def test_added_and_deleted(changes: ChangeSet, truth: dict[str, list[object]]) -> None:
    added = [_number(c.new[0].eid) for c in changes.changes if c.relation is Relation.ADDED]
    deleted = [_number(c.old[0].eid) for c in changes.changes if c.relation is Relation.DELETED]
    assert added == truth["added"]
    assert sorted(deleted) == truth["deleted"]


def test_unchanged_and_relocated(
    changes: ChangeSet, truth: dict[str, list[dict[str, object]]]
) -> None:
    unchanged = [c for c in changes.changes if c.relation is Relation.UNCHANGED]
    same = [one for one in truth["links"] if one["rel"] == "same"]
    assert {(_number(c.old[0].eid), _number(c.new[0].eid)) for c in unchanged} == _pairs(same)
    moved = [c for c in changes.changes if c.relocated]
    expected = [one for one in truth["links"] if one["relocated"]]
    assert {(_number(c.old[0].eid), _number(c.new[0].eid)) for c in moved} == _pairs(expected)
