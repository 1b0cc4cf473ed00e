"""Citations for reference managers: CSL-JSON and BibTeX.

CSL-JSON is what Zotero, pandoc and the Citation Style Language read (CSL 1.0.2, type
``legislation``); BibTeX has no type for laws, so ``@misc`` holds them, as jurists' styles
for it do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gazette_diff.core.tree import Metadata

# What BibTeX and TeX would read as their own.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def as_csl(metadata: Metadata, words: str, *, uri: str, version: str) -> dict[str, Any]:
    """Return the provision called *words* (第四十四条) as an item of CSL-JSON.

    *uri* is its FRBR URI and *version* the words for its version; what is not known is
    left out.
    """
    day = metadata.version
    item: dict[str, Any] = {
        "id": _key(uri),
        "type": "legislation",
        "title": metadata.title,
        "number": str(metadata.document_number or ""),
        "authority": "、".join(metadata.issuer),
        "section": words,
        "version": version,
        "jurisdiction": "CN",
        "language": "zh-CN",
        "note": uri,
    }
    if day is not None:
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    return {name: value for name, value in item.items() if value}


def as_bibtex(metadata: Metadata, words: str, *, uri: str, version: str) -> str:
    """Return the provision called *words* as an entry of BibTeX; arguments as :func:`as_csl`."""
    day = metadata.version
    fields = {
        "title": f"{{{_tex(metadata.title)}}}",
        # Braces: a body is one name, not a given and a family name.
        "author": " and ".join(f"{{{_tex(name)}}}" for name in metadata.issuer),
        "year": str(day.year) if day else "",
        "month": str(day.month) if day else "",
        "day": str(day.day) if day else "",
        "number": _tex(str(metadata.document_number or "")),
        "edition": _tex(version),
        "note": _tex(words),
        "howpublished": _tex(uri),
        "langid": "chinese",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(uri)},", *lines, "}"]) + "\n"


def _key(uri: str) -> str:
    """Return a key in ASCII letters: the name of the work, the day of the version, the eId."""
    work, _, rest = uri.rpartition("/zho@")
    day, _, eid = rest.partition("/!main~")
    parts = (work.rpartition("/")[2], day, eid)
    return re.sub(r"[^A-Za-z0-9_-]+", "-", "-".join(filter(None, parts))).strip("-")


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c if c.isprintable() else " ") for c in text)
