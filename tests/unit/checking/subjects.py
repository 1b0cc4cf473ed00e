"""What the tests of the checks share: words as a passage, a text as a subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from gazette_diff import api
from gazette_diff.checking.passages import Passage, Spot, Subject

Check = Callable[[Subject], Iterable[Spot]]
TITLE = "云溪县公共图书借阅管理办法\n\n（2022年4月8日公布）\n\n"


def passage(words: str, part: str = "text") -> Passage:
    """Return *words* as a passage of the first article."""
    return Passage(0, "art_1__para_1", part, words)


def subject(text: str, *, title: str = TITLE) -> Subject:
    """Return the regulation that *text* is the body of."""
    (document,) = api.parse((title + text).encode()).documents
    return Subject.of(document.regulation)


def told(spots: Iterable[Spot]) -> list[tuple[str, str]]:
    """Return the codes of *spots* and the words at which they stand (two characters)."""
    return [(s.code.id, s.passage.words[s.at : s.at + 2]) for s in spots]


def codes(spots: Iterator[Spot]) -> list[str]:
    """Return the codes of *spots*."""
    return [spot.code.id for spot in spots]
