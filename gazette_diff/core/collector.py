"""Keeping the garbage collector out of the making of large values."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Let the cyclic garbage collector rest inside the ``with``.

    A tree is some hundred thousand objects that all stay and hold no cycles: the collector
    would go through them again and again while they are made, and find nothing. One that
    was off before stays off.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # What was made goes to the oldest generation at once, instead of being gone
            # through twice on its way there. Who has frozen objects keeps them frozen.
            gc.freeze()
            gc.unfreeze()
        gc.enable()
