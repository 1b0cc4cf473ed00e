"""Regulations as Akoma Ntoso 3.0 (OASIS LegalDocML) files, and back, without any loss.

The mapping: 编 book, 分编 part, 章 chapter, 节 section, 条 article, 款 paragraph (always
present, never numbered), 项 point, 目 indent, levels of an outline level. Each module holds
one part of the document, with the function that writes it and the one that reads it.
"""

from __future__ import annotations

from gazette_diff.akn.comparison import comparison_to_akn
from gazette_diff.akn.documents import from_akn, marked_up_on, read_head, to_akn
from gazette_diff.akn.uris import expression_of

__all__ = ["comparison_to_akn", "expression_of", "from_akn", "marked_up_on", "read_head", "to_akn"]
