"""The citations of running text: every labelled sentence is found whole and right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gazette_diff.citation import citations_as_json, scan
from gazette_diff.citation.scanning.scanner import Found
from gazette_diff.citation.values import Reference, Unit

CASES = Path(__file__).parents[2] / "cases" / "citation"
MARKED = re.compile("⟦(?P<text>[^|⟧]*)(?P<rest>[^⟧]*)⟧")
NAMES = {
    Unit.CHAPTER: "章",
    Unit.SECTION: "节",
    Unit.ARTICLE: "条",
    Unit.PARAGRAPH: "款",
    Unit.ITEM: "项",
    Unit.SUBITEM: "目",
}


def labelled_lines() -> list[str]:
    """Return the sentences of the case files, without their headings and explanations."""
    labelled = []
    for file in sorted(CASES.glob("scan*.md")):
        lines = file.read_text(encoding="utf-8").split("\n")
        body = lines[lines.index("", 2) :]
        labelled += [line for line in body if line.strip() and not line.startswith("## ")]
    return labelled


def place(reference: Reference) -> str:
    """Write the place of *reference* as the case file does."""
    known = [s for s in reference.steps if s.unit in NAMES]
    return " ".join(f"{NAMES[s.unit]}{s.ordinal}" for s in known)


def marked(line: str, found: tuple[Found, ...]) -> str:
    """Write *line* with the citations that were *found* in it, as the case file does."""
    line = line.strip()
    out, position = "", 0
    for one in found:
        places = "~".join(place(r) for r in one.target.references)
        parts = "|".join((one.text, one.work, places, one.relative)).rstrip("|")
        out += f"{line[position : one.start]}⟦{parts}⟧"
        position = one.end
    return out + line[position:]


@pytest.mark.parametrize("case", labelled_lines())
def test_labelled_sentence(case: str) -> None:
    sentence = MARKED.sub(lambda m: m["text"], case)
    assert marked(sentence, scan(sentence)) == case.strip()


def test_lines_and_offsets_count_without_white_space_around() -> None:
    text = "标题\n\n　　依照本办法第十条处理。  \n\t第三款除外。"
    first, second = scan(text)
    assert (first.line, first.start, first.end, first.text) == (3, 2, 8, "本办法第十条")
    assert (second.line, second.start, second.end) == (4, 0, 3)


def test_short_names_given_in_the_text_are_known_later() -> None:
    text = "《关于集市的若干规定》（以下简称若干规定）已公布。\n依照若干规定第三条处理。"
    (found,) = scan(text)
    assert (found.text, found.work) == ("若干规定第三条", "若干规定")


def test_json_contract() -> None:
    data = citations_as_json(scan("依照本办法第十条之一第二款至第四款和前款处理。"))
    reference = {
        "article": 10,
        "branch": 1,
        "paragraph": 2,
        "item": None,
        "subitem": None,
        "chapter": None,
        "section": None,
    }
    assert data == {
        "schema": "gazette-diff/citations@1",
        "citations": [
            {
                "line": 1,
                "start": 2,
                "end": 17,
                "text": "本办法第十条之一第二款至第四款",
                "work": "本办法",
                "refs": [reference, reference | {"paragraph": 4}],
                "range": True,
                "relative": None,
            },
            {
                "line": 1,
                "start": 18,
                "end": 20,
                "text": "前款",
                "work": None,
                "refs": [],
                "range": False,
                "relative": "前款",
            },
        ],
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "第",
        "第条",
        "第（三项",
        "第（三",
        "《第三条",
        "》第三条",
        "第三条、",
        "第、条",
        "（）第一",
    ],
)
def test_fragments_do_no_harm(text: str) -> None:
    for found in scan(text):
        assert found.text
        assert found.target.first.steps or found.relative
