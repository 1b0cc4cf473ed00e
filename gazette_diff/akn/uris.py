"""The FRBR URIs of a regulation (AKN-NC 1.0; mapping, section 3).

``/akn/cn-411300/act/normative-document/2023-04-16/wan-zheng-2023-4`` is a Work: country
and region, kind of document, day, and number or name. The Expression adds language and
day of the version, the Manifestation the format.

A day that is not known is the year 0001 in URIs, and 0001-01-01 where the schema wants a
full day (with ``lx:datePrecision="unknown"``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.akn.kinds import kind_of
from gazette_diff.akn.regions import jurisdiction
from gazette_diff.akn.slugs import slug
from gazette_diff.akn.titles import is_enumerated, short_title
from gazette_diff.core.tree import BlockKind

if TYPE_CHECKING:
    from gazette_diff.core.document_number import DocumentNumber
    from gazette_diff.core.tree import Metadata, Regulation, Replaced

UNKNOWN_YEAR = "0001"
_LANGUAGE = "zho"
_WORK = re.compile(r"/akn/[^/]+/[^/]+/(?:[^0-9/][^/]*/){0,2}(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})/")


@dataclass(frozen=True, slots=True)
class Work:
    """A regulation through all its versions."""

    country: str
    kind: str
    day: date | None
    number: str

    @property
    def uri(self) -> str:
        """The URI of the Work."""
        return f"/akn/{self.country}/act/{self.kind}/{_segment(self.day)}/{self.number}"


@dataclass(frozen=True, slots=True)
class Expression:
    """One version of a Work, named by its day."""

    work: Work
    day: date | None

    @property
    def uri(self) -> str:
        """The URI of the Expression."""
        return f"{self.work.uri}/{_LANGUAGE}@{_segment(self.day)}"


def expression_of(regulation: Regulation) -> Expression:
    """Return the Expression that *regulation* is, within its Work.

    Where one notice, under one number, brings several regulations, the title is added to
    the number of each.
    """
    metadata = regulation.metadata
    name = slug(short_title(metadata.title, metadata.issuer))
    number = _numbered(metadata.document_number)
    if number and is_enumerated(metadata.title, _notice(regulation)):
        number = f"{number}-{name}"
    work = Work(
        country=jurisdiction(metadata.issuer, metadata.title),
        kind=kind_of(metadata),
        day=work_day(metadata),
        number=number or name,
    )
    return Expression(work, metadata.version or metadata.in_force)


def replaced_work(replaced: Replaced, metadata: Metadata, work: Work) -> Work:
    """Return the Work that *work* (the one of *metadata*) replaces, as far as it is named."""
    number = _numbered(replaced.document_number)
    name = number or slug(short_title(replaced.title, metadata.issuer))
    return replace(work, day=replaced.signed, number=name)


def work_day(metadata: Metadata) -> date | None:
    """Return the day that names the Work: of signature, else the first that is known."""
    first_amended = min(metadata.amended, default=None)
    return metadata.signed or metadata.published or first_amended or metadata.in_force


def day_in(uri: str) -> str | None:
    """Return the full day in the *uri* of a Work or Expression, None if it has none."""
    found = _WORK.match(uri)
    return found["day"] if found else None


def _notice(regulation: Regulation) -> list[str]:
    kinds = {BlockKind.NOTICE_TITLE, BlockKind.NOTICE_TEXT}
    return [block.text for block in regulation.preface if block.kind in kinds]


def _numbered(number: DocumentNumber | None) -> str:
    """Return *number* as the name of a Work, empty if it cannot be one.

    An order number (国务院令第712号) belongs to one promulgation, and each amendment has
    its own: the Work keeps its name only if the title gives it.
    """
    if number is None or number.is_order:
        return ""
    return f"{slug(number.agency)}-{number.year}-{number.serial}".replace("--", "-")


def _segment(day: date | None) -> str:
    return UNKNOWN_YEAR if day is None else day.isoformat()
