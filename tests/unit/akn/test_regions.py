from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest

from gazette_diff.akn.regions import jurisdiction, region_at_start

ROWS = [
    line.split("\t")
    for line in resources.files("gazette_diff.akn")
    .joinpath("regions.tsv")
    .read_text("utf-8")
    .splitlines()
]


def test_the_table_has_each_region_once() -> None:
    assert len({code for code, _ in ROWS}) == len({name for _, name in ROWS}) == len(ROWS) == 367
    assert [code for code, _ in ROWS] == sorted(code for code, _ in ROWS)


def test_every_province_has_its_number_of_prefectures() -> None:
    # The count of prefectures at the end of 2023: 333 (民政部).
    counts = Counter(code[:2] for code, _ in ROWS if not code.endswith("0000"))
    assert sum(counts.values()) == 333
    assert counts == {
        "13": 11, "14": 11, "15": 12, "21": 14, "22": 9, "23": 13, "32": 13, "33": 11, "34": 16,
        "35": 9, "36": 11, "37": 16, "41": 17, "42": 13, "43": 14, "44": 21, "45": 14, "46": 4,
        "51": 21, "52": 9, "53": 16, "54": 7, "61": 10, "62": 14, "63": 8, "64": 5, "65": 14,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("issuers", "title", "code"),
    [
        (["南阳市人民政府"], "", "cn-411300"),
        (["南阳市人民政府办公室"], "", "cn-411300"),
        (["河南省南阳市人民政府"], "", "cn-411300"),
        (["南阳市卧龙区人民政府"], "", "cn-411300"),
        (["中共南阳市委", "南阳市人民政府"], "", "cn-411300"),
        (["河南省人民政府"], "", "cn-410000"),
        (["吉林省吉林市人民政府"], "", "cn-220200"),
        (["吉林市人民政府"], "", "cn-220200"),
        (["吉林省人民政府"], "", "cn-220000"),
        (["北京市朝阳区人民政府"], "", "cn-110000"),
        (["河南省武汉市人民政府"], "", "cn-410000"),
        (["海南省人民代表大会常务委员会"], "", "cn-460000"),
        (["海南藏族自治州人民政府"], "", "cn-632500"),
        (["内蒙古自治区人民政府"], "", "cn-150000"),
        (["深圳市人民代表大会常务委员会"], "", "cn-440300"),
        (["国务院"], "北京市某事", "cn"),
        (["全国人民代表大会"], "", "cn"),
        (["某部", "河南省人民政府"], "", "cn-410000"),
        ([], "上海市河道管理条例", "cn-310000"),
        ([], "", "cn"),
        ([""], "", "cn"),
    ],
)
def test_the_issuer_tells_the_region(issuers: list[str], title: str, code: str) -> None:
    assert jurisdiction(issuers, title) == code


def test_the_words_of_the_region_come_with_it() -> None:
    assert region_at_start("河南省南阳市人民政府") == ("411300", "河南省南阳市")
    assert region_at_start("某某") is None
