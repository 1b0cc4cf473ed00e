"""Trees and ledgers as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import jsonschema

from gazette_diff.core.places import place_regulation, walk_places
from gazette_diff.report.json import json_text
from gazette_diff.report.schemas import schema
from gazette_diff.report.tree_json import ledger_lines, tree_as_json
from tests.support.trees import bare_document, sample_source

if TYPE_CHECKING:
    from gazette_diff.report.json import Json
    from tests.conftest import Golden

SCHEMA = jsonschema.Draft202012Validator(schema("tree-1"))


def sample() -> Json:
    source = sample_source()
    return tree_as_json(source.documents, "zh", source.diagnostics)


def test_the_sample(golden: Golden) -> None:
    text = json_text(sample())
    SCHEMA.validate(json.loads(text))
    golden("json/tree.json", text)


def test_a_document_of_which_nothing_is_known() -> None:
    data = tree_as_json((bare_document(),), "en")
    SCHEMA.validate(data)
    assert data["documents"][0]["body"] == []


def eids(node: Json) -> list[str]:
    return [node["eid"], *(eid for child in node["children"] for eid in eids(child))]


def test_every_provision_stands_under_its_eid() -> None:
    document = sample()["documents"][0]
    bodies = [*document["body"], *(n for a in document["attachments"] for n in a["body"])]
    regulation = sample_source().documents[0].regulation
    assert [eid for node in bodies for eid in eids(node)] == [
        placed.eid for placed in walk_places(place_regulation(regulation))
    ]


def test_keys_stand_in_the_order_of_the_design() -> None:
    chapter = sample()["documents"][0]["body"][0]
    assert list(chapter) == [
        "level", "eid", "label", "heading", "text", "children", "closing", "lines",
    ]  # fmt: skip
    assert (chapter["level"], chapter["lines"]) == ("chapter", [11, 11])


def test_a_table_is_kept_as_a_table() -> None:
    table = sample()["documents"][0]["body"][1]["children"][0]["children"][2]["table"]
    assert table["rows"][1] == ["一般", "六十日"]


def test_diagnostics_say_which_document_they_concern() -> None:
    assert [d["document"] for d in sample()["diagnostics"]] == [None, 1]


def test_the_schema_rejects_another_level() -> None:
    data = sample()
    data["documents"][0]["body"][0]["level"] = "clause"
    assert not SCHEMA.is_valid(data)


def test_the_ledger_is_one_object_a_line() -> None:
    validator = jsonschema.Draft202012Validator(schema("ledger-1"))
    lines = list(ledger_lines(sample_source()))
    entries = [json.loads(line) for line in lines]
    for entry in entries:
        validator.validate(entry)
    assert lines[0] == (
        '{"line": 1, "start": 0, "end": 2, "place": "furniture", "part": "contents", '
        '"text": "目录", "document": null}'
    )
    assert [entry.get("note") for entry in entries] == [None, None, "joined: line 26"]


def test_the_ledger_of_a_single_document_does_not_count_it() -> None:
    source = sample_source()
    entries = ledger_lines(replace(source, documents=source.documents[:1]))
    assert all("document" not in json.loads(line) for line in entries)
