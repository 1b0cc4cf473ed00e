"""A comparison as Akoma Ntoso: valid, the new version, and the way back to the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from gazette_diff import api
from gazette_diff.akn import comparison_to_akn, from_akn
from gazette_diff.akn.vocabulary import akn, own
from gazette_diff.core.places import place_regulation, walk_places
from gazette_diff.core.tree import Regulation
from tests.cli import texts
from tests.unit.akn.drafts import DAY, LAW, OPINION, RULES, article, paragraph
from tests.unit.akn.schema import schema_errors
from tests.unit.akn.test_documents import HOSTILE

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

    from tests.conftest import Golden

SPLIT = "甲应当按照规定的期限报告。乙可以列席会议并且发表意见。"


def read(text: str) -> Regulation:
    return api.pick(api.parse(text.encode())).regulation


PAIRS = {
    "bicycles": (read(texts.OLD), read(texts.NEW)),
    "turned": (read(texts.NEW), read(texts.OLD)),
    "same": (RULES, RULES),
    "another": (RULES, LAW),
    "outline": (OPINION, RULES),
    "hostile": (RULES, HOSTILE),
    "nothing": (Regulation(), RULES),
    "no more": (RULES, Regulation()),
    "divided": (
        Regulation(body=(article(1, paragraph(1, SPLIT)),)),
        Regulation(body=(article(1, paragraph(1, SPLIT[:13]), paragraph(2, SPLIT[13:])),)),
    ),
}


def written(pair: tuple[Regulation, Regulation]) -> XmlElement:
    changes = api.compare(*pair)
    return etree.fromstring(comparison_to_akn(changes, *pair, generated_on=DAY))


def test_golden(golden: Golden) -> None:
    old, new = PAIRS["bicycles"]
    golden(
        "akn/changes.xml",
        comparison_to_akn(api.compare(old, new), old, new, generated_on=DAY),
    )


@pytest.mark.parametrize("name", PAIRS)
def test_it_is_valid_and_reads_as_the_new_version(name: str) -> None:
    old, new = PAIRS[name]
    data = comparison_to_akn(api.compare(old, new), old, new, generated_on=DAY)
    assert schema_errors(data) == []
    assert from_akn(data, name) == new


@pytest.mark.parametrize("name", PAIRS)
def test_every_change_is_listed(name: str) -> None:
    old, new = PAIRS[name]
    changes = api.compare(old, new)
    listed = list(written(PAIRS[name]).iter(own("change")))
    assert [c.get("relation") for c in listed] == [str(c.relation) for c in changes.changes]
    assert [c.get("old", "").split() for c in listed] == [
        [ref.eid for ref in c.old] for c in changes.changes
    ]


@pytest.mark.parametrize("name", PAIRS)
def test_references_point_into_either_version(name: str) -> None:
    old, new = PAIRS[name]
    known = {place.eid for place in walk_places(place_regulation(new))}
    known |= {f"att_{n}" for n in range(1, len(new.attachments) + 1)} | {"ro_self"}
    before = {place.eid for place in walk_places(place_regulation(old))}
    before |= {f"att_{n}" for n in range(1, len(old.attachments) + 1)}
    for mod in written(PAIRS[name]).iter(akn("textualMod")):
        for node in (*mod.iter(akn("destination")), *mod.iter(akn("previous"))):
            href = node.get("href", "")
            if href.startswith("#"):
                assert href[1:] in known
            elif "~" in href:
                assert href.rpartition("~")[2] in before


def test_the_words_that_are_gone_are_told_where_they_stood() -> None:
    old, new = PAIRS["bicycles"]
    words = {
        side: {p.eid: p.provision.text for p in walk_places(place_regulation(version))}
        for side, version in (("old", old), ("new", new))
    }
    edited = 0
    for mod in written(PAIRS["bicycles"]).iter(akn("textualMod")):
        previous, destination = mod.find(akn("previous")), mod.find(akn("destination"))
        if previous is None or previous.get(own("start")) is None:
            continue
        assert destination is not None
        if "~" not in previous.get("href", ""):
            continue
        edited += 1
        for side, node, tag in (("old", previous, "old"), ("new", destination, "new")):
            eid = node.get("href", "").replace("#", "~").rpartition("~")[2]
            start, end = int(node.get(own("start"), "")), int(node.get(own("end"), ""))
            told = mod.find(f"{akn(tag)}/{own('text')}")
            assert words[side][eid][start:end] == ("" if told is None else told.text)
    assert edited > 2


def test_another_work_has_predecessors_and_no_dangling_concept() -> None:
    root = written(PAIRS["bicycles"])
    links = [(n.get("for"), n.get("refersTo")) for n in root.iter(akn("implicitReference"))]
    concepts = {node.get("eId") for node in root.iter(akn("TLCConcept"))}
    assert bool(links) == ("predecessor" in concepts)
    assert all(target == "#predecessor" for _, target in links)
