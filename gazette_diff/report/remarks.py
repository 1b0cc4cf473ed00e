"""The third column of the 修订对照表: what is to be said of an article, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.report.wording import class_word

if TYPE_CHECKING:
    from gazette_diff.report.rows import Entry

_CLASSES = Bilingual("涉及{words}", "concerns {words}")


def remark(entry: Entry) -> Bilingual:
    """Return what happened to *entry*, and what kinds of words changed in it.

    修改；由第五条改为第七条；涉及期限、责任主体.
    """
    said = list(entry.told)
    if classes := [class_word(name) for name in entry.change.classes]:
        words = Bilingual("、".join(c.zh for c in classes), ", ".join(c.en for c in classes))
        said.append(_CLASSES.fill(words=words))
    return Bilingual("；".join(one.zh for one in said), "; ".join(one.en for one in said))
