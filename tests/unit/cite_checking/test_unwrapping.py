"""Citations that the end of a line cuts."""

from __future__ import annotations

import pytest

from gazette_diff.cite_checking.unwrapping import Unwrapped
from gazette_diff.cite_checking.values import CheckedCitation, CheckedText, Span, State


@pytest.mark.parametrize(
    "text",
    [
        "依照《青石镇夜|市管理办法》第四条处理",
        "依照《夜市办法》|第四条规定处理",
        "依照《夜市办法》|（甲政〔2020〕1号）第四条处理",
        "依照《夜市办法》第|四条处理",
        "依照《夜市办法》第四十|四条处理",
        "依照《夜市办法》第四|条处理",
        "依照《夜市办法》第四条|第二款处理",
        "依照《夜市办法》第四条第|二款处理",
        "依照《夜市办法》第四条第二款|第（一）项处理",
        "依照《夜市办法》第四条第（|一）项处理",
        "依照《夜市办法》第四条第（一）|项处理",
        "依照《夜市办法》第四条|之一处理",
    ],
)
def test_a_cut_citation_is_made_whole(text: str) -> None:
    assert Unwrapped(text.split("|")).lines == [text.replace("|", "")]


@pytest.mark.parametrize(
    "text",
    [
        "《夜市办法》|第四条　摊主应当申请。",
        "《夜市办法》|　　第四条规定如此。",
        "依照《夜市办法》第四条|摊主应当申请",
        "依照《夜市办法》第四条||第二款",
        "他走了第|一步",
        "依照《夜市办法》|和《集市规则》第四条",
    ],
)
def test_lines_that_cut_nothing_stay(text: str) -> None:
    assert Unwrapped(text.split("|")).lines == text.split("|")


def test_places_are_those_of_the_lines_as_they_are() -> None:
    whole = Unwrapped(["一", "  依照《夜市", " 办法》第", "四条处理"])
    assert whole.lines == ["一", "  依照《夜市办法》第四条处理"]
    one = CheckedCitation(span=Span(2, 4, 13, 2), text="x", work="", state=State.ASIDE)
    (back,) = whole.back(CheckedText((one,), ())).citations
    assert back.span == Span(2, 4, 2, 4)
