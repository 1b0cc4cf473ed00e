from __future__ import annotations

import pytest

from gazette_diff.checking import DEFAULT, Selection
from gazette_diff.core.diagnostics import Code


def _codes(select: str = "", ignore: str = "") -> set[str]:
    selection = Selection.of([select], [ignore])
    return {code.id for code in Code if selection.has(code)}


def test_nothing_selected_is_the_default() -> None:
    assert _codes() == {code.id for code in DEFAULT}
    assert Code.NO_DOCUMENT_NUMBER not in DEFAULT
    assert Code.UNPLACED not in DEFAULT
    assert Code.NUMBER_MISSING in DEFAULT


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ("GD103", "", {"GD103"}),
        ("gd103, GD401", "", {"GD103", "GD401"}),
        ("GD62", "", {"GD621", "GD622", "GD623", "GD624", "GD625", "GD626"}),
        ("GD62", "GD622,GD623,GD624,GD625", {"GD621", "GD626"}),
        ("GD4", "GD4", set()),
        ("GD401", "GD4", {"GD401"}),
        ("all", "GD1,GD4,GD5,GD6", set()),
    ],
)
def test_codes_and_their_beginnings(select: str, ignore: str, expected: set[str]) -> None:
    assert _codes(select, ignore) == expected


def test_default_and_all_are_words() -> None:
    assert _codes("default,GD608") == _codes() | {"GD608"}
    assert _codes("all") > _codes("default,GD608")
    assert _codes("", "GD6") == {code for code in _codes() if not code.startswith("GD6")}


def test_codes_of_comparing_and_of_memos_are_not_checked() -> None:
    assert not {code for code in _codes("all") if code.startswith(("GD3", "GD7"))}


@pytest.mark.parametrize("name", ["GD9", "GD2", "GD3", "GD7", "X", "G", "103", "GD103x"])
def test_what_is_no_code_is_refused(name: str) -> None:
    for options in ((name,), ()), ((), (name,)):
        with pytest.raises(ValueError, match=name.upper()):
            Selection.of(*options)
