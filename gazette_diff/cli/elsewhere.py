"""``gazette-diff cite X 44 --in VERSION``: where a provision stands in another version."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.citation import (
    Counterpart,
    Resolved,
    bare_citation,
    changes_about,
    counterparts_of,
)
from gazette_diff.cli.citing import dumped, named_or_found
from gazette_diff.cli.framework import MisuseError
from gazette_diff.cli.sources import is_stdin, path_of
from gazette_diff.core.changes import ChangeSet
from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import Metadata

if TYPE_CHECKING:
    from gazette_diff.citation.integrity.elsewhere import Side
    from gazette_diff.cli.citing import Manner
    from gazette_diff.core.language import Language
    from gazette_diff.core.tree import Regulation

_VERSION = re.compile(r"v?[0-9]{4}(?:-[0-9]{1,2}(?:-[0-9]{1,2})?)?|latest")
_AT = Bilingual("{name}中为：{places}", "In {name}: {places}")
_NOWHERE = Bilingual("{name}中没有相应的条文", "In {name}: nothing corresponds")
_DOUBT = Bilingual("（对应关系存疑）", " (doubtful)")


class Elsewhere(NamedTuple):
    """A provision here, what corresponds there, and the changes between."""

    here: Resolved
    there: Metadata
    places: tuple[Counterpart, ...]
    changes: ChangeSet


def name_of(regulation: str, other: str) -> str:
    """Return the full name of the version *other*: a file, or one of the same regulation."""
    in_library = path_of(regulation) is None and not is_stdin(regulation)
    if in_library and path_of(other) is None and _VERSION.fullmatch(other):
        return f"{re.split('[@＠]', regulation)[0]}@{other}"
    return other


def look(here: Regulation, there: Regulation, provision: str) -> Elsewhere:
    """Return where *provision* of *here* stands in *there*; the older is the old one.

    Raises:
        MisuseError: it names several provisions, or words.
        GazetteDiffError: it names nothing.
    """
    from gazette_diff import api

    named = named_or_found(here, provision)
    single = None if isinstance(named, tuple) else named.single
    if single is None:
        raise MisuseError(
            Bilingual("--in 用于一条、一款或一项", "--in goes with one provision"), where=provision
        )
    side: Side = "new" if _day(there.metadata) <= _day(here.metadata) else "old"
    old, new = (there, here) if side == "new" else (here, there)
    changes = api.compare(old, new)
    places = counterparts_of(old, new, changes, single.eid, side)
    return Elsewhere(single, there.metadata, places, changes_about(changes, [single.eid], side))


def _day(metadata: Metadata) -> date:
    return metadata.version or metadata.in_force or date.min


def as_text(found: Elsewhere, manner: Manner, language: Language) -> str:
    """Return the citation here, the place there, and what became of the article."""
    from gazette_diff.report.terminal import TerminalOptions, entries_text

    options = TerminalOptions(language=language, wrap=False, context=None, plain=True)
    text = "".join(entries_text(found.changes, options))
    return f"{manner.one(found.here)}\n{_place(found, language)}\n{text}"


def _place(found: Elsewhere, language: Language) -> str:
    metadata = found.there
    day = metadata.version or metadata.in_force
    name = f"《{metadata.title}》" if metadata.title else ""
    name += f"（{day}）" if day else ""
    told = [
        bare_citation(one.provision.placed, attachment=one.provision.attachment)
        + (_DOUBT.in_(language) if one.doubtful else "")
        for one in found.places
    ]
    if not told:
        return _NOWHERE.fill(name=name).in_(language)
    return _AT.fill(name=name, places="、".join(told)).in_(language)


def as_json(found: Elsewhere, manner: Manner, language: Language) -> str:
    """Return the same as data: ``gazette-diff/elsewhere@1``."""
    from gazette_diff.report.json import changes_as_json
    from gazette_diff.report.json_values import work_as_json

    return dumped(
        {
            "schema": "gazette-diff/elsewhere@1",
            "citation": manner.one(found.here),
            "eid": found.here.eid,
            "in": work_as_json(found.there),
            "places": [
                {
                    "eid": one.provision.eid,
                    "citation": one.provision.words,
                    "confidence": round(one.confidence, 4),
                    "text": one.provision.text,
                }
                for one in found.places
            ],
            "changes": changes_as_json(found.changes, language)["changes"],
        }
    )
