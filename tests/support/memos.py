"""A small library and memos about it, as tests of ``cite --check`` need them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gazette_diff import api
from gazette_diff.akn import to_akn

CASES = Path(__file__).parents[1] / "cases" / "memo"


def lay_out_library(folder: Path) -> Path:
    """Write the regulations of tests/cases/memo/library into *folder*, as a library."""
    for file in sorted((CASES / "library").glob("*.txt")):
        regulation = api.pick(api.parse(file)).regulation
        at = folder / regulation.metadata.title / f"{regulation.metadata.version}.xml"
        at.parent.mkdir(exist_ok=True, parents=True)
        at.write_bytes(to_akn(regulation, generated_on=date(2024, 6, 1)))
    return folder
