"""Regulations kept on disk: ``rules/<title>/<date>.xml``, each version in a file of its own.

What is read comes through a :class:`.shelf.Shelf`, what is written through :mod:`.changing`.
They are imported from where they stand: who only reads files has no need of a library.
"""

from gazette_diff.library.files import write_whole
from gazette_diff.library.folders import library_folder, sample_library
from gazette_diff.library.names import Name, has_words, parse_name, split_name
from gazette_diff.library.picking import narrow, no_regulation, pick

__all__ = [
    "Name",
    "has_words",
    "library_folder",
    "narrow",
    "no_regulation",
    "parse_name",
    "pick",
    "sample_library",
    "split_name",
    "write_whole",
]
