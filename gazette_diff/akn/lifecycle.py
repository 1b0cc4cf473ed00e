"""The life of a regulation: made, amended, entering into force, repealed.

施行 is no type of event in Akoma Ntoso: its event has none, and its meaning in ``refersTo``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.navigation import child, children, read_date
from gazette_diff.akn.ontology import IN_FORCE, OWN_TEXT, PERIOD, TAKES_EFFECT, TOOL

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

    from gazette_diff.core.tree import Metadata

_MADE = "generation"
_AMENDED = "amendment"
_REPEALED = "repeal"


def lifecycle(metadata: Metadata) -> Element | None:
    """Return ``lifecycle`` with the known events, None where no day is known."""
    events = tuple(_events(metadata))
    return element("lifecycle", {"source": f"#{TOOL}"}, *events) if events else None


def temporal_data(metadata: Metadata) -> Element | None:
    """Return ``temporalData`` with the period in which the regulation is in force."""
    if metadata.in_force is None:
        return None
    eids = {
        event_kind: dict(event.attributes)["eId"]
        for event in _events(metadata)
        for event_kind in [_kind(event)]
    }
    end = f"#{eids[_REPEALED]}" if metadata.repealed else None
    interval = element(
        "timeInterval",
        {"start": f"#{eids[TAKES_EFFECT]}", "end": end, "refersTo": f"#{IN_FORCE}"},
    )
    group = element("temporalGroup", {"eId": PERIOD}, interval)
    return element("temporalData", {"source": f"#{TOOL}"}, group)


def latest_event(metadata: Metadata) -> str | None:
    """Return the eId of the event that made this version, None where no day is known."""
    for event in _events(metadata):
        attributes = dict(event.attributes)
        if "originatingExpression" in attributes:
            return attributes["eId"]
    return None


def _kind(event: Element) -> str:
    attributes = dict(event.attributes)
    return attributes.get("type", TAKES_EFFECT)


def _events(metadata: Metadata) -> Iterator[Element]:
    made = metadata.signed or metadata.published
    last = max(metadata.amended, default=None)
    planned = [
        (_MADE, made, last is None),
        *((_AMENDED, day, day == last) for day in metadata.amended),
        (None, metadata.in_force, False),
        (_REPEALED, metadata.repealed, False),
    ]
    number = 0
    for kind, day, originating in planned:
        if day is not None:
            number += 1
            yield _event(number, kind, day, originating=originating)


def _event(number: int, kind: str | None, day: date, *, originating: bool) -> Element:
    return element(
        "eventRef",
        {
            "eId": f"eref_{number}",
            "date": day.isoformat(),
            "type": kind,
            "source": f"#{OWN_TEXT}",
            "refersTo": None if kind else f"#{TAKES_EFFECT}",
            "originatingExpression": "true" if originating else None,
        },
    )


def read_amended(act: XmlElement) -> tuple[date, ...]:
    """Return the days on which *act* was amended, in their order in the file."""
    return tuple(read_date(e) for e in _read_events(act) if e.get("type") == _AMENDED)


def read_repealed(act: XmlElement) -> date | None:
    """Return the day on which *act* was repealed, None where none is given."""
    return next((read_date(e) for e in _read_events(act) if e.get("type") == _REPEALED), None)


def read_in_force(act: XmlElement) -> date | None:
    """Return the day on which *act* enters into force, None where none is given.

    Without an event that says so, it is the start of the period in force.
    """
    events = _read_events(act)
    for event in events:
        if f"#{TAKES_EFFECT}" in event.get("refersTo", "").split():
            return read_date(event)
    days = {f"#{event.get('eId')}": event for event in events}
    for data in children(child(act, "meta"), "temporalData"):
        for interval in data.iterdescendants():
            if f"#{IN_FORCE}" in interval.get("refersTo", "").split():
                start = days.get(interval.get("start", ""))
                return None if start is None else read_date(start)
    return None


def _read_events(act: XmlElement) -> list[XmlElement]:
    return [
        event
        for cycle in children(child(act, "meta"), "lifecycle")
        for event in children(cycle, "eventRef")
    ]
