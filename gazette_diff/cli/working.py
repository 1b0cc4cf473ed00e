"""A bar on standard error while work takes long; nothing where it is done within a second."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from threading import Lock, Timer
from typing import TYPE_CHECKING, TextIO

from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress

    from gazette_diff.core.language import Language

_PATIENCE = 1.0  # seconds
READING = Bilingual("读取", "reading")
COMPARING = Bilingual("比较", "comparing")
WRITING = Bilingual("生成报告", "writing")


class Working(AbstractContextManager["Working"]):
    """Work in *steps*, told on *stream* once it has taken longer than *patience* (seconds).

    Nothing is shown, and nothing loaded for it, where *stream* is no terminal.
    """

    def __init__(
        self,
        steps: Sequence[Bilingual],
        language: Language,
        *,
        stream: TextIO | None = None,
        patience: float = _PATIENCE,
    ) -> None:
        """Take the names of the steps, in the order in which they are done."""
        self._steps = [step.in_(language) for step in steps]
        self._stream = stream or sys.stderr
        self._timer = Timer(patience, self._show)
        self._timer.daemon = True
        self._lock = Lock()
        self._done = 0
        self._bar: Progress | None = None
        self._over = False

    def __enter__(self) -> Working:
        """Begin with the first step."""
        shown: TextIO | None = self._stream  # None where it is closed
        if shown is not None and shown.isatty():
            self._timer.start()
        return self

    def next(self) -> None:
        """Say that a step is done."""
        with self._lock:
            self._done += 1
            self._tell()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away, whatever happened."""
        self._timer.cancel()
        with self._lock:
            self._over = True
            if self._bar is not None:
                self._bar.stop()

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        console = Console(file=self._stream)
        columns = (TextColumn("{task.description}"), BarColumn(24), TimeElapsedColumn())
        with self._lock:
            if self._over:  # it was done while rich was loaded
                return
            self._bar = Progress(*columns, console=console, transient=True)
            self._bar.add_task("", total=len(self._steps))
            self._tell()
            self._bar.start()

    def _tell(self) -> None:
        if self._bar is not None:
            step = self._steps[min(self._done, len(self._steps) - 1)]
            (task,) = self._bar.task_ids
            self._bar.update(task, description=step, completed=self._done)
