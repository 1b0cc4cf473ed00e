"""Word files from scraps of their XML."""

from __future__ import annotations

import io
import zipfile

from gazette_diff.reading.archive import Archive
from gazette_diff.reading.result import ReadResult
from gazette_diff.reading.word import read_word

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    text = f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{text}</w:r>"


def numbered(text: str, num: int, level: int = 0) -> str:
    """Return a paragraph with an automatic number."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return paragraph(text, number)


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """Return a level of an automatic number."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def package(body: str, **parts: str) -> bytes:
    """Return a Word file with *body* and other *parts* (``numbering``, ``styles``, ``header1``)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        main = f'<Relationship Id="r" Type="{_KINDS}/officeDocument" Target="word/document.xml"/>'
        archive.writestr(
            "_rels/.rels", f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>'
        )
        text = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", text)
        relations = "".join(
            f'<Relationship Id="{name}" Type="{_KINDS}/{name.rstrip("0123456789")}" '
            f'Target="{name}.xml"/>'
            for name in parts
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {SPACES}>{content}</w:{name}>")
    return buffer.getvalue()


def read(body: str, **parts: str) -> ReadResult:
    """Read the Word file of :func:`package`."""
    return read_word(Archive(package(body, **parts), "x.docx"))


def lines(body: str, **parts: str) -> list[str]:
    """Return the lines of that file."""
    return list(read(body, **parts).source.lines)


def codes(result: ReadResult) -> list[str]:
    """Return the codes of the diagnostics of *result*."""
    return [diagnostic.code.id for diagnostic in result.diagnostics]
