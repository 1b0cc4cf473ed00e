"""Compare, report and cite numbered Chinese regulations, article by article.

The public functions live in :mod:`gazette_diff.api`; they are loaded on first
use, so that ``import gazette_diff`` and the command's ``--help`` stay instant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.api import *  # noqa: F403

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Load the public functions of :mod:`gazette_diff.api` when they are first asked for."""
    if not name.startswith("__"):
        import importlib

        # import_module and not "from … import api": the latter would come back here.
        api = importlib.import_module("gazette_diff.api")
        if name in api.__all__:
            return getattr(api, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
