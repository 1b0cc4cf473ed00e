"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to the file *path*, which is either as it was or complete at any moment.

    The data are written beside it and renamed. A link is followed; what is no regular
    file (``/dev/null``, a pipe) is written to directly.

    Raises:
        OSError: the file cannot be written; nothing is left behind.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    # Beside it, not in a temporary folder: only within one file system is renaming atomic.
    partial = path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}.part")
    try:
        with partial.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            partial.chmod(stat.S_IMODE(path.stat().st_mode))
        partial.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise
