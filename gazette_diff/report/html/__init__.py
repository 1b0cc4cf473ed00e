"""The comparison as one self-contained HTML page: :func:`to_html`."""

from gazette_diff.report.html.page import to_html

__all__ = ["to_html"]
