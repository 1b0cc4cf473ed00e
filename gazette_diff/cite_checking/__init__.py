"""Checking the citations of anybody's document against a library (``cite --check``)."""

from gazette_diff.cite_checking.as_json import checked_as_json
from gazette_diff.cite_checking.check import check_citations
from gazette_diff.cite_checking.values import NOTES, CheckedCitation, CheckedText, Finding, State

__all__ = [
    "NOTES",
    "CheckedCitation",
    "CheckedText",
    "Finding",
    "State",
    "check_citations",
    "checked_as_json",
]
