"""The parts of a zip archive, read within bounds.

What an archive says of the size of its parts may be a lie; so no part is unpacked further
than its bound, and all parts together no further than theirs.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual

#: A part of a document that unpacks to more than this is no regulation: the Civil Code of
#: 1,260 articles has 5 MB, with its markup.
MAXIMUM_PART = 48 * 1024 * 1024
#: All parts that are read, together.
MAXIMUM_TOTAL = 96 * 1024 * 1024
#: XML packs to a twentieth of its size, to a hundredth at best; a bomb to a thousandth.
MAXIMUM_RATIO = 400
#: Twenty times those of the Civil Code; each takes a hundred bytes of memory, and its time.
MAXIMUM_TAGS = 2_000_000
_SMALL = 8 * 1024 * 1024
_MOST_PARTS = 20_000
# Whatever a broken archive makes the standard library raise.
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # encrypted; NotImplementedError (an unknown method) is one too
    ValueError,
    IndexError,
    OverflowError,
)
_BROKEN = Bilingual("文件损坏，无法解压", "the file is damaged and cannot be unpacked")
_AGAIN = Bilingual(
    "请重新获取，或用 Word、WPS 打开后另存为 .docx",
    "get it again, or open it in Word or WPS and save it as .docx",
)


class Archive:
    """An archive called *name* in messages; it counts what is unpacked."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive *data*.

        Raises:
            UnreadableError: it is broken, or has more parts than any document.
        """
        self.name = name
        self._left = MAXIMUM_TOTAL
        # The standard library reads the whole directory at once: count before it does.
        if data.count(b"PK\x01\x02") > _MOST_PARTS:
            raise self._bomb()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._infos = {info.filename: info for info in self._zip.infolist()}
        except _FAULTS as error:
            raise UnreadableError(_BROKEN, where=name, mend=_AGAIN) from error

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts, in their order."""
        return tuple(self._infos)

    def read(self, part: str) -> bytes | None:
        """Return the bytes of *part*, None when there is no such part.

        Raises:
            UnreadableError: it is broken, encrypted, or unpacks beyond the bounds.
        """
        info = self._infos.get(part)
        if info is None:
            return None
        bound = min(MAXIMUM_PART, self._left, max(_SMALL, info.compress_size * MAXIMUM_RATIO))
        try:
            with self._zip.open(info) as stream:
                data = stream.read(bound + 1)
        except _FAULTS as error:
            raise UnreadableError(_BROKEN, where=self.name, mend=_AGAIN) from error
        if len(data) > bound or data.count(b"<") > MAXIMUM_TAGS:
            raise self._bomb()
        self._left -= len(data)
        return data

    def _bomb(self) -> UnreadableError:
        return UnreadableError(
            Bilingual(
                "解压后过大，不像正常的文档", "it unpacks to far more than any document would"
            ),
            where=self.name,
            mend=Bilingual(
                "请确认来源；必要时用 Word、WPS 打开后另存为 .docx",
                "check where it comes from; if it is sound, save it anew from Word or WPS",
            ),
        )
