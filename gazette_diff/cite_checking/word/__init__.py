"""A copy of a Word file with the findings as comments at their places."""

from gazette_diff.cite_checking.word.annotating import annotated

__all__ = ["annotated"]
