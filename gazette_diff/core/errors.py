"""The one family of errors that a user can cause; each says what, where and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.core.language import Bilingual, Language


class GazetteDiffError(Exception):
    """A request that cannot be carried out.

    ``where`` names the file, document or provision concerned (as the user named it),
    ``what`` the trouble and ``mend`` the way out of it. The command prints them as one
    line on standard error and ends with exit code 2.
    """

    exit_code = 2

    def __init__(self, what: Bilingual, *, where: str = "", mend: Bilingual | None = None) -> None:
        """Keep the three parts of the message; ``where`` may be empty, *mend* left out."""
        self.what = what
        self.where = where
        self.mend = mend
        super().__init__(self.in_("en"))

    def in_(self, language: Language) -> str:
        """Return the whole message in *language* on one line, without control characters."""
        mark, comma = ("：", "；") if language == "zh" else (": ", "; ")
        text = f"{self.where}{mark}" if self.where else ""
        text += self.what.in_(language)
        if self.mend is not None:
            text += comma + self.mend.in_(language)
        return "".join(c if c.isprintable() else "�" for c in text)


class UnreadableError(GazetteDiffError):
    """A source that cannot be read as text: missing, a folder, empty, binary."""


class NoRegulationError(GazetteDiffError):
    """A readable text in which no numbered regulation was found, or not the one asked for."""


class NotFoundError(GazetteDiffError):
    """A regulation, version or provision that does not exist."""


class AmbiguousError(NotFoundError):
    """A citation that fits several provisions.

    ``finding`` names them for a reader of the text, without the eIds that tell them apart
    on the command line.
    """

    def __init__(self, what: Bilingual, *, finding: Bilingual, where: str, mend: Bilingual) -> None:
        """Keep *finding* beside the parts of the message."""
        super().__init__(what, where=where, mend=mend)
        self.finding = finding


class InvalidCitationError(GazetteDiffError):
    """Words that cannot be read as the name of a provision."""


class InvalidPinError(GazetteDiffError):
    """A correction to the correspondence that cannot be read, or contradicts another one."""


class InvalidMarkupError(GazetteDiffError):
    """An XML file that is not Akoma Ntoso as this tool writes it."""
