"""Reading a file or bytes into a source, or saying in one line why not."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from gazette_diff.core.diagnostics import Diagnostic
from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.source import SourceText
from gazette_diff.reading.binary import refuse_binary
from gazette_diff.reading.decoding import decode

#: No regulation comes near this; a larger file is a mistake and would fill the memory.
MAXIMUM_BYTES = 256 * 1024 * 1024


class ReadResult(NamedTuple):
    """A source and what was doubtful in reading it."""

    source: SourceText
    diagnostics: tuple[Diagnostic, ...] = ()


def read_file(path: Path) -> ReadResult:
    """Read the text file at *path*.

    Raises:
        UnreadableError: it is missing, a folder, not permitted, empty, too large, or no text.
    """
    name = str(path)
    try:
        if path.stat().st_size > MAXIMUM_BYTES:
            raise _too_large(name)
        data = path.read_bytes()
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
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> ReadResult:
    """Decode *data* into a source called *name*.

    Raises:
        UnreadableError: it is empty, too large, or no text.
    """
    if len(data) > MAXIMUM_BYTES:
        raise _too_large(name)
    refuse_binary(data, name)
    text, encoding, diagnostics = decode(data, name)
    if not text.strip("\ufeff \t\r\n\u3000\x0c"):
        raise UnreadableError(
            Bilingual("文件为空", "the file is empty"),
            where=name,
            mend=Bilingual("请指定含有法规文本的文件", "name a file with the text of a regulation"),
        )
    return ReadResult(SourceText(name, tuple(text.split("\n")), encoding), diagnostics)


def _too_large(name: str) -> UnreadableError:
    size = MAXIMUM_BYTES // 1024 // 1024
    return UnreadableError(
        Bilingual(f"文件超过{size} MB", f"the file is larger than {size} MB"),
        where=name,
        mend=Bilingual("请拆分后再读取", "split it into smaller files"),
    )
