"""Text to regulations, and back: the tree of 编 章 节 条 款 项 目 in a source."""

from gazette_diff.parsing.parse import parse_source
from gazette_diff.parsing.text import to_text

__all__ = ["parse_source", "to_text"]
