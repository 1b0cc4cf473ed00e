"""The index of a library: what its files say of themselves, in one small file.

It spares opening every file and is nothing but that: each entry is used only while its
file is older than the index and has the same size. Deleting the index changes no answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.tree import Holding, Metadata, Replaced
from gazette_diff.core.versions import Version
from gazette_diff.library.paths import day_of_path

INDEX = "index.json"
SCHEMA = "gazette-diff/index@1"


@dataclass(frozen=True)
class Entry:
    """A version and the size of its file in bytes."""

    version: Version
    size: int


def write_index(entries: Iterable[Entry]) -> bytes:
    """Return the index file with *entries*: JSON with a version a line, for people and git."""
    lines = [json.dumps(_as_json(e), ensure_ascii=False, separators=(", ", ": ")) for e in entries]
    body = ",\n".join(f"  {line}" for line in lines)
    return f'{{"schema": "{SCHEMA}", "versions": [\n{body}\n]}}\n'.encode()


def read_index(data: bytes) -> dict[str, Entry]:
    """Return the entries of the index file *data* by path; none if it cannot be used."""
    try:
        content = json.loads(data)
        if content["schema"] != SCHEMA:
            return {}
        entries = map(_from_json, content["versions"])
        return {entry.version.path: entry for entry in entries}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _as_json(entry: Entry) -> dict[str, Any]:
    version, metadata = entry.version, entry.version.metadata
    known = {
        "path": version.path,
        "size": entry.size,
        "title": metadata.title,
        "document_number": _number_as_json(metadata.document_number),
        "issuer": list(metadata.issuer),
        "signed": _iso(metadata.signed),
        "published": _iso(metadata.published),
        "amended": [day.isoformat() for day in metadata.amended],
        "in_force": _iso(metadata.in_force),
        "repealed": _iso(metadata.repealed),
        "replaces": [_replaced_as_json(r) for r in metadata.replaces],
        "constructed": metadata.constructed,
        "holding": "" if version.is_held else str(metadata.holding),
        "remark": metadata.remark,
    }
    return {key: value for key, value in known.items() if value or key == "size"}


def _from_json(data: dict[str, Any]) -> Entry:
    metadata = Metadata(
        title=data.get("title", ""),
        document_number=_number(data),
        issuer=tuple(data.get("issuer", ())),
        signed=_day(data, "signed"),
        published=_day(data, "published"),
        amended=tuple(map(date.fromisoformat, data.get("amended", ()))),
        in_force=_day(data, "in_force"),
        repealed=_day(data, "repealed"),
        replaces=tuple(map(_read_replaced, data.get("replaces", ()))),
        constructed=data.get("constructed", ""),
        holding=Holding(data.get("holding", Holding.HELD)),
        remark=data.get("remark", ""),
    )
    path = data["path"]
    return Entry(Version(metadata, day_of_path(path), path), int(data["size"]))


def _replaced_as_json(replaced: Replaced) -> dict[str, Any]:
    known = {
        "title": replaced.title,
        "signed": _iso(replaced.signed),
        "document_number": _number_as_json(replaced.document_number),
    }
    return {key: value for key, value in known.items() if value or key == "size"}


def _read_replaced(data: dict[str, Any]) -> Replaced:
    return Replaced(data.get("title", ""), _day(data, "signed"), _number(data))


def _number_as_json(number: DocumentNumber | None) -> list[str | int | None]:
    return [] if number is None else [number.agency, number.year, number.serial]


def _number(data: dict[str, Any]) -> DocumentNumber | None:
    parts = data.get("document_number")
    return DocumentNumber(*parts) if parts else None


def _day(data: dict[str, Any], name: str) -> date | None:
    return date.fromisoformat(data[name]) if name in data else None


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
