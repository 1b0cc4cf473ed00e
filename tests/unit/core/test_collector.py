"""The garbage collector rests while a tree is made, and is left as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from gazette_diff.core import collector


@pytest.fixture(autouse=True)
def _leave_as_it_was() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


def test_rests_inside_and_goes_on_after() -> None:
    gc.enable()
    with collector.Pause():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_goes_on_after_an_error() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="inside"), collector.Pause():
        raise ValueError("inside")
    assert gc.isenabled()


def test_stays_off_where_it_was_off() -> None:
    gc.disable()
    with collector.Pause():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_what_was_made_goes_to_the_oldest_generation() -> None:
    gc.enable()
    with collector.Pause():
        made: list[list[int]] = [[] for _ in range(2000)]
    oldest = {id(one) for one in gc.get_objects(generation=2)}
    assert all(id(one) in oldest for one in made)
    assert gc.get_freeze_count() == 0
