"""Comparing two regulations: which article became which, and what words changed."""

from gazette_diff.comparing.changes import compare

__all__ = ["compare"]
