"""The third column of a 修订对照表, drafted: what a drafter would write beside each article.

The sentences follow the usage of amending decisions (将“……”修改为“……”, 增加一项，作为第（四）项)
and say nothing that the rows do not show; why it was done is left to the drafter.
"""

from gazette_diff.report.drafting.sentences import (
    draft,
    draft_fold,
    draft_heading,
    draft_outside,
    range_of,
)

__all__ = ["draft", "draft_fold", "draft_heading", "draft_outside", "range_of"]
