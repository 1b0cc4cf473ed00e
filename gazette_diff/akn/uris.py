"""The FRBR URIs of a regulation (AKN-NC 1.0; mapping, section 3).

``/akn/cn-411300/act/normative-document/2023-04-16/wan-zheng-2023-4`` is a Work: country
and region, kind of document, day, and number or name. The Expression adds language and
day of the version, the Manifestation the format.

A day that is not known is the year 0001 in URIs, and 0001-01-01 where the schema wants a
full day (with ``lx:datePrecision="unknown"``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.akn.regions import jurisdiction, region_at_start
from gazette_diff.akn.slugs import slug

if TYPE_CHECKING:
    from gazette_diff.core.document_number import DocumentNumber
    from gazette_diff.core.tree import Metadata, Replaced

UNKNOWN_YEAR = "0001"
_LANGUAGE = "zho"
_REMARK = re.compile(r"[（(][^（）()]*[）)]\s*\Z")
_STATE = "中华人民共和国"
_WORK = re.compile(r"/akn/[^/]+/[^/]+/(?:[^0-9/][^/]*/){0,2}(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})/")


@dataclass(frozen=True, slots=True)
class Work:
    """A regulation through all its versions."""

    country: str
    subtype: str
    day: date | None
    number: str

    @property
    def uri(self) -> str:
        """The URI of the Work."""
        return f"/akn/{self.country}/act/{self.subtype}/{_segment(self.day)}/{self.number}"


@dataclass(frozen=True, slots=True)
class Expression:
    """One version of a Work, named by its day."""

    work: Work
    day: date | None

    @property
    def uri(self) -> str:
        """The URI of the Expression."""
        return f"{self.work.uri}/{_LANGUAGE}@{_segment(self.day)}"


def expression_of(metadata: Metadata) -> Expression:
    """Return the Expression that *metadata* describe, within its Work."""
    work = Work(
        country=jurisdiction(metadata.issuer, metadata.title),
        subtype=subtype_of(metadata),
        day=work_day(metadata),
        number=_number(metadata.document_number, metadata.title, metadata.issuer),
    )
    return Expression(work, metadata.version or metadata.in_force)


def replaced_work(replaced: Replaced, metadata: Metadata) -> Work:
    """Return the Work that the regulation of *metadata* replaces, as far as it names it."""
    return Work(
        country=jurisdiction(metadata.issuer, metadata.title),
        subtype=subtype_of(metadata),
        day=replaced.signed,
        number=_number(replaced.document_number, replaced.title, metadata.issuer),
    )


def work_day(metadata: Metadata) -> date | None:
    """Return the day that names the Work: of signature, else the first that is known."""
    first_amended = min(metadata.amended, default=None)
    return metadata.signed or metadata.published or first_amended or metadata.in_force


def day_in(uri: str) -> str | None:
    """Return the full day in the *uri* of a Work or Expression, None if it has none."""
    found = _WORK.match(uri)
    return found["day"] if found else None


def without_remark(title: str) -> str:
    """Return *title* without a remark in brackets behind it: （2023年修订）, （试行）."""
    return _REMARK.sub("", title) or title


def short_title(title: str, issuers: Sequence[str]) -> str:
    """Return *title* without issuer or region before it and without a remark behind it.

    >>> short_title("南阳市人民政府工作规则（2023年修订）", ["南阳市人民政府"])
    '工作规则'
    """
    short = without_remark(title)
    prefixes = [*issuers, _STATE]
    if region := region_at_start(short):
        prefixes.append(region[1])
    for prefix in prefixes:
        if prefix and short.startswith(prefix) and short != prefix:
            return short.removeprefix(prefix)
    return short


def subtype_of(metadata: Metadata) -> str:
    """Return the kind of document, after 立法法 (2023), from issuer, number and title.

    A 条例 is never issued by a ministry or a local government (规章制定程序条例 art. 7).
    Where nothing tells, ``normative-document``.
    """
    issuers, title = metadata.issuer, without_remark(metadata.title)
    number = metadata.document_number
    is_order = number is not None and number.year is None
    region = jurisdiction(issuers, title) != "cn"
    if any("人民法院" in name or "人民检察院" in name for name in issuers):
        return "judicial-interpretation"
    if title.endswith(("决定", "决议")):
        return "decision"
    if any(name.startswith(("全国人民代表大会", "全国人大")) for name in issuers):
        return "law"
    if any("人民代表大会" in name for name in issuers):
        return "local-regulation"
    if not issuers and title.endswith(("法", "法典")) and not title.endswith("办法"):
        return "law"
    if title.endswith("条例"):
        return "local-regulation" if region else "administrative-regulation"
    if any(name.endswith("国务院") for name in issuers) and is_order:
        return "administrative-regulation"
    return "rule" if is_order else "normative-document"


def _number(number: DocumentNumber | None, title: str, issuers: Sequence[str]) -> str:
    # An order number (国务院令第712号) belongs to one promulgation; each amendment has its
    # own. The Work keeps its name only if the title gives it.
    if number is not None and number.year is not None:
        return f"{slug(number.agency)}-{number.year}-{number.serial}".replace("--", "-")
    return slug(short_title(title, issuers))


def _segment(day: date | None) -> str:
    return UNKNOWN_YEAR if day is None else day.isoformat()
