"""The index is an optimisation and nothing else: no answer depends on it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette_diff.akn import to_akn
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.tree import Holding, Metadata, Replaced
from gazette_diff.core.versions import Version
from gazette_diff.library.changing import put
from gazette_diff.library.index import INDEX, Entry, read_index, write_index
from gazette_diff.library.shelf import Shelf
from tests.support.libraries import about, with_text

ON = date(2024, 1, 1)
TEXT = st.text(max_size=20)
DAYS = st.dates()
NUMBERS = st.builds(DocumentNumber, TEXT, st.none() | st.integers(1, 9999), st.integers(0, 99999))
METADATA = st.builds(
    Metadata,
    title=TEXT,
    document_number=st.none() | NUMBERS,
    issuer=st.lists(TEXT.filter(bool), max_size=2).map(tuple),
    signed=st.none() | DAYS,
    published=st.none() | DAYS,
    amended=st.lists(DAYS, max_size=3).map(tuple),
    in_force=st.none() | DAYS,
    repealed=st.none() | DAYS,
    replaces=st.lists(
        st.builds(Replaced, TEXT, st.none() | DAYS, st.none() | NUMBERS), max_size=2
    ).map(tuple),
    constructed=TEXT,
    holding=st.sampled_from(Holding),
    remark=TEXT,
)


@given(METADATA, DAYS, st.integers(0))
def test_an_entry_comes_back_as_it_was(metadata: Metadata, day: date, size: int) -> None:
    entry = Entry(Version(metadata, day, f"甲/{day}.xml"), size)
    assert read_index(write_index([entry])) == {f"甲/{day}.xml": entry}


@pytest.mark.parametrize(
    "broken", ["", "[]", "{", '{"schema": "other"}', '{"schema": "gazette-diff/index@1"}']
)
def test_an_index_that_cannot_be_used_is_none(broken: str) -> None:
    assert read_index(broken.encode()) == {}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    names = ("甲法", "乙法")
    texts = {
        f"{n}/2020-01-01.xml": with_text(about(n, "2020-01-01", issuer=["某会"])) for n in names
    }
    put(tmp_path, texts, on=ON)
    return tmp_path


def test_with_and_without_it_the_answers_are_the_same(library: Path) -> None:
    warm = Shelf(library).versions
    (library / INDEX).unlink()
    assert Shelf(library).versions == warm


def test_it_spares_opening_the_files(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        pytest.fail("a file was opened")

    monkeypatch.setattr(Shelf, "read", refuse)
    assert len(Shelf(library).versions) == 2


def test_a_file_edited_by_hand_is_seen_also_with_its_old_date(library: Path) -> None:
    path = library / "甲法" / "2020-01-01.xml"
    status = path.stat()
    path.write_bytes(path.read_bytes().replace("甲法".encode(), "丙法".encode()))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - 10**12))
    assert {v.title for v in Shelf(library).versions} == {"丙法", "乙法"}


def test_a_file_put_there_by_hand_is_seen(library: Path) -> None:
    (library / "丙法").mkdir()
    text = with_text(about("丙法", "2021-01-01"))
    (library / "丙法" / "2021-01-01.xml").write_bytes(to_akn(text, generated_on=ON))
    assert len(Shelf(library).versions) == 3
    (library / "甲法" / "2020-01-01.xml").unlink()
    assert len(Shelf(library).versions) == 2
