"""Corrections to the correspondence, as people write them and as a file keeps them.

A correction (*pin*) says that provisions correspond (``31=38``, ``28=35,38``, ``5,6=7``), that
one was deleted or added (``12=``, ``=15``), or, as an *unpin*, that two do not correspond.
"""

from gazette_diff.pinning.identity import TextIdentity
from gazette_diff.pinning.keeping import with_pins
from gazette_diff.pinning.kept import Comparison, Home, Kept, decoded, read_kept
from gazette_diff.pinning.pin import Pin
from gazette_diff.pinning.settling import Settled, settle, settle_with

__all__ = [
    "Comparison",
    "Home",
    "Kept",
    "Pin",
    "Settled",
    "TextIdentity",
    "decoded",
    "read_kept",
    "settle",
    "settle_with",
    "with_pins",
]
