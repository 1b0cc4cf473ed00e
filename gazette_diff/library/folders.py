"""Where the library is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

#: The environment variable that names the folder of the library.
VARIABLE = "GAZETTE_DIFF_LIBRARY"
#: The folder that is the library where no other is named.
DEFAULT_NAME = "rules"


def library_folder(explicit: Path | None, environment: Mapping[str, str], cwd: Path) -> Path:
    """Return the folder of the library to use; it need not exist when it was named.

    In this order: the *explicit* one, that of the variable ``GAZETTE_DIFF_LIBRARY`` in the
    *environment*, the folder ``rules`` in *cwd*, the sample library of the package.
    """
    if explicit is not None:
        return explicit
    if named := environment.get(VARIABLE):
        return Path(named)
    here = cwd / DEFAULT_NAME
    return here if here.is_dir() else sample_library()


def sample_library() -> Path:
    """Return the folder of the sample library that comes with the package."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    # In a checkout the library stands beside the package; the wheel carries it inside.
    return installed if installed.is_dir() else package.parent / DEFAULT_NAME
