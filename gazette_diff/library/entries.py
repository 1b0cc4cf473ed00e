"""What a library holds, as far as the names of its folders and files tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gazette_diff.library.names import has_words, plain


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One version of a regulation on disk: ``<library>/<title>/<version>.xml``."""

    title: str
    version: date
    path: Path

    def __str__(self) -> str:
        """Return the full name of the version, which finds it and it alone."""
        return f"{self.title}@{self.version}"


def entries_in(library: Path) -> tuple[Entry, ...]:
    """Return all versions in *library*, by title and date; no file is opened.

    A file whose name is no date is no version and left out.

    Raises:
        OSError: *library* cannot be listed.
    """
    found = []
    for folder in library.iterdir():
        if folder.is_dir():
            found += [
                Entry(folder.name, day, path)
                for path in folder.glob("*.xml")
                if (day := _day(path.stem)) is not None
            ]
    return tuple(sorted(found))


def matching(entries: tuple[Entry, ...], words: str) -> tuple[Entry, ...]:
    """Return the *entries* that *words* name: those of the very title, else of titles with them."""
    exact = tuple(e for e in entries if plain(e.title) == plain(words))
    return exact or tuple(e for e in entries if has_words(e.title, words))


def _day(stem: str) -> date | None:
    try:
        return date.fromisoformat(stem)
    except ValueError:
        return None
