"""The comparison table (修订对照表) as Markdown: :func:`to_markdown`."""

from gazette_diff.report.markdown.document import to_markdown

__all__ = ["to_markdown"]
