"""What a document contains must not reach the terminal as a command."""

from __future__ import annotations

import pytest

from gazette_diff.report.terminal.lines import guarded, visible, visible_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m红", "<U+001B>[31m红"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\rb", "a<U+000D>b"),
        ("\x07\x00\x7f", "<U+0007><U+0000><U+007F>"),
        ("甲\u202e乙", "甲<U+202E>乙"),
        ("\u2066\u200b\ufeff\u2028", "<U+2066><U+200B><U+FEFF><U+2028>"),
        ("\U000e0041", "<U+E0041>"),
        ("甲\t乙\n丙", "甲 | 乙\n丙"),
        ("第一条　市长“领导”——①《规则》…\u00a0é", "第一条　市长“领导”——①《规则》…\u00a0é"),
        ("\ue000𠮷", "\ue000𠮷"),
    ],
)
def test_controls_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_half_a_character_is_written_out() -> None:
    assert visible("\ud800") == "<U+D800>"


def test_one_line_has_no_line_break() -> None:
    assert visible_line("甲\n乙") == "甲 乙"


def test_the_last_guard_lets_nothing_through() -> None:
    assert guarded("a\nb\tc\x1b") == "a<U+000A>b\tc<U+001B>"
    every = "".join(map(chr, range(0x20))) + "\x7f" + "".join(map(chr, range(0x80, 0xA0)))
    assert guarded(every).replace("\t", "").isprintable()
