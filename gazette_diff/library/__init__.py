"""Regulations kept on disk: ``rules/<title>/<date>.xml``, found by words and by date."""

from gazette_diff.library.entries import Entry, entries_in, matching
from gazette_diff.library.files import write_whole
from gazette_diff.library.folders import library_folder, sample_library
from gazette_diff.library.lookup import find
from gazette_diff.library.names import Name, has_words, parse_name
from gazette_diff.library.picking import narrow, no_regulation, pick

__all__ = [
    "Entry",
    "Name",
    "entries_in",
    "find",
    "has_words",
    "library_folder",
    "matching",
    "narrow",
    "no_regulation",
    "parse_name",
    "pick",
    "sample_library",
    "write_whole",
]
