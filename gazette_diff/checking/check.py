"""All checks of a source: what its reading left doubtful, and what each document gives away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.checking.characters import check_characters
from gazette_diff.checking.links import check_links
from gazette_diff.checking.misreadings import check_misreadings
from gazette_diff.checking.pairs import check_pairs
from gazette_diff.checking.particulars import check_particulars
from gazette_diff.checking.passages import Spot, Subject, locate
from gazette_diff.checking.punctuation import check_punctuation
from gazette_diff.checking.spaces import check_spaces
from gazette_diff.checking.structure import check_structure
from gazette_diff.core.diagnostics import Code, Diagnostic

if TYPE_CHECKING:
    from gazette_diff.core.documents import ParsedDocument, ParsedSource


_FOUND_HERE = frozenset({Code.SUSPECT_TEXT, Code.HEADING_WITHOUT_NUMBER, Code.NO_FULL_STOP})


class Finding(NamedTuple):
    """Something to look at: ``document`` counts the documents of the source from 1.

    ``document`` is None for what concerns none of them.
    """

    diagnostic: Diagnostic
    document: int | None = None


def check(parsed: ParsedSource) -> tuple[Finding, ...]:
    """Return all that is found in *parsed*, of every code, in the order of its lines.

    A regulation that was not read from text (XML, the library) has no lines: its findings
    follow the text.
    """
    found = [Finding(one) for one in parsed.diagnostics]
    for number, document in enumerate(parsed.documents, 1):
        found += [Finding(one, number) for one in _check(document, parsed.source.lines)]
    return tuple(sorted(found, key=lambda one: one.diagnostic.line or 0))


def _check(document: ParsedDocument, lines: Sequence[str]) -> list[Diagnostic]:
    subject = Subject.of(document.regulation)
    found = [*_spots(subject), *check_spaces(subject, lines)]
    spots = sorted(found, key=lambda spot: (spot.passage.order, spot.at))
    # The checks find these too, more of them and with the column.
    own = [doubt for doubt in document.diagnostics if doubt.code not in _FOUND_HERE]
    return [*own, *locate(spots, lines)]


def _spots(subject: Subject) -> Iterator[Spot]:
    yield from check_particulars(subject)
    yield from check_structure(subject)
    yield from check_links(subject)
    for unit in subject.units:
        yield from check_pairs(unit)
    for passage in subject.passages:
        yield from check_punctuation(passage)
        yield from check_characters(passage)
        yield from check_misreadings(passage)
