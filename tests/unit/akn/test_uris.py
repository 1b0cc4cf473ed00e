from __future__ import annotations

from datetime import date

import pytest

from gazette_diff.akn.uris import (
    day_in,
    expression_of,
    replaced_work,
    short_title,
    subtype_of,
)
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.tree import Metadata, Replaced

CITY = ("南阳市人民政府",)
ORDER = DocumentNumber("国务院令", None, 712)


def test_a_numbered_document_of_a_city() -> None:
    metadata = Metadata(
        title="南阳市人民政府工作规则",
        document_number=DocumentNumber("宛政", 2023, 4),
        issuer=CITY,
        signed=date(2023, 4, 16),
    )
    expression = expression_of(metadata)
    work = "/akn/cn-411300/act/normative-document/2023-04-16/wan-zheng-2023-4"
    assert expression.work.uri == work
    assert expression.uri == f"{work}/zho@2023-04-16"


def test_an_amended_law_keeps_its_work_and_changes_its_expression() -> None:
    first = Metadata(
        title="中华人民共和国立法法", issuer=("全国人民代表大会",), signed=date(2000, 3, 15)
    )
    amended = Metadata(
        title=first.title,
        document_number=DocumentNumber("主席令", None, 3),
        issuer=first.issuer,
        signed=first.signed,
        amended=(date(2015, 3, 15), date(2023, 3, 13)),
    )
    assert expression_of(first).work == expression_of(amended).work
    assert expression_of(amended).uri == "/akn/cn/act/law/2000-03-15/li-fa-fa/zho@2023-03-13"


@pytest.mark.parametrize(
    ("metadata", "days"),
    [
        (Metadata(), ("0001", "0001")),
        (Metadata(published=date(2020, 1, 2)), ("2020-01-02", "2020-01-02")),
        (Metadata(in_force=date(2020, 1, 2)), ("2020-01-02", "2020-01-02")),
        (
            Metadata(amended=(date(2021, 1, 1), date(2020, 1, 1))),
            ("2020-01-01", "2021-01-01"),
        ),
        (Metadata(signed=date(987, 6, 5)), ("0987-06-05", "0987-06-05")),
    ],
)
def test_the_best_known_day_names_work_and_expression(
    metadata: Metadata, days: tuple[str, str]
) -> None:
    expression = expression_of(metadata)
    assert expression.work.uri.split("/")[5] == days[0]
    assert expression.uri.endswith(f"/zho@{days[1]}")


def test_what_is_replaced_has_a_work_of_its_own() -> None:
    metadata = Metadata(title="南阳市示例办法", issuer=CITY)
    named = replaced_work(Replaced("南阳市示例暂行办法", date(2016, 8, 1)), metadata)
    numbered = replaced_work(Replaced("甲", None, DocumentNumber("宛政", 2016, 3)), metadata)
    base = "/akn/cn-411300/act/normative-document"
    assert named.uri == f"{base}/2016-08-01/shi-li-zan-xing-ban-fa"
    assert numbered.uri == f"{base}/0001/wan-zheng-2016-3"


@pytest.mark.parametrize(
    ("uri", "day"),
    [
        ("/akn/cn-411300/act/normative-document/2020-07-22/gongzuo-guize", "2020-07-22"),
        ("/akn/cn/act/decision/npc/2023-03-13/x/zho@2024-01-01", "2023-03-13"),
        ("/akn/cn/act/2023-03-13/x", "2023-03-13"),
        ("/akn/cn/act/law/0001/x", None),
        ("/akn/cn/act/law/2020/1999-01-01", None),
        ("", None),
    ],
)
def test_the_day_in_a_uri(uri: str, day: str | None) -> None:
    assert day_in(uri) == day


@pytest.mark.parametrize(
    ("title", "issuers", "short"),
    [
        ("南阳市人民政府工作规则", CITY, "工作规则"),
        ("南阳市政府投资项目管理实施办法", CITY, "政府投资项目管理实施办法"),
        ("中华人民共和国立法法（2023年修正）", (), "立法法"),
        ("国务院工作规则", ("国务院",), "工作规则"),
        ("示例办法（试行）", (), "示例办法"),
        ("（试行）", (), "（试行）"),
        ("南阳市", CITY, "南阳市"),
        ("示例办法", ("", "示例"), "办法"),
        ("", (), ""),
    ],
)
def test_short_titles(title: str, issuers: tuple[str, ...], short: str) -> None:
    assert short_title(title, issuers) == short


@pytest.mark.parametrize(
    ("title", "issuers", "number", "subtype"),
    [
        ("中华人民共和国示例法", ("全国人民代表大会常务委员会",), None, "law"),
        ("关于修改示例法的决定", ("全国人民代表大会",), None, "decision"),
        ("示例法", (), None, "law"),
        ("示例办法", (), None, "normative-document"),
        ("上海市示例条例", (), None, "local-regulation"),
        ("示例条例", (), None, "administrative-regulation"),
        ("示例规定", ("国务院",), ORDER, "administrative-regulation"),
        ("示例办法", ("某部",), DocumentNumber("某部令", None, 3), "rule"),
        ("上海市示例规定", ("上海市人民代表大会",), None, "local-regulation"),
        ("关于示例案件的解释", ("最高人民法院", "最高人民检察院"), None, "judicial-interpretation"),
        ("国务院工作规则", ("国务院",), DocumentNumber("国发", 2023, 7), "normative-document"),
        ("南阳市示例办法（试行）", CITY, None, "normative-document"),
    ],
)
def test_the_kind_of_a_document(
    title: str, issuers: tuple[str, ...], number: DocumentNumber | None, subtype: str
) -> None:
    metadata = Metadata(title=title, issuer=issuers, document_number=number)
    assert subtype_of(metadata) == subtype
