"""How a regulation is named: words of its title, then ``@`` and a version."""

from __future__ import annotations

import errno
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual

LATEST = "latest"
#: Before a full date: the version of that date itself, also where it was not yet in force.
VERSION_MARK = "v"
# 2023, 2023-04, 2023-04-16
_PARTIAL_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?"
)
# Written about titles or inside them, but never what tells two of them apart.
_DECORATION = re.compile(r"[\s《》〈〉“”\"'‘’]+")
_BRACKETS = str.maketrans("〔〕［］【】", "[][][]")


@dataclass(frozen=True, slots=True)
class Name:
    """A regulation as the user named it: *words* of the title and which *version*.

    ``version`` is empty (the text in force today), a day (``2021-03-01``, the text in force
    on it), or it names a version by its own date: ``2023``, ``2023-04``, ``v2023-04-16``,
    ``latest``.
    """

    words: str
    version: str = ""

    @property
    def day(self) -> date | None:
        """The day whose text in force is meant, None if a version is named or none."""
        full = self.version.count("-") == 2 and not self.version.startswith(VERSION_MARK)
        return date.fromisoformat(self.version) if full else None

    def __str__(self) -> str:
        """Return the name as a user writes it."""
        return f"{self.words}@{self.version}" if self.version else self.words


def parse_name(text: str) -> Name:
    """Read ``工作规则@2023`` as a name; the ``@`` may be full width.

    Raises:
        NotFoundError: what follows the ``@`` names no version.
    """
    words, at, version = text.replace("＠", "@").rpartition("@")
    if not at:
        return Name(text)
    version = unicodedata.normalize("NFKC", version).strip()
    if version in ("", LATEST):
        return Name(words, version)
    mark = VERSION_MARK if version.startswith(VERSION_MARK) else ""
    version = version.removeprefix(mark)
    parts = _PARTIAL_DATE.fullmatch(version)
    try:
        day = date(*map(int, parts.groups("1") if parts else ()))
    except (TypeError, ValueError):
        raise NotFoundError(
            Bilingual("“{v}”不是版本", "“{v}” is no version").fill(v=version),
            where=text,
            mend=Bilingual(
                "版本写作年份或日期，如 @2023、@2020-07-22，或 @latest",
                "a version is a year or a day, as @2023 or @2020-07-22, or @latest",
            ),
        ) from None
    return Name(words, mark + day.isoformat()[: 4 + 3 * version.count("-")])


def plain(text: str) -> str:
    """Return *text* as titles are compared: without spaces, 《》 and differences of width."""
    return _DECORATION.sub("", unicodedata.normalize("NFKC", text).translate(_BRACKETS)).casefold()


def has_words(title: str, words: str) -> bool:
    """Tell whether each of the space-separated *words* stands in *title*."""
    wanted = [plain(word) for word in words.split()]
    return bool(wanted) and all(word in plain(title) for word in wanted)


def split_name(name: str) -> tuple[Path | None, str]:
    """Return the existing file or folder that *name* begins with, and the words after its ``#``.

    A path that exists as a whole wins over one that ends before the ``#``.
    """
    if _exists(name):
        return Path(name), ""
    for mark in "#＃":
        path, _, words = name.rpartition(mark)
        if path and _exists(path):
            return Path(path), words.strip()
    return None, ""


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # words of a title may be
            return False
        raise
