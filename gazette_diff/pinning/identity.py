"""Which text a correction was made for, and whether its words are still the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from gazette_diff.comparing.keys import plain
from gazette_diff.comparing.units import skeleton_of

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation

# Sixteen hexadecimal digits tell a thousand articles apart beyond all doubt (2^64 values).
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class TextIdentity:
    """What tells a version from others: its title, its date, its document number, its words.

    ``version`` is the day that names it (ISO 8601), ``file`` the name of its file without the
    folder, ``words`` the fingerprint of all its articles; each may be empty.
    """

    title: str = ""
    version: str = ""
    number: str = ""
    file: str = ""
    words: str = ""

    @classmethod
    def of(cls, regulation: Regulation, file: str = "") -> TextIdentity:
        """Return the identity of *regulation*, which was read from the file called *file*."""
        metadata = regulation.metadata
        return cls(
            title=metadata.title,
            version=metadata.version.isoformat() if metadata.version else "",
            number=str(metadata.document_number or ""),
            file=file,
            words=fingerprint(unit.text for unit in skeleton_of(regulation).units),
        )

    def is_same(self, other: TextIdentity) -> bool:
        """Tell whether both are one text, which may have been corrected in between.

        One that says neither date nor number of itself is known by its file too: several
        drafts of one title may lie side by side.
        """
        if self.words and self.words == other.words:
            return True
        named = plain(self.title) == plain(other.title)
        dated = (self.version, self.number) == (other.version, other.number)
        known = bool(self.title and (self.version or self.number)) or self.is_beside(other)
        return named and dated and known

    def is_beside(self, other: TextIdentity) -> bool:
        """Tell whether both were read from files of one name."""
        return self.file != "" and self.file == other.file

    def as_table(self) -> dict[str, str]:
        """Return what is known, as a file of corrections says it."""
        return {name: value for name, value in asdict(self).items() if value}


def fingerprint(texts: Iterable[str]) -> str:
    """Return a short hash of *texts* that layout (width, spaces, line ends) does not change."""
    digest = sha256()
    for text in texts:
        digest.update(plain(text).encode("utf-8", "surrogatepass"))
        digest.update(b"\n")
    return digest.hexdigest()[:_DIGITS]
