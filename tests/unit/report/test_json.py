"""The JSON contract of the comparison."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

import jsonschema
import pytest

from gazette_diff.core.changes import ChangeSet, Link
from gazette_diff.report.json import changes_as_json, json_text
from gazette_diff.report.schemas import SchemaName, schema
from tests.support.changes import nothing_before, sample_changes

if TYPE_CHECKING:
    from tests.conftest import Golden

SCHEMA = jsonschema.Draft202012Validator(schema("changes-1"))


def test_the_sample(golden: Golden) -> None:
    text = json_text(changes_as_json(sample_changes(), "zh"))
    SCHEMA.validate(json.loads(text))
    golden("json/changes.json", text)


@pytest.mark.parametrize("changes", [nothing_before(), replace(nothing_before(), changes=())])
def test_empty_sides_keep_the_contract(changes: ChangeSet) -> None:
    SCHEMA.validate(changes_as_json(changes, "en"))


def test_keys_stand_in_the_order_of_the_contract() -> None:
    data = changes_as_json(sample_changes(), "zh")
    assert list(data) == [
        "schema", "old", "new", "summary", "changes", "frame", "renamings", "references",
        "diagnostics",
    ]  # fmt: skip
    assert list(data["old"]) == ["title", "document_number", "version", "articles"]
    assert list(data["summary"]) == [
        "unchanged", "amended", "added", "deleted", "split", "merged", "renumbered", "relocated",
    ]  # fmt: skip
    change = next(c for c in data["changes"] if c["relation"] == "split")
    assert list(change) == [
        "relation", "renumbered", "relocated", "classes", "values", "old", "new", "links", "rows",
    ]  # fmt: skip
    assert list(change["old"][0]) == ["eid", "label", "path"]
    assert list(change["links"][0]) == ["old", "new", "similarity", "confidence"]
    assert list(change["rows"][0]) == ["relation", "old", "new", "segments"]


def test_segments_give_both_texts_back() -> None:
    changes = sample_changes()
    data = changes_as_json(changes, "zh")
    for change, written in zip(changes.changes, data["changes"], strict=True):
        for row, out in zip(change.rows, written["rows"], strict=True):
            assert "".join(t for op, t in out["segments"] if op != "+") == row.old_text
            assert "".join(t for op, t in out["segments"] if op != "-") == row.new_text


def test_evidence_only_when_asked_for() -> None:
    plain = changes_as_json(sample_changes(), "zh")
    explained = changes_as_json(sample_changes(), "zh", explain=True)
    SCHEMA.validate(explained)
    assert all("evidence" not in link for c in plain["changes"] for link in c["links"])
    links = [link for c in explained["changes"] for link in c["links"]]
    assert links
    assert all(link["evidence"] == ["backbone", "“值班记录”"] for link in links)


def test_scores_are_rounded() -> None:
    changes = sample_changes()
    first = replace(changes.changes[0], links=(Link("art_1", "art_1", 2 / 3, 0.1 + 0.2),))
    data = changes_as_json(replace(changes, changes=(first,)), "zh")
    (link,) = data["changes"][0]["links"]
    assert (link["similarity"], link["confidence"]) == (0.6667, 0.3)


def test_doubtful_links_and_those_fixed_by_hand_are_marked() -> None:
    doubtful, by_hand, sure = (
        Link("art_1", "art_1", 0.5, confidence, evidence)
        for confidence, evidence in ((0.69, ()), (1.0, ("pinned",)), (0.7, ("best",)))
    )
    first = replace(sample_changes().changes[0], links=(doubtful, by_hand, sure), pinned=True)
    data = changes_as_json(replace(sample_changes(), changes=(first,)), "zh")
    SCHEMA.validate(data)
    (change,) = data["changes"]
    assert change["pinned"] is True
    marks = [set(link) & {"doubtful", "pinned"} for link in change["links"]]
    assert marks == [{"doubtful"}, {"pinned"}, set()]


def test_messages_follow_the_language() -> None:
    chinese = changes_as_json(sample_changes(), "zh")["diagnostics"]
    english = changes_as_json(sample_changes(), "en")["diagnostics"]
    assert chinese[1]["message"] == "编号重复：第九条"
    assert english[1]["message"] == "number used twice: 第九条"


@pytest.mark.parametrize(
    "broken",
    [
        {"relation": "replaced"},
        {"new": []},
        {"links": []},
        {"extra": 1},
        {"rows": [{"relation": "amended", "old": None, "new": None, "segments": [["?", "甲"]]}]},
    ],
)
def test_the_schema_rejects_what_the_contract_forbids(broken: dict[str, Any]) -> None:
    data = changes_as_json(sample_changes(), "zh")
    data["changes"][1].update(broken)
    assert not SCHEMA.is_valid(data)


@pytest.mark.parametrize("name", get_args(SchemaName))
def test_the_schemas_are_schemas(name: SchemaName) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_each_change_stands_on_a_line_of_its_own() -> None:
    changes = sample_changes()
    data = changes_as_json(changes, "zh")
    text = json_text(data)
    assert json.loads(text) == data
    assert text.count('\n  {"relation": ') == len(changes.changes) + len(changes.frame)
    assert json_text({}) == "{}\n"
