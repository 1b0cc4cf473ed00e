"""Bytes to :class:`~gazette_diff.core.source.SourceText`: files, encodings."""

from gazette_diff.reading.files import ReadResult, read_bytes, read_file

__all__ = ["ReadResult", "read_bytes", "read_file"]
