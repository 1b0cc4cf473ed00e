"""Reading a file or bytes into a source, or saying in one line why not."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.source import SourceText
from gazette_diff.reading.binary import refuse_archive, refuse_binary
from gazette_diff.reading.decoding import decode
from gazette_diff.reading.kinds import Kind, kind_of
from gazette_diff.reading.result import ReadResult

if TYPE_CHECKING:
    from io import RawIOBase

#: A larger file is a mistake and would fill the memory; PDF and Word files hold pictures.
MAXIMUM_BYTES = 256 * 1024 * 1024
#: The Civil Code has 350 kB, a year of a gazette ten times 5 MB.
MAXIMUM_TEXT = 64 * 1024 * 1024
_CHUNK = 1024 * 1024


def read_file(path: Path, pages: str | None = None) -> ReadResult:
    """Read the file at *path*: text, a web page, a Word file or a PDF, whatever its name.

    *pages* (``8-18``, ``3``, ``5-``, ``1,4-6``) says which pages of a PDF are read.

    Raises:
        UnreadableError: it is missing, a folder, not permitted, empty, too large, damaged, or
            of no kind that can be read; or *pages* does not fit it.
    """
    return read_bytes(load_bytes(path), str(path), pages)


def load_bytes(path: Path) -> bytes:
    """Return the bytes of the file at *path*.

    Raises:
        UnreadableError: it is missing, a folder, not permitted, or too large.
    """
    name = str(path)
    try:
        with path.open("rb", buffering=0) as file:
            status = os.fstat(file.fileno())
            if status.st_size > MAXIMUM_BYTES:
                raise _too_large(name, MAXIMUM_BYTES)
            data = file.readall() if S_ISREG(status.st_mode) else _read_stream(file)
    except FileNotFoundError as error:
        raise UnreadableError(
            Bilingual("文件不存在", "no such file"),
            where=name,
            mend=Bilingual("请检查路径和文件名", "check the path and the name"),
        ) from error
    except IsADirectoryError as error:
        raise UnreadableError(
            Bilingual("这是文件夹，不是文件", "this is a folder, not a file"),
            where=name,
            mend=Bilingual("请指定其中的一个文件", "name one of the files in it"),
        ) from error
    except PermissionError as error:
        raise UnreadableError(
            Bilingual("没有读取权限", "no permission to read it"),
            where=name,
            mend=Bilingual("请检查文件权限", "check the permissions of the file"),
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError(
            Bilingual(f"无法读取（{reason}）", f"cannot be read ({reason})"),
            where=name,
            mend=Bilingual("请检查路径和磁盘", "check the path and the disk"),
        ) from error
    if len(data) > MAXIMUM_BYTES:
        raise _too_large(name, MAXIMUM_BYTES)
    return data


def _read_stream(file: RawIOBase) -> bytes:
    """Return what comes out of a pipe or a device, which tell no size, as far as is read."""
    chunks: list[bytes] = []
    size = 0
    while size <= MAXIMUM_BYTES and (chunk := file.read(_CHUNK)):
        chunks.append(chunk)
        size += len(chunk)
    return b"".join(chunks)


def read_bytes(data: bytes, name: str, pages: str | None = None) -> ReadResult:
    """Read *data*, the bytes of a file called *name*; see :func:`read_file`.

    Raises:
        UnreadableError: it is empty, too large, damaged, or of no kind that can be read.
    """
    if len(data) > MAXIMUM_BYTES:
        raise _too_large(name, MAXIMUM_BYTES)
    kind = kind_of(data, name)
    if pages is not None and kind is not Kind.PDF:
        raise without_pages(name)
    match kind:
        case Kind.PDF:
            from gazette_diff.reading.pdf import read_pdf

            result = read_pdf(data, name, pages)
        case Kind.ARCHIVE:
            result = _read_archive(data, name)
        case Kind.PAGE:
            from gazette_diff.reading.html import read_page

            result = read_page(data, name)
        case Kind.TEXT:
            result = _read_text(data, name)
    if not any(line.strip("\ufeff \t\r\u3000\x0c") for line in result.source.lines):
        raise UnreadableError(
            Bilingual("文件为空", "the file is empty"),
            where=name,
            mend=Bilingual("请指定含有法规文本的文件", "name a file with the text of a regulation"),
        )
    return result


def without_pages(name: str) -> UnreadableError:
    """Return the error for asking for pages of *name*, which has none: it is no PDF."""
    return UnreadableError(
        Bilingual("只有 PDF 才能按页读取", "only a PDF can be read by pages"),
        where=name,
        mend=Bilingual("请去掉页码范围", "leave the pages out"),
    )


def _read_archive(data: bytes, name: str) -> ReadResult:
    from gazette_diff.reading.archive import Archive
    from gazette_diff.reading.word import is_word, read_word

    archive = Archive(data, name)
    if not is_word(archive):
        raise refuse_archive(archive.parts, name)
    return read_word(archive)


def _read_text(data: bytes, name: str) -> ReadResult:
    refuse_binary(data, name)
    if len(data) > MAXIMUM_TEXT:
        raise _too_large(name, MAXIMUM_TEXT)
    text, encoding, diagnostics = decode(data, name)
    return ReadResult(SourceText(name, tuple(text.split("\n")), encoding), diagnostics)


def _too_large(name: str, limit: int) -> UnreadableError:
    size = limit // 1024 // 1024
    return UnreadableError(
        Bilingual(f"文件超过{size} MB", f"the file is larger than {size} MB"),
        where=name,
        mend=Bilingual("请拆分后再读取", "split it into smaller files"),
    )
