"""The issue of the gazette in which a regulation stands: ``publication``."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING

from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.navigation import child
from gazette_diff.akn.vocabulary import OWN_PREFIX
from gazette_diff.core.tree import GazetteIssue

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

_MONTHS = 12
_NUMBER = re.compile(r"(-?[0-9]+)-(-?[0-9]+)(?:/(-?[0-9]+))?", re.ASCII)


def publication(issue: GazetteIssue | None) -> Element | None:
    """Return ``publication`` for *issue*, None without one.

    The schema wants a full day, an issue prints its year and number. Municipal gazettes are
    monthly, so that the number is taken for the month and its last day written; the
    precision says how much of the day is known.
    """
    if issue is None:
        return None
    day, precision = _day(issue)
    total = "" if issue.total is None else f"/{issue.total}"
    return element(
        "publication",
        {
            "date": day.isoformat(),
            f"{OWN_PREFIX}:datePrecision": precision,
            "name": issue.name,
            "number": f"{issue.year}-{issue.number:02d}{total}",
            "showAs": str(issue),
        },
    )


def _day(issue: GazetteIssue) -> tuple[date, str]:
    if not MINYEAR <= issue.year <= MAXYEAR:
        return date.min, "unknown"
    if 1 <= issue.number <= _MONTHS:
        last = monthrange(issue.year, issue.number)[1]
        return date(issue.year, issue.number, last), "month"
    return date(issue.year, _MONTHS, 31), "year"


def read_publication(act: XmlElement) -> GazetteIssue | None:
    """Return the issue that *act* stands in, None where none is given or it is not numbered."""
    node = child(act, "meta", "publication")
    if node is None:
        return None
    found = _NUMBER.fullmatch(node.get("number", ""))
    if found is None:
        return None
    year, number, total = found.groups()
    return GazetteIssue(
        node.get("name", ""), int(year), int(number), None if total is None else int(total)
    )
