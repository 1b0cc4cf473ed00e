from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import gazette_diff
from gazette_diff import api
from gazette_diff.core.errors import GazetteDiffError, InvalidCitationError, NotFoundError
from tests.cli import texts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("old", "new", "gazette", "novel"):
        (tmp_path / f"{name}.txt").write_text(getattr(texts, name.upper()), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_public_functions_are_found_in_the_package() -> None:
    for name in api.__all__:
        assert getattr(gazette_diff, name) is getattr(api, name)
    with pytest.raises(AttributeError, match="no attribute 'frobnicate'"):
        gazette_diff.frobnicate  # noqa: B018


def test_a_path_and_its_bytes_parse_alike(folder: Path) -> None:
    path = folder / "old.txt"
    by_path, by_bytes = api.parse(path), api.parse(path.read_bytes(), name=str(path))
    assert by_path == by_bytes == api.parse(str(path))


def test_a_text_without_regulations_has_no_documents(folder: Path) -> None:
    parsed = api.parse(folder / "novel.txt")
    assert parsed.documents == ()
    with pytest.raises(GazetteDiffError):
        api.pick(parsed)


def test_two_versions_are_compared(folder: Path) -> None:
    assert folder.is_dir()
    old, new = api.load("old.txt"), api.load("new.txt")
    changes = api.compare(old, new)
    assert not changes.identical
    assert api.compare(old, old).identical
    assert api.to_json(changes)["schema"] == "gazette-diff/changes@1"
    assert "酒后" in api.to_html(changes)


def test_less_is_linked_where_more_likeness_is_asked(folder: Path) -> None:
    assert folder.is_dir()
    old, new = api.load("old.txt"), api.load("new.txt")
    strict = api.compare(old, new, min_similarity=1.0).summary
    assert strict["added"] > api.compare(old, new).summary["added"]


def test_a_regulation_goes_through_xml_and_text(folder: Path) -> None:
    assert folder.is_dir()
    regulation = api.load("new.txt")
    assert api.from_akn(api.to_akn(regulation, generated_on=date(2024, 1, 1))) == regulation
    clean = api.to_text(regulation)
    assert api.to_text(api.pick(api.parse(clean.encode())).regulation) == clean


def test_a_provision_is_cited(folder: Path) -> None:
    assert folder.is_dir()
    resolved = api.cite(api.load("gazette.txt#自行车"), "5.1.3")
    assert resolved.text == "（三）酒后的。"
    assert api.format_citation(resolved, "short") == "《青石镇公共自行车管理办法》第五条第（三）项"
    with pytest.raises(ValueError, match="rhyme"):
        api.format_citation(resolved, "rhyme")


def test_what_cannot_be_cited_is_told(folder: Path) -> None:
    assert folder.is_dir()
    regulation = api.load("new.txt")
    with pytest.raises(NotFoundError):
        api.cite(regulation, "99")
    with pytest.raises(InvalidCitationError):
        api.cite(regulation, "猴")
    with pytest.raises(InvalidCitationError):
        api.cite(regulation, "第一条至第三条")


def test_trees_and_ledgers_are_data(folder: Path) -> None:
    parsed = api.parse(folder / "gazette.txt")
    assert len(api.tree_as_json(parsed)["documents"]) == 2
    assert all(line.startswith('{"line": ') for line in api.ledger_lines(parsed))


def test_a_picked_document_brings_its_own_doubts_only(folder: Path) -> None:
    gazette = texts.GAZETTE.replace("第四条 本规定", "第九条 本规定")
    (folder / "gap.txt").write_text(f"散文一篇，与规章无关。\n\n{gazette}", encoding="utf-8")
    codes = [d.code.id for d in api.load_document("gap.txt#古树").diagnostics]
    assert "GD103" in codes
    assert "GD106" not in codes
    assert [d.code.id for d in api.load_document("gap.txt#自行车").diagnostics] == []


def test_in_xml_the_same_is_doubted_as_in_text() -> None:
    text = "第一条 甲。\n\n第三条 乙。\n\n第四条 丙。\n\n附件1\n\n第一条 丁。\n\n第三条 戊。\n"
    (document,) = api.parse(text.encode()).documents
    xml = api.to_akn(document.regulation, generated_on=date(2024, 1, 1))
    (again,) = api.parse(xml).documents
    told = [(doubt.code.id, doubt.place) for doubt in again.diagnostics]
    assert told == [("GD110", ""), ("GD103", "art_3"), ("GD103", "att_1__art_3")]
    assert sorted(told) == sorted((doubt.code.id, doubt.place) for doubt in document.diagnostics)


def test_a_name_that_has_a_mark_of_its_own_is_a_path_first(folder: Path) -> None:
    (folder / "a#b.txt").write_text(texts.OLD, encoding="utf-8")
    assert api.split_name("a#b.txt") == (Path("a#b.txt"), "")
    assert api.split_name("a#b.txt#自行车") == (Path("a#b.txt"), "自行车")
    assert api.split_name("a#b.txt＃ 自行车") == (Path("a#b.txt"), "自行车")
    assert api.split_name("c.txt#自行车") == (None, "")
    assert api.split_name("字" * 4000) == (None, "")


def test_the_library_can_be_given(folder: Path) -> None:
    entry = folder / "mine" / "青石镇公共自行车管理办法" / "2023-09-10.xml"
    entry.parent.mkdir(parents=True)
    entry.write_bytes(api.to_akn(api.load("new.txt"), generated_on=date(2024, 1, 1)))
    library = folder / "mine"
    day = date(2024, 1, 1)
    assert api.load("自行车", library=library, today=day).articles == api.load("new.txt").articles
    with pytest.raises(NotFoundError, match="not yet in force on 2023-09-30"):
        api.load("自行车", library=library, today=date(2023, 9, 30))
