from __future__ import annotations

import pytest

from gazette_diff.checking.particulars import check_particulars
from tests.unit.checking.subjects import codes, subject

NAME = "云溪县公共图书借阅管理办法\n\n"
BODY = "第一条 甲。\n\n第二条 乙。\n\n第三条 丙。\n"
CHAPTERS = "第一章 总则\n\n第一条 甲。\n\n第二章 附则\n\n第二条 乙。\n\n第三条 丙。\n"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (NAME, ["GD608", "GD607"]),
        (NAME + "（2022年4月8日公布）\n\n", ["GD608"]),
        (NAME + "（２０２２年４月８日公布）\n\n", ["GD608"]),
        (NAME + "云政〔2022〕9号\n\n", ["GD607"]),
        ("云溪县人民政府令第6号\n\n" + NAME + "2022年4月8日\n\n", []),
    ],
)
def test_number_and_date(title: str, expected: list[str]) -> None:
    assert codes(check_particulars(subject(BODY, title=title))) == expected


@pytest.mark.parametrize(
    ("contents", "values"),
    [
        ("第一章 总则\n第二章 附则\n", None),
        ("第一章 总则……1\n第二章 附　则（3）\n", None),
        ("第一章 总则\n第二章 罚则\n", ("第二章 罚则", "第二章 附则")),
        ("第一章 总则\n第三章 附则\n", ("第三章 附则", "第二章 附则")),
        ("第一章 总则\n第二章 附则\n第三章 罚则\n", ("第三章 罚则", "—")),
        ("第一章 总则\n", ("—", "第二章 附则")),
    ],
)
def test_the_contents_page(contents: str, values: tuple[str, str] | None) -> None:
    title = NAME + "（2022年4月8日公布）\n\n目 录\n\n" + contents + "\n"
    found = [s for s in check_particulars(subject(CHAPTERS, title=title)) if s.code.id == "GD609"]
    told = [(spot.values["listed"], spot.values["printed"]) for spot in found]
    assert told == ([] if values is None else [values])
