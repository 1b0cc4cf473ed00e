"""References in the words of a regulation, and what a revision made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gazette_diff.core.language import Bilingual


class Scope(StrEnum):
    """Where a reference points: into the regulation itself, or into another work."""

    INTERNAL = "internal"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision that cites or is cited: its eId, its name (第四十四条第一款), its first words."""

    eid: str
    name: str
    gist: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One reference: ``text`` as printed at ``start`` to ``end`` of the words of ``source``.

    ``part`` says in which of its words it stands (text, closing), ``work`` which work it
    names, if any. ``targets`` are the provisions it names: the two ends of a range
    (``ranged``), all that 前两款 means. They are empty where ``problem`` tells why there is
    nothing, and for an EXTERNAL one, unless it was looked up in a library: ``held`` then is
    the full name of the version there (工作规则@2023-04-16).
    """

    source: Cited
    part: str
    start: int
    end: int
    text: str
    scope: Scope
    work: str = ""
    targets: tuple[Cited, ...] = ()
    ranged: bool = False
    held: str = ""
    problem: Bilingual | None = None


class Judgement(StrEnum):
    """What a revision made of a reference of the new text; docs/references.md defines each."""

    FOLLOWS = "follows"
    STALE = "stale"
    DANGLING = "dangling"
    CHANGED_TARGET = "changed_target"
    REDIRECTED = "redirected"
    NEW = "new"
    UNSURE = "unsure"


#: The judgements that ask for a look.
FINDINGS = (
    Judgement.DANGLING,
    Judgement.STALE,
    Judgement.CHANGED_TARGET,
    Judgement.REDIRECTED,
    Judgement.UNSURE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedReference:
    """A reference of the new text, judged against the old one.

    ``old`` is the same reference in the old text, None where there is none. ``expected``
    is where that one's target stands in the new text, empty where it is gone. ``doubtful``
    says that a correspondence it rests on is. ``reason`` tells the judgement in a sentence.
    """

    reference: Reference
    judgement: Judgement
    reason: Bilingual
    old: Reference | None = None
    expected: tuple[Cited, ...] = ()
    doubtful: bool = False

    @property
    def finding(self) -> bool:
        """Whether it asks for a look."""
        return self.judgement in FINDINGS


def count_judgements(judged: Iterable[JudgedReference]) -> dict[str, int]:
    """Return how many of *judged* there are of each kind, all kinds named."""
    counts = Counter(one.judgement for one in judged)
    return {str(kind): counts[kind] for kind in Judgement}
