"""Word files: the comparison table that offices file, and a text with tracked changes."""

from gazette_diff.report.word.comparison import to_docx
from gazette_diff.report.word.tracked import to_tracked_docx

__all__ = ["to_docx", "to_tracked_docx"]
