"""What is to be said of an article in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.report.values import class_phrases

if TYPE_CHECKING:
    from gazette_diff.report.rows import Entry


def remark(entry: Entry) -> Bilingual:
    """Return what happened to *entry*, and what words changed in it.

    修改；由第五条改为第七条；期限：7个工作日 → 5个工作日.
    """
    said = [*entry.told, *(phrase for _, phrase in class_phrases(entry.change))]
    return Bilingual("；".join(one.zh for one in said), "; ".join(one.en for one in said))
