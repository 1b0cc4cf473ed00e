"""The style sheets and the script of a page, and the policy that allows these and no others."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Assets:
    """What is written into the page: ``style`` and ``script`` word for word, and ``policy``.

    ``policy`` is a Content Security Policy for a ``meta`` element: nothing is loaded from
    anywhere, and only this style sheet and this script count, each known by its hash.
    """

    style: str
    script: str
    policy: str


@lru_cache(maxsize=3)  # one for each kind of page
def assets(style_name: str = "report.css", script_name: str = "report.js") -> Assets:
    """Return the assets of a page, read from the package; a page may have no script ("").

    The palette stands before the page's own style sheet.
    """
    style = _read("palette.css") + _read(style_name)
    script = _read(script_name) if script_name else ""
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'" if script else "script-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return Assets(style, script, policy)


def _read(name: str) -> str:
    # A browser reads any line end as \n before it hashes; so must we.
    file = resources.files(__package__).joinpath("templates", name)
    return file.read_text("utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
