"""The reading side on real regulations and gazettes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gazette_diff.core.documents import ParsedSource
from gazette_diff.core.numerals import parse_number
from gazette_diff.core.places import place_regulation, walk_places
from gazette_diff.core.source import SourceText
from gazette_diff.core.tree import Level
from gazette_diff.parsing import parse_source, to_text
from gazette_diff.reading import read_file

_ARTICLE = re.compile(
    r"第([〇零一二三四五六七八九十百千]+)[ \u3000]*条(?:之([一二三四五六七八九十]+))?"
)


def _regulations(corpus: Path) -> Iterator[tuple[Path, ParsedSource]]:
    for path in sorted((*corpus.glob("pairs/*/*.md"), *corpus.glob("single/*.md"))):
        yield path, parse_source(read_file(path).source)


def _bare(text: str) -> str:
    return "".join(text.split())


def test_every_regulation_of_the_corpus(shared_corpus: Path) -> None:
    """One document each; nothing lost or unplaced; articles as an independent reading has them."""
    count = 0
    for path, parsed in _regulations(shared_corpus):
        count += 1
        assert len(parsed.documents) == 1, path.name
        lines = parsed.source.lines
        assert "".join(_bare(e.text) for e in parsed.ledger) == _bare("".join(lines)), path.name
        assert not [e for e in parsed.ledger if e.place == "unplaced"], path.name
        printed = [
            (parse_number(m[1]), parse_number(m[2]) if m[2] else 0)
            for line in lines
            if (m := _ARTICLE.match(line.strip()))
        ]
        regulation = parsed.documents[0].regulation
        assert [a.ordinal for a in regulation.articles] == printed, path.name
        again = parse_source(SourceText.from_text(to_text(regulation)))
        assert [d.regulation for d in again.documents] == [regulation], path.name
    assert count > 600


def test_ledger_pieces_are_the_words_of_their_provisions(shared_corpus: Path) -> None:
    for path, parsed in list(_regulations(shared_corpus))[::10]:
        words: dict[tuple[str, str], str] = {}
        for entry in parsed.ledger:
            key = (entry.place, entry.part)
            words[key] = words.get(key, "") + _bare(entry.text)
        for placed in walk_places(place_regulation(parsed.documents[0].regulation)):
            for part in ("label", "heading", "text", "closing"):
                expected = _bare(getattr(placed.provision, part))
                assert words.get((placed.eid, part), "") == expected, (path.name, placed.eid)


@pytest.fixture(scope="module")
def gazette(shared_gazettes: Path) -> dict[str, ParsedSource]:
    return {p.name[:3]: parse_source(read_file(p).source) for p in shared_gazettes.glob("*.txt")}


def test_the_rules_of_2023(gazette: dict[str, ParsedSource]) -> None:
    regulation = gazette["000"].documents[0].regulation
    metadata = regulation.metadata
    assert metadata.title == "南阳市人民政府工作规则"
    assert str(metadata.document_number) == "宛政〔2023〕4号"
    assert metadata.signed == metadata.in_force == date(2023, 4, 16)
    assert [(r.title, r.signed) for r in metadata.replaces] == [
        ("南阳市人民政府工作规则", date(2020, 7, 22))
    ]
    assert len(regulation.body) == 11
    assert [a.label for a in regulation.articles][::73] == ["一、", "七十四、"]
    assert [a.ordinal.base for a in regulation.articles if a.ordinal] == list(range(1, 75))
    assert [len(a.children) for a in regulation.articles if a.label in ("十、", "五十、")] == [3, 6]


@pytest.mark.parametrize(
    ("index", "number", "articles", "in_force"),
    [
        (0, "宛政〔2023〕7号", 60, date(2023, 6, 1)),
        (1, "宛政办〔2023〕12号", 32, date(2023, 4, 23)),
    ],
)
def test_the_measures_of_2023(
    gazette: dict[str, ParsedSource], index: int, number: str, articles: int, in_force: date
) -> None:
    regulation = gazette["002"].documents[index].regulation
    assert str(regulation.metadata.document_number) == number
    assert [a.ordinal.base for a in regulation.articles if a.ordinal] == list(
        range(1, articles + 1)
    )
    assert len(regulation.body) == 8
    assert regulation.metadata.in_force == in_force


@pytest.mark.parametrize(
    ("name", "index", "number", "lines", "first", "last"),
    [
        ("000", 1, "宛政办〔2023〕7号", (508, 571), "level_1", "level_3__level_3__para_1"),
        ("001", 0, "宛政〔2022〕1号", (145, 986), "level_1", "level_4__level_5__para_1"),
        ("001", 1, "宛政办〔2022〕3号", (905, 1791), "level_1", "level_4__level_7__para_1"),
        ("003", 0, "宛政办〔2022〕35号", (407, 760), "level_1", "level_4__level_3__para_1"),
        ("003", 1, "宛政办〔2022〕35号", (762, 1085), "level_1", "level_5__para_1"),
        (
            "003",
            2,
            "宛政办〔2022〕35号",
            (1087, 1341),
            "level_1",
            "level_1__level_3__level_5__para_1",
        ),
        ("003", 3, "宛政办〔2022〕40号", (1342, 1946), "level_1", "level_8__level_65__para_1"),
    ],
)
def test_the_outlines(
    gazette: dict[str, ParsedSource],
    name: str,
    index: int,
    number: str,
    lines: tuple[int, int],
    first: str,
    last: str,
) -> None:
    """Each begins and ends where the printed document does, though others run into it."""
    document = gazette[name].documents[index]
    assert str(document.regulation.metadata.document_number) == number
    assert document.lines == lines
    eids = [placed.eid for placed in walk_places(place_regulation(document.regulation))]
    assert (eids[0], eids[-1]) == (first, last)


@pytest.mark.parametrize(("name", "index"), [("000", 0), ("002", 0), ("002", 1)])
def test_no_sentence_of_the_articles_breaks_off(
    gazette: dict[str, ParsedSource], name: str, index: int
) -> None:
    """Page and column cuts are mended: every 款 ends its sentence, every item its clause."""
    for provision in gazette[name].documents[index].regulation.walk():
        ends = "。；" if provision.level is Level.ITEM else "。：:"
        assert not provision.text or provision.text[-1] in ends, provision.text


def test_a_sentence_resumes_after_a_whole_notice(gazette: dict[str, ParsedSource]) -> None:
    texts = "".join(to_text(d.regulation) for d in gazette["001"].documents)
    assert "文化广电和旅游、人力资源社会保障、招商、工业和信息化" in texts
    assert "村民等各方共谋、共建、共管" in texts
    assert "持续扩大乡村建设领域社会资本投入。" in texts


def test_a_newspaper_page_holds_none(gazette: dict[str, ParsedSource]) -> None:
    assert gazette["004"].documents == ()


def test_gazette_ledgers_cover_everything(gazette: dict[str, ParsedSource]) -> None:
    for name, parsed in gazette.items():
        printed = _bare("".join(parsed.source.lines))
        assert "".join(_bare(e.text) for e in parsed.ledger) == printed, name
