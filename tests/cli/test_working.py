"""The bar that tells of long work."""

from __future__ import annotations

import io
import sys
import threading

import pytest

from gazette_diff.cli.working import COMPARING, READING, Working


class Terminal(io.StringIO):
    """A stream that says it is a terminal, and when something was written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written = threading.Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        count = super().write(text)
        if "比较" in text:
            self.written.set()
        return count


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")


def test_long_work_is_told_step_by_step_and_the_bar_goes_away() -> None:
    stream = Terminal()
    with Working((READING, COMPARING), "zh", stream=stream, patience=0) as working:
        working.next()
        assert stream.written.wait(20)
    assert "比较" in stream.getvalue()
    assert stream.getvalue().endswith("\x1b[2K")


def test_short_work_is_not_told() -> None:
    stream = Terminal()
    with Working((READING,), "zh", stream=stream, patience=600) as working:
        working.next()
    assert stream.getvalue() == ""


def test_nothing_is_told_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with Working((READING,), "zh", stream=stream, patience=0) as working:
        working.next()
    assert stream.getvalue() == ""


def test_the_bar_goes_away_when_the_work_fails() -> None:
    stream = Terminal()
    with pytest.raises(ValueError, match="no"):
        _fail(stream)
    assert stream.getvalue().endswith("\x1b[2K")


def _fail(stream: Terminal) -> None:
    with Working((READING, COMPARING), "zh", stream=stream, patience=0) as working:
        working.next()
        assert stream.written.wait(20)
        raise ValueError("no")


def test_a_closed_stream_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with Working((READING,), "zh", patience=0) as working:
        working.next()
