"""A process of its own for every PDF, with bounds on its time and memory.

The library reads what anyone may have made, in native code that cannot be interrupted: a
page can be built to take for ever, to fill the memory, or to crash. The child is given the
file and sends the characters back page by page; where nothing comes in time it is ended.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import threading
from array import array
from collections.abc import Iterator
from contextlib import suppress
from enum import IntEnum
from typing import IO

from gazette_diff.reading.pdf.extraction import (
    BrokenError,
    LockedError,
    TooManyError,
    extract,
    open_document,
)
from gazette_diff.reading.pdf.glyphs import PageGlyphs
from gazette_diff.reading.pdf.grids import Rule, pack, unpack
from gazette_diff.reading.pdf.pages import PageRange, select_pages

#: Longer than this no page takes: a dense one takes a fiftieth of a second.
SECONDS_A_PAGE = 20.0
#: More pages than any issue of a gazette has; beyond, pages have to be chosen.
MOST_PAGES = 2000
#: Of all pages together: two thousand full ones have half of it.
MOST_CHARACTERS = 6_000_000
#: Longer than this no file takes that is read at once.
SECONDS_IN_ALL = 300.0
_SECONDS_TO_END = 5.0
# What the child may take beside the file itself.
_MEMORY = 1024**3
_HEADER = struct.Struct("<iIII?I")
_PROGRAM = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from gazette_diff.reading.pdf.process import serve; serve(sys.stdin.buffer, sys.stdout.buffer)"
)


class _Sign(IntEnum):
    """What the child says where the number of a page would be."""

    COUNT = -1
    LOCKED = -2
    BROKEN = -3
    TOO_MANY = -4
    DONE = -5


class TooLongError(Exception):
    """Nothing came in time."""


class BrokenPageError(Exception):
    """A page made the library crash, or asked for more memory than the bound."""


def pages_of(
    data: bytes, ranges: tuple[PageRange, ...], name: str, *, seconds: float = SECONDS_A_PAGE
) -> Iterator[PageGlyphs]:
    """Yield the characters of the pages in *ranges* of the PDF *data*, called *name*.

    Raises:
        LockedError: it needs a password.
        BrokenError: it is damaged.
        BrokenPageError: one of its pages is, or is larger than any memory.
        TooLongError: to open it or to read a page took more than *seconds*, or all of them
            together :data:`SECONDS_IN_ALL`.
        TooManyError: it has more pages or characters than the bounds.
        UnreadableError: it has no such page.
    """
    child = _start()
    pages = (
        _here(data, ranges, name) if child is None else _there(child, data, ranges, name, seconds)
    )
    left = MOST_CHARACTERS
    for page in pages:
        left -= len(page.codes)
        if left < 0:
            raise TooManyError
        yield page


def _here(data: bytes, ranges: tuple[PageRange, ...], name: str) -> Iterator[PageGlyphs]:
    """Read the pages in this process: a frozen program has no Python to start."""
    document = open_document(data)
    yield from extract(document, _choose(ranges, len(document), name))


def _there(
    child: subprocess.Popen[bytes],
    data: bytes,
    ranges: tuple[PageRange, ...],
    name: str,
    seconds: float,
) -> Iterator[PageGlyphs]:
    assert child.stdin is not None
    assert child.stdout is not None
    sender = threading.Thread(target=_send, args=(child.stdin, data, ranges), daemon=True)
    watch = _Watch(child, seconds)
    with child:
        try:
            sender.start()
            yield from _received(child.stdout, ranges, name, watch)
            with suppress(subprocess.TimeoutExpired):
                child.wait(_SECONDS_TO_END)
        finally:
            watch.stop()
            child.kill()
            sender.join()


def _start() -> subprocess.Popen[bytes] | None:
    if not sys.executable or getattr(sys, "frozen", False):
        return None
    try:
        return subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None


def _send(pipe: IO[bytes], data: bytes, ranges: tuple[PageRange, ...]) -> None:
    with suppress(OSError), pipe:  # a child that gave up reads no further
        pipe.write(json.dumps(ranges).encode() + b"\n")
        pipe.write(data)


def _received(
    pipe: IO[bytes], ranges: tuple[PageRange, ...], name: str, watch: _Watch
) -> Iterator[PageGlyphs]:
    opened = False
    try:
        while True:
            header = _HEADER.unpack(_exactly(pipe, _HEADER.size))
            number, count, aside, uncoded, image, borders = header
            watch.again()
            match number:
                case _Sign.COUNT:
                    opened = True
                    _choose(ranges, count, name)
                case _Sign.LOCKED:
                    raise LockedError
                case _Sign.BROKEN:
                    raise BrokenError
                case _Sign.TOO_MANY:
                    raise TooManyError
                case _Sign.DONE:
                    return
                case _:
                    codes, places = array("I"), array("f")
                    codes.frombytes(_exactly(pipe, count * codes.itemsize))
                    places.frombytes(_exactly(pipe, 4 * count * places.itemsize))
                    said = json.loads(_exactly(pipe, aside))
                    grids = unpack(_exactly(pipe, borders))
                    turned, rules = said.pop("turned"), tuple(Rule(*r) for r in said.pop("rules"))
                    yield PageGlyphs(
                        number, codes, places, turned, uncoded, image, grids, rules=rules, **said
                    )
    except EOFError as error:
        if watch.ended:
            raise TooLongError from error
        raise (BrokenPageError if opened else BrokenError) from error


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _choose(ranges: tuple[PageRange, ...], count: int, name: str) -> list[int]:
    numbers = select_pages(ranges, count, name)
    if len(numbers) > MOST_PAGES:
        raise TooManyError
    return numbers


class _Watch:
    """Ends *child* when :meth:`again` is not called for *seconds*, and in the end anyway."""

    def __init__(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        self.ended = False
        self._child = child
        self._seconds = seconds
        self._last = self._begin(SECONDS_IN_ALL)
        self._next = self._begin(seconds)

    def again(self) -> None:
        self._next.cancel()
        self._next = self._begin(self._seconds)

    def stop(self) -> None:
        self._next.cancel()
        self._last.cancel()

    def _begin(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        return timer

    def _end(self) -> None:
        self.ended = True
        self._child.kill()


def serve(source: IO[bytes], out: IO[bytes]) -> None:
    """Be the child: read ranges and a PDF from *source*, write its pages to *out*."""
    ranges = tuple(PageRange(*pair) for pair in json.loads(source.readline()))
    data = source.read()
    _bound_memory(_MEMORY + len(data))
    try:
        document = open_document(data)
        _say(out, _Sign.COUNT, len(document))
        for page in extract(document, select_pages(ranges, len(document), "")):
            aside, grids = _pack_aside(page), pack(page.grids)
            counts = (len(page.codes), len(aside), page.uncoded)
            _say(out, page.number, *counts, image=page.is_image, borders=len(grids))
            for part in (page.codes.tobytes(), page.places.tobytes(), aside, grids):
                out.write(part)
        _say(out, _Sign.DONE)
    except LockedError:
        _say(out, _Sign.LOCKED)
    except BrokenError:
        _say(out, _Sign.BROKEN)
    except TooManyError:
        _say(out, _Sign.TOO_MANY)
    out.flush()


def _pack_aside(page: PageGlyphs) -> bytes:
    """Return what is told of *page* beside its characters."""
    told = {
        "turned": page.turned,
        "hidden": page.hidden,
        "is_recognised": page.is_recognised,
        "is_vertical": page.is_vertical,
        "rules": page.rules,
    }
    return json.dumps(told).encode()


def _say(
    out: IO[bytes],
    number: int,
    count: int = 0,
    aside: int = 0,
    uncoded: int = 0,
    image: bool = False,
    borders: int = 0,
) -> None:
    out.flush()  # what was said before has to be there even if the next page never comes
    out.write(_HEADER.pack(number, count, aside, uncoded, image, borders))


def _bound_memory(bound: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such bounds; the time is bounded all the same
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    bound = bound if most == resource.RLIM_INFINITY else min(bound, most)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (bound, most))
