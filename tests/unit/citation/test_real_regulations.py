"""On real regulations: every provision is found by its own citation, references find targets."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazette_diff.citation import bare_citation, parse_citation, references
from gazette_diff.citation.resolving import Scopes
from gazette_diff.citation.values import Reference
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.places import Placed, walk_places
from gazette_diff.core.references import Scope
from gazette_diff.core.tree import Level, Regulation
from gazette_diff.parsing import parse_source
from gazette_diff.reading import read_file


def regulations(folder: Path, step: int) -> list[Regulation]:
    """Return the regulations of every *step*-th file of *folder*."""
    files = sorted(folder.glob("*.md"))[::step]
    parsed = (parse_source(read_file(file).source) for file in files)
    return [document.regulation for source in parsed for document in source.documents]


def wanted(placed: Placed, words: str) -> str:
    """Return the eId that *words* name: a sole 款 has no name but its article's."""
    parent = placed.ancestors[-1] if placed.ancestors else None
    sole = parent is not None and not words.endswith(("款", "段"))
    if placed.provision.level is Level.PARAGRAPH and sole:
        return placed.eid.rsplit("__", 1)[0]
    return placed.eid


def _eid(scopes: Scopes, reference: Reference) -> str | None:
    try:
        return scopes.find(reference).eid
    except NotFoundError:
        return None


@pytest.mark.corpus
def test_every_provision_is_found_by_its_citation(shared_corpus: Path) -> None:
    ambiguous = checked = 0
    for regulation in regulations(shared_corpus / "single", 7):
        scopes = Scopes(regulation)
        for body in scopes.bodies:
            for placed in walk_places(body.placed):
                checked += 1
                words = bare_citation(placed, attachment=body.name)
                eid = parse_citation(placed.eid).single
                if not words:  # a heading without a number
                    assert placed.provision.heading
                    assert not placed.provision.label
                    continue
                named = parse_citation(words).single
                assert eid is not None
                assert named is not None
                assert scopes.find(eid).eid == placed.eid
                found = _eid(scopes, named)
                # None: the same number twice, so that both are named.
                assert found in (wanted(placed, words), None)
                ambiguous += found is None
    assert ambiguous <= checked / 1000


@pytest.mark.corpus
def test_internal_references_find_their_targets(shared_corpus: Path) -> None:
    internal = [
        one
        for regulation in regulations(shared_corpus / "single", 4)
        for one in references(regulation)
        if one.scope is Scope.INTERNAL
    ]
    lost = [one for one in internal if not one.targets]
    assert all(one.problem is not None for one in lost)
    assert len(lost) <= len(internal) / 100
