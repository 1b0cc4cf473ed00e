"""附件, 附表, 附录: which attachment of a regulation a citation means."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.citation import misses
from gazette_diff.core.numerals import format_numeral, parse_number
from gazette_diff.core.places import Placed, place
from gazette_diff.core.tree import Level, Provision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.citation.values import Step
    from gazette_diff.core.tree import Attachment, Regulation


@dataclass(frozen=True, slots=True)
class PlacedAttachment:
    """An attachment with its eIds: ``word`` 附件, ``number`` 1, ``name`` as citations say it.

    ``instance`` counts the attachments that bear the same label. ``whole`` is the attachment
    as one place (``att_1``), for citations that name it and nothing in it.
    """

    name: str
    word: str
    number: int | None
    instance: int
    body: tuple[Placed, ...]
    whole: Placed


def place_attachments(regulation: Regulation) -> tuple[PlacedAttachment, ...]:
    """Return the attachments of *regulation*, in order, with the eIds of their provisions."""
    given: Counter[str] = Counter()
    placed = []
    for position, attachment in enumerate(regulation.attachments, 1):
        label = re.sub(r"[\s：:]", "", attachment.label) or "附件"
        given[label] += 1
        count = given[label]
        name = label if count == 1 else f"{label}（同一序号第{format_numeral(count)}处）"
        word = label.rstrip("0123456789０１２３４５６７８９一二三四五六七八九十百")
        number = parse_number(label.removeprefix(word))
        body = place(attachment.body, f"att_{position}")
        whole = Placed(f"att_{position}", _as_provision(attachment), (), body)
        placed.append(PlacedAttachment(name, word, number, count, body, whole))
    return tuple(placed)


def _as_provision(attachment: Attachment) -> Provision:
    """Return *attachment* as a provision that gathers those of its body."""
    return Provision(
        level=Level.OUTLINE,
        label=re.sub(r"[\s：:]", "", attachment.label) or "附件",
        heading=attachment.heading,
        children=attachment.body,
        span=attachment.span,
    )


def choose_attachment(
    regulation: Regulation, attachments: Sequence[PlacedAttachment], step: Step
) -> PlacedAttachment:
    """Return the attachment that *step* names: by its label, else as the only one.

    Raises:
        NotFoundError: there is none, or it is one of several.
    """
    number = step.ordinal.base if step.ordinal else None
    fitting = [a for a in attachments if (a.word, a.number) == (step.word, number)]
    if not fitting and step.word in ("", "附件"):
        # 附件1 of a text whose attachments are called 附表1 or bear no number.
        fitting = [a for a in attachments if number in (None, a.number)]
    if step.instance or len(fitting) > 1:
        fitting = [a for a in fitting if a.instance == (step.instance or 1)]
    if len(fitting) != 1:
        raise misses.no_attachment(regulation, [a.name for a in attachments])
    return fitting[0]
