"""Checking: what is wrong with a regulation as it is made and printed (``gazette-diff check``)."""

from gazette_diff.checking.as_json import findings_as_json
from gazette_diff.checking.check import Finding, check
from gazette_diff.checking.selection import DEFAULT, Selection

__all__ = ["DEFAULT", "Finding", "Selection", "check", "findings_as_json"]
