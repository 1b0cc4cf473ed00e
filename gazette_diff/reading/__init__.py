"""Files to :class:`~gazette_diff.core.source.SourceText`: text, web pages, Word files, PDF."""

from gazette_diff.reading.files import read_bytes, read_file
from gazette_diff.reading.result import ReadResult

__all__ = ["ReadResult", "read_bytes", "read_file"]
