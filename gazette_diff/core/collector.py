"""Keeping the garbage collector out of the making of large values."""

from __future__ import annotations

import gc


class Pause:
    """Lets the cyclic garbage collector rest inside the ``with``.

    A tree is some hundred thousand objects that all stay and hold no cycles: the collector
    would go through them again and again while they are made, and find nothing. One that
    was off before stays off.
    """

    __slots__ = ("_was_on",)

    def __enter__(self) -> None:
        """Put the collector to rest."""
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        """Wake the collector if it was awake before."""
        if not self._was_on:
            return
        if not gc.get_freeze_count():
            # What was made goes to the oldest generation at once, instead of being gone
            # through twice on its way there. Who has frozen objects keeps them frozen.
            gc.freeze()
            gc.unfreeze()
        gc.enable()
