"""``references``: the documents, bodies, roles and concepts that the other metadata name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.ontology import (
    EDITOR_ROLE,
    IN_FORCE,
    ISSUER_ROLE,
    NO_ISSUER,
    OWN_TEXT,
    TAKES_EFFECT,
    TOOL,
    issuer_ids,
)
from gazette_diff.akn.regions import region_at_start
from gazette_diff.akn.slugs import slug

if TYPE_CHECKING:
    from gazette_diff.akn.uris import Expression
    from gazette_diff.core.tree import Metadata


def references(
    metadata: Metadata,
    expression: Expression,
    replaced: Sequence[Element],
    concept: Element | None = None,
) -> Element:
    """Return ``references`` with the ``activeRef`` of each *replaced* regulation.

    *concept* is one more that the analysis refers to.
    """
    country = expression.work.country
    shown = str(metadata.document_number or "") or metadata.title or "本文本"
    return element(
        "references",
        {"source": f"#{TOOL}"},
        element("original", {"eId": OWN_TEXT, "href": expression.uri, "showAs": shown}),
        *replaced,
        *_organizations(metadata.issuer, country),
        _ontology("Organization", TOOL, "organization/cn/gazette-diff", "gazette-diff"),
        *(
            (
                _ontology("Concept", IN_FORCE, "concept/in-force", "施行"),
                _ontology("Event", TAKES_EFFECT, "event/entry-into-force", "开始施行"),
            )
            if metadata.in_force
            else ()
        ),
        concept,
        _ontology("Role", ISSUER_ROLE, "role/issuer", "发文机关"),
        _ontology("Role", EDITOR_ROLE, "role/editor", "标引"),
    )


def _organizations(issuers: Sequence[str], country: str) -> tuple[Element, ...]:
    if not issuers:
        return (_ontology("Organization", NO_ISSUER, "organization/unknown", "发文机关不详"),)
    return tuple(
        _ontology("Organization", eid, f"organization/{country}/{_name(name)}", name)
        for eid, name in zip(issuer_ids(issuers), issuers, strict=True)
    )


def _name(issuer: str) -> str:
    """Return the name of an *issuer* in a URI: without the region, which stands before it."""
    region = region_at_start(issuer)
    return slug((region and issuer.removeprefix(region[1])) or issuer)


def _ontology(kind: str, eid: str, path: str, shown: str) -> Element:
    return element(f"TLC{kind}", {"eId": eid, "href": f"/akn/ontology/{path}", "showAs": shown})
