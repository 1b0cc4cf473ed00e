"""Where in a library a version stands: a folder named after its title, a file after its day."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

#: What begins with it is the tool's own: the lock, what is being written.
OWN = "."
# The longest name most file systems allow is 255 bytes; the rest is for what is added to it.
_LONGEST = 180
# Not allowed in a name on Windows, with the character that stands for it here.
_STAND_INS = str.maketrans('/\\:*?"<>|', "／＼：＊？＂＜＞｜")
# Names of devices on Windows, with and without an extension.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)


def folder_name(title: str) -> str:
    """Return the name of the folder for the regulation called *title*.

    It is the title itself as far as every file system allows it; where something had to
    give way, eight hexadecimal digits tell it from others. It never leads out of the
    library: it has no separator, is never ``.`` or ``..``, and never a device.

    >>> folder_name("南阳市人民政府工作规则")
    '南阳市人民政府工作规则'
    >>> folder_name("../../etc/passwd")
    '．．／..／etc／passwd'
    """
    plain = "".join(c for c in unicodedata.normalize("NFC", title) if c.isprintable())
    name = " ".join(plain.translate(_STAND_INS).split())
    # Dots at the ends hide a folder on one system and get lost on another.
    name = re.sub(r"^\.+|\.+$", lambda found: "．" * len(found[0]), name)
    if _DEVICES.match(name):
        name = f"_{name}"
    cut = _cut(name)
    if cut != name or len(plain) != len(title) or not name:
        import hashlib

        digits = hashlib.sha256(title.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return f"{cut}_{digits}" if cut else f"_{digits}"
    return name


def _cut(name: str) -> str:
    """Return *name* cut to the bytes that a file system allows, never inside a character."""
    data = name.encode()
    return name if len(data) <= _LONGEST else data[:_LONGEST].decode(errors="ignore").rstrip()


def file_name(day: date) -> str:
    """Return the name of the file for the version of *day*."""
    return f"{day.isoformat()}.xml"


def day_of_path(path: str) -> date:
    """Return the day of the version whose file is *path* in its library.

    Raises:
        ValueError: no version has such a path.
    """
    day = day_in(path.rpartition("/")[2])
    if day is None:
        message = f"no version has the path {path}"
        raise ValueError(message)
    return day


def day_in(name: str) -> date | None:
    """Return the day after which the file *name* is called, None if it is no version's."""
    stem, dot, suffix = name.rpartition(".")
    if not dot or suffix != "xml":
        return None
    try:
        return date.fromisoformat(stem)
    except ValueError:
        return None
