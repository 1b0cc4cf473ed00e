"""Files to :class:`~gazette_diff.core.source.SourceText`: text, web pages, Word files, PDF."""

from gazette_diff.reading.files import (
    MAXIMUM_BYTES,
    load_bytes,
    read_bytes,
    read_file,
    without_pages,
)
from gazette_diff.reading.result import ReadResult

__all__ = [
    "MAXIMUM_BYTES",
    "ReadResult",
    "load_bytes",
    "read_bytes",
    "read_file",
    "without_pages",
]
