"""Corrections of two texts and the file that keeps them: of :mod:`gazette_diff.pinning` and disk.

The file stands beside the texts, or in the folder of the regulation in the library.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from gazette_diff.core.errors import GazetteDiffError
from gazette_diff.library import (
    library_folder,
    parse_name,
    sample_library,
    split_name,
    write_whole,
)

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation
    from gazette_diff.pinning import Settled, TextIdentity

#: The file beside the texts that keeps corrections to their correspondence.
PINS_FILE = "gazette-diff.pins.toml"


def settle_pins(
    old: Regulation,
    new: Regulation,
    pins: Iterable[str] = (),
    unpins: Iterable[str] = (),
    *,
    file: Path | None = None,
    names: tuple[str, str] = ("", ""),
) -> Settled:
    """Return the corrections that hold for two texts: those given, and those kept in *file*.

    What is given takes the place of what is kept. Kept corrections that no longer fit the
    texts are told as diagnostics; those made for other texts are left alone. *names* are the
    names of the texts' own files, by which drafts of one title are told apart. A *file* that
    does not exist keeps nothing.

    Raises:
        InvalidPinError: *file* is no such file, a correction given names no article, or two
            contradict each other.
    """
    from gazette_diff import pinning

    typed = [pinning.Pin.parse(text) for text in pins]
    typed += [pinning.Pin.parse(text, linked=False) for text in unpins]
    if file is None:
        return pinning.settle(old, new, typed)
    identities = _identities(old, new, names)
    kept = pinning.read_kept(_text_of(file), str(file))
    return pinning.settle_with(old, new, typed, kept, identities, str(file))


def keep_pins(
    file: Path,
    old: Regulation,
    new: Regulation,
    settled: Settled,
    *,
    names: tuple[str, str] = ("", ""),
) -> None:
    """Write what was given to :func:`settle_pins` into *file*, which keeps its comments.

    The file is either as it was or complete at any moment.

    Raises:
        OSError: it cannot be written.
    """
    from gazette_diff import pinning

    text = pinning.with_pins(
        _text_of(file),
        *_identities(old, new, names),
        [one.kept for one in settled.typed],
        instead_of=[one.kept.home for one in settled.overruled],
    )
    write_whole(file, text.encode())


def pins_file(name: str, *, library: Path | None = None) -> Path | None:
    """Return the file that keeps corrections beside the text called *name*; it may not exist.

    It stands in the folder of the file, or of the regulation in the library. None for
    standard input and the like, and in the sample library, which is not written to.
    """
    path, _ = split_name(name)
    if path is not None and not path.is_dir():
        return path.parent / PINS_FILE if path.is_file() else None
    folder = library_folder(library, os.environ, Path.cwd())
    if folder == sample_library():
        return None
    from gazette_diff.library.lookup import find_line
    from gazette_diff.library.shelf import Shelf

    try:
        line = find_line(Shelf(folder), parse_name(name))
    except (GazetteDiffError, OSError):
        return None
    paths = (stage.version.path for stage in line.stages)
    return next(((folder / path).parent / PINS_FILE for path in paths if path), None)


def _identities(
    old: Regulation, new: Regulation, names: tuple[str, str]
) -> tuple[TextIdentity, TextIdentity]:
    from gazette_diff.pinning import TextIdentity

    return TextIdentity.of(old, names[0]), TextIdentity.of(new, names[1])


def _text_of(file: Path) -> str:
    from gazette_diff.pinning import decoded

    return decoded(file.read_bytes(), str(file)) if file.exists() else ""
