"""The FRBR identification: what the document is, which version of it, and which file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.navigation import child, children, inside, read_date
from gazette_diff.akn.numbering import number_attributes, read_number
from gazette_diff.akn.ontology import ISSUER_ROLE, NO_ISSUER, TOOL, issuer_ids
from gazette_diff.akn.titles import short_title
from gazette_diff.akn.uris import work_day
from gazette_diff.akn.vocabulary import OWN_PREFIX, akn
from gazette_diff.akn.words import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

    from gazette_diff.akn.uris import Expression
    from gazette_diff.core.document_number import DocumentNumber
    from gazette_diff.core.tree import Metadata

MAIN = "main"
_ISSUED = "issued"
_PUBLISHED = "published"
_SIGNED_NAMES = frozenset({_ISSUED, "adopted", "signed", "enacted"})
_MARKED_UP = "markup"


def identification(
    metadata: Metadata,
    expression: Expression,
    generated_on: date,
    component: str = MAIN,
    *,
    suffix: str = "",
    master: Element | None = None,
) -> Element:
    """Return ``identification`` of the main document, or of a *component* such as annex_1.

    *generated_on* is the day on which the file was made, the date of the Manifestation;
    *suffix* tells it apart from other files of the same Expression. *master* names the
    Expression whose eIds are the permanent ids.
    """
    return element(
        "identification",
        {"source": f"#{TOOL}"},
        _work(metadata, expression, component),
        _expression(metadata, expression, component, master),
        element(
            "FRBRManifestation",
            None,
            _value("FRBRthis", f"{expression.uri}/!{component}{suffix}.xml"),
            _value("FRBRuri", f"{expression.uri}{suffix}.xml"),
            _date(_MARKED_UP, generated_on),
            element("FRBRauthor", {"href": f"#{TOOL}", "as": "#editor"}),
            _value("FRBRformat", "application/akn+xml") if component == MAIN else None,
        ),
    )


def _work(metadata: Metadata, expression: Expression, component: str) -> Element:
    work = expression.work
    names = (
        _value("FRBRthis", f"{work.uri}/!{component}"),
        _value("FRBRuri", work.uri),
    )
    dates_and_authors = (*_work_dates(metadata), *_authors(metadata))
    if component != MAIN:
        return element(
            "FRBRWork", None, *names, *dates_and_authors, _value("FRBRcountry", work.country)
        )
    return element(
        "FRBRWork",
        None,
        *names,
        *_aliases(metadata, work.country),
        *dates_and_authors,
        _value("FRBRcountry", work.country),
        _value("FRBRsubtype", work.kind),
        element(
            "FRBRnumber",
            {"value": work.number, **number_attributes(metadata.document_number, "showAs")},
        ),
        _value("FRBRname", metadata.title),
        # A text made up for demonstration binds nobody.
        _value("FRBRprescriptive", "false" if metadata.constructed else "true"),
        _value("FRBRauthoritative", "false"),
    )


def _aliases(metadata: Metadata, country: str) -> tuple[Element, ...]:
    if not metadata.title:
        return ()
    family = f"{country}/{short_title(metadata.title, metadata.issuer)}"
    return (
        element("FRBRalias", {"name": "title", "value": metadata.title}),
        # Works that replace one another under the same name share it.
        element("FRBRalias", {"name": "family", "value": family}),
    )


def _expression(
    metadata: Metadata, expression: Expression, component: str, master: Element | None
) -> Element:
    days = {metadata.in_force: "inForce", metadata.published: _PUBLISHED, metadata.signed: _ISSUED}
    days |= dict.fromkeys(metadata.amended, "amended")
    return element(
        "FRBRExpression",
        None,
        _value("FRBRthis", f"{expression.uri}/!{component}"),
        _value("FRBRuri", expression.uri),
        _date(days.get(expression.day, ""), expression.day),
        *_authors(metadata),
        master,
        element("FRBRlanguage", {"language": "zho"}),
    )


def _work_dates(metadata: Metadata) -> tuple[Element, ...]:
    known = ((_ISSUED, metadata.signed), (_PUBLISHED, metadata.published))
    dates = tuple(_date(name, day) for name, day in known if day is not None)
    return dates or (_date("earliestKnown", work_day(metadata)),)


def _date(name: str, day: date | None) -> Element:
    if day is None:
        # The schema wants a day. This one says that none is known.
        return element(
            "FRBRdate",
            {"name": "unknown", "date": "0001-01-01", f"{OWN_PREFIX}:datePrecision": "unknown"},
        )
    return element("FRBRdate", {"name": name, "date": day.isoformat()})


def _authors(metadata: Metadata) -> tuple[Element, ...]:
    return tuple(
        element("FRBRauthor", {"href": f"#{eid}", "as": f"#{ISSUER_ROLE}"})
        for eid in issuer_ids(metadata.issuer)
    )


def _value(name: str, value: str) -> Element:
    return element(name, {"value": value})


def read_title(act: XmlElement) -> str:
    """Return the title of *act*: its name, else the alias or the title in the preface."""
    work = child(act, "meta", "identification", "FRBRWork")
    name = child(work, "FRBRname")
    if name is not None:
        return name.get("value", "")
    for alias in children(work, "FRBRalias"):
        if alias.get("name") == "title":
            return alias.get("value", "")
    title = next(act.iter(akn("docTitle")), None)
    return "" if title is None else text_of(title)


def read_document_number(act: XmlElement) -> DocumentNumber | None:
    """Return the document number of *act*, None where it has none."""
    number = child(act, "meta", "identification", "FRBRWork", "FRBRnumber")
    return None if number is None else read_number(number, "showAs")


def read_issuers(act: XmlElement) -> tuple[str, ...]:
    """Return the names of those who issued *act*, in order."""
    names = {
        node.get("eId", ""): node.get("showAs", "")
        for node in inside(child(act, "meta", "references"))
    }
    hrefs = [
        author.get("href", "").removeprefix("#")
        for author in children(child(act, "meta", "identification", "FRBRWork"), "FRBRauthor")
    ]
    return tuple(names[eid] for eid in hrefs if eid in names and eid != NO_ISSUER)


def read_signed(act: XmlElement) -> date | None:
    """Return the day on which *act* was adopted or signed."""
    return _read_work_date(act, _SIGNED_NAMES)


def read_published(act: XmlElement) -> date | None:
    """Return the day on which *act* was published."""
    return _read_work_date(act, frozenset({_PUBLISHED}))


def _read_work_date(act: XmlElement, names: frozenset[str]) -> date | None:
    for node in children(child(act, "meta", "identification", "FRBRWork"), "FRBRdate"):
        if node.get("name") in names:
            return read_date(node)
    return None


def read_marked_up_on(act: XmlElement) -> date | None:
    """Return the day on which the file of *act* was made, None where it does not say."""
    manifestation = child(act, "meta", "identification", "FRBRManifestation")
    node = child(manifestation, "FRBRdate")
    return None if node is None else read_date(node)
