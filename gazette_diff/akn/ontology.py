"""The ids within ``meta`` that several of its parts point to.

None of them can be an eId of the body: those begin with the token of a level (core.places).
"""

from __future__ import annotations

from collections.abc import Sequence

#: The agent behind the markup: this tool.
TOOL = "ed"
#: This text itself, as the source of what is said of it.
OWN_TEXT = "ro_self"
IN_FORCE = "inForce"
TAKES_EFFECT = "entryIntoForce"
#: The one period that a file knows: that in which the regulation is in force.
PERIOD = "tmpg_1"
ISSUER_ROLE = "issuer"
EDITOR_ROLE = "editor"
#: Stands for the author where none is known; the schema wants one.
NO_ISSUER = "org_unknown"


def issuer_ids(issuers: Sequence[str]) -> tuple[str, ...]:
    """Return an id for each of *issuers*, or the one that says that none is known."""
    return tuple(f"org_{number}" for number in range(1, len(issuers) + 1)) or (NO_ISSUER,)
