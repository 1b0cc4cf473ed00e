"""The parts of a Word file: which is the text, which its numbers, notes, heads and feet."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual
from gazette_diff.reading.word.markup import parse_part

if TYPE_CHECKING:
    from lxml.etree import _Element

    from gazette_diff.reading.archive import Archive


class Package:
    """The Word file in *archive*; parts are parsed when they are asked for."""

    def __init__(self, archive: Archive) -> None:
        """Find the part with the text.

        Raises:
            UnreadableError: there is none, or the archive is broken.
        """
        self.archive = archive
        mains = self._related("", "officeDocument")
        self.main = mains[0] if mains else "word/document.xml"

    def document(self) -> _Element:
        """Return the root of the text.

        Raises:
            UnreadableError: the text is missing or broken.
        """
        root = self._parse(self.main)
        if root is None:
            raise UnreadableError(
                Bilingual("Word 文档中没有正文", "the Word document has no text part"),
                where=self.archive.name,
                mend=Bilingual(
                    "请用 Word 或 WPS 打开后另存为 .docx",
                    "open it in Word or WPS and save it as .docx",
                ),
            )
        return root

    def parts(self, kind: str) -> list[_Element]:
        """Return the roots of the parts of a *kind* (``numbering``, ``header`` …) of the text.

        Raises:
            UnreadableError: one of them is broken.
        """
        roots = (self._parse(part) for part in self._related(self.main, kind))
        return [root for root in roots if root is not None]

    def part(self, kind: str) -> _Element | None:
        """Return the first of :meth:`parts`, None if there is none."""
        return next(iter(self.parts(kind)), None)

    def _parse(self, part: str) -> _Element | None:
        data = self.archive.read(part)
        return None if data is None else parse_part(data, self.archive.name)

    def _related(self, source: str, kind: str) -> list[str]:
        """Return the parts that *source* (empty: the package) is related to as *kind*."""
        folder, name = posixpath.split(source)
        root = self._parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for relation in root if root is not None else ():
            external = relation.get("TargetMode") == "External"
            if (relation.get("Type") or "").rpartition("/")[2] == kind and not external:
                target = posixpath.join("/", folder, relation.get("Target") or "")
                found.append(posixpath.normpath(target).lstrip("/"))
        return found
