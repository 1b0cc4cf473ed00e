"""The parts of a Word file that comments concern, and the file made of them again."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual
from gazette_diff.reading.archive import Archive
from gazette_diff.reading.word.markup import attribute, child, parse_part, tag
from gazette_diff.reading.word.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATIONS = {
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
}


class Parts:
    """A Word file: its text, its comments, and all else as it was."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the Word file *data*, called *name* in messages.

        Raises:
            UnreadableError: it is no sound Word file.
        """
        self._data = data
        self._name = name
        self._archive = Archive(data, name)
        package = Package(self._archive)
        self._main = package.main
        self._document = package.document()
        body = child(self._document, "w:body")
        if body is None:
            raise UnreadableError(
                Bilingual("Word 文档中没有正文", "the Word document has no text part"), where=name
            )
        self.body = body
        self._space = _space(body)
        folder, base = posixpath.split(self._main)
        self._relations_at = posixpath.join(folder, "_rels", f"{base}.rels")
        self._changed: dict[str, _Element] = {}
        self._comments: _Element | None = None

    def element(self, local: str, number: int) -> _Element:
        """Return a new ``w:`` element that bears the id *number*."""
        return self.body.makeelement(self._space + local, {f"{self._space}id": str(number)})

    def reference(self, number: int) -> _Element:
        """Return a new run with the reference to the comment *number*."""
        run = self.body.makeelement(f"{self._space}r")
        run.append(self.element("commentReference", number))
        return run

    def comment(self, paragraphs: Iterable[str], author: str, initials: str, day: date) -> int:
        """Write a comment and return its number."""
        comments = self._comments_part()
        used = [int(attribute(one, "id") or -1) for one in comments if tag(one) == "w:comment"]
        number = max(used, default=-1) + 1
        comment = self.element("comment", number)
        comment.set(f"{self._space}author", author)
        comment.set(f"{self._space}date", f"{day.isoformat()}T00:00:00Z")
        comment.set(f"{self._space}initials", initials)
        for index, words in enumerate(paragraphs):
            paragraph = self._inside(comment, "p")
            if not index:
                self._inside(self._inside(paragraph, "r"), "annotationRef")
            text = self._inside(self._inside(paragraph, "r"), "t")
            text.text = "".join(c if c.isprintable() else "�" for c in words)
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        comments.append(comment)
        return number

    def saved(self) -> bytes:
        """Return the file; parts that were not changed are as they were, byte for byte."""
        from lxml import etree

        changed = {self._main: self._document, **self._changed} if self._changed else {}
        written = {
            part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for part, root in changed.items()
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._data)) as old, zipfile.ZipFile(stream, "w") as new:
            for info in old.infolist():
                data = written.pop(info.filename, None)
                kept = self._archive.read(info.filename) or b""
                new.writestr(info, kept if data is None else data)
            for part, data in written.items():
                info = zipfile.ZipInfo(part)
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, data)
        return stream.getvalue()

    def _inside(self, parent: _Element, local: str) -> _Element:
        element = parent.makeelement(self._space + local)
        parent.append(element)
        return element

    def _comments_part(self) -> _Element:
        if self._comments is None:
            found = self._related()
            part = found or posixpath.join(posixpath.dirname(self._main), "comments.xml")
            existing = self._existing(part) if found else None
            self._comments = self._new_part(part) if existing is None else existing
            self._changed[part] = self._comments
        return self._comments

    def _related(self) -> str | None:
        relations = self._existing(self._relations_at)
        for one in relations if relations is not None else ():
            if (one.get("Type") or "").rpartition("/")[2] == "comments":
                folder = posixpath.dirname(self._main)
                target = posixpath.join("/", folder, one.get("Target") or "")
                part = posixpath.normpath(target).lstrip("/")
                return part if part in self._archive.parts else None
        return None

    def _existing(self, part: str) -> _Element | None:
        data = self._archive.read(part)
        return None if data is None else parse_part(data, self._name)

    def _new_part(self, part: str) -> _Element:
        """Make the part for comments, and tell the file of it."""
        types, relations = self._existing(_TYPES), self._existing(self._relations_at)
        if types is None:
            raise UnreadableError(Bilingual("文件损坏", "the file is damaged"), where=self._name)
        space = _space(types)
        override = types.makeelement(
            f"{space}Override", {"PartName": f"/{part}", "ContentType": _COMMENTS_TYPE}
        )
        types.append(override)
        if relations is None:
            relations = types.makeelement(
                "{http://schemas.openxmlformats.org/package/2006/relationships}Relationships"
            )
        space = _space(relations)
        names = {one.get("Id") for one in relations}
        identifier = next(f"rId{n}" for n in range(1, len(names) + 2) if f"rId{n}" not in names)
        strict = self._space[1:].startswith(_STRICT)
        about = {"Id": identifier, "Type": _RELATIONS[strict], "Target": posixpath.basename(part)}
        relations.append(relations.makeelement(f"{space}Relationship", about))
        self._changed |= {_TYPES: types, self._relations_at: relations}
        return self.body.makeelement(f"{self._space}comments", nsmap={"w": self._space[1:-1]})


def _space(element: _Element) -> str:
    """Return the namespace of *element* as names begin with it: ``{http://…}``."""
    return str(element.tag).partition("}")[0] + "}"
