"""The kind of a regulation, which is the subtype of its Work and the name of its ``act``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.akn.regions import COUNTRY, jurisdiction
from gazette_diff.akn.titles import without_remark

if TYPE_CHECKING:
    from gazette_diff.core.tree import Metadata

# 示例法, 示例法典, 民法典物权编; not 示例办法.
_LAW = re.compile(r"(?<!办)法典?(?:[^法]{1,8}编)?\Z")
_AUTONOMOUS_COUNTY = re.compile(r"\w{2,16}自治[县旗]")


def kind_of(metadata: Metadata) -> str:
    """Return the kind of the document, in the sense of 立法法 (2023), as far as it shows.

    It shows in the issuer, in the number (令) and in the title: a 条例 is never issued by a
    ministry or a local government (规章制定程序条例 art. 7). Where nothing tells, it is a
    ``normative-document`` if it has an issuer or a number, else any ``regulation``.
    """
    issuers, number = metadata.issuer, metadata.document_number
    title = without_remark(metadata.title)
    is_order = number is not None and number.is_order
    return (
        _kind_by_title_and_issuer(title, issuers)
        or _kind_of_ordinance(title, issuers)
        or _kind_of_order(issuers, is_order=is_order)
        or ("normative-document" if issuers or number else "regulation")
    )


def _kind_by_title_and_issuer(title: str, issuers: tuple[str, ...]) -> str | None:
    if any("人民法院" in name or "人民检察院" in name for name in issuers):
        return "judicial-interpretation"
    if title.endswith(("决定", "决议")):
        return "decision"
    if any(name.startswith(("全国人民代表大会", "全国人大")) for name in issuers):
        return "law"
    if any("人民代表大会" in name for name in issuers):
        return "local-regulation"
    return "law" if not issuers and _LAW.search(title) else None


def _kind_of_ordinance(title: str, issuers: tuple[str, ...]) -> str | None:
    if not title.endswith("条例"):
        return None
    is_local = jurisdiction(issuers, title) != COUNTRY or _AUTONOMOUS_COUNTY.match(title)
    return "local-regulation" if is_local else "administrative-regulation"


def _kind_of_order(issuers: tuple[str, ...], *, is_order: bool) -> str | None:
    if not is_order:
        return None
    is_national = any(name.endswith("国务院") for name in issuers)
    return "administrative-regulation" if is_national else "rule"
