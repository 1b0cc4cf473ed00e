"""What a link rests on, in words."""

from __future__ import annotations

import pytest

from gazette_diff.comparing.evidence import shared_phrases


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("处1000元以上5000元以下罚款", "处2000元以上9000元以下罚款", ("以下罚款",)),
        ("每桶收500元保管费用", "每桶收1500元保管费用", ("保管费用",)),
        ("蜂王自行交尾后一律登记", "蜂王自行交尾后统一登记", ("蜂王自行交尾后",)),
        ("适用一般规定办理", "依照一般规定办理", ("一般规定办理",)),
    ],
)
def test_phrases_are_not_cut_inside_numbers(old: str, new: str, expected: tuple[str, ...]) -> None:
    assert shared_phrases(old, new) == expected
