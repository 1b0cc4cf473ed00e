from __future__ import annotations

from datetime import date

import pytest

from gazette_diff.akn.uris import day_in, expression_of, replaced_work
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.tree import Block, BlockKind, Metadata, Regulation, Replaced

CITY = ("南阳市人民政府",)


def test_a_numbered_document_of_a_city() -> None:
    metadata = Metadata(
        title="南阳市人民政府工作规则",
        document_number=DocumentNumber("宛政", 2023, 4),
        issuer=CITY,
        signed=date(2023, 4, 16),
    )
    expression = expression_of(Regulation(metadata=metadata))
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
    assert (
        expression_of(Regulation(metadata=first)).work
        == expression_of(Regulation(metadata=amended)).work
    )
    assert (
        expression_of(Regulation(metadata=amended)).uri
        == "/akn/cn/act/law/2000-03-15/li-fa-fa/zho@2023-03-13"
    )


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
    expression = expression_of(Regulation(metadata=metadata))
    assert expression.work.uri.split("/")[5] == days[0]
    assert expression.uri.endswith(f"/zho@{days[1]}")


def test_what_is_replaced_has_a_work_of_its_own() -> None:
    metadata = Metadata(title="南阳市示例办法", issuer=CITY)
    work = expression_of(Regulation(metadata=metadata)).work
    named = replaced_work(Replaced("南阳市示例暂行办法", date(2016, 8, 1)), metadata, work)
    numbered = replaced_work(Replaced("甲", None, DocumentNumber("宛政", 2016, 3)), metadata, work)
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


def test_regulations_under_one_number_have_works_of_their_own() -> None:
    def published(title: str, notice: str) -> Regulation:
        number = DocumentNumber("宛政办", 2022, 35)
        return Regulation(
            metadata=Metadata(title=title, document_number=number, issuer=CITY),
            preface=(Block(BlockKind.NOTICE_TEXT, notice), Block(BlockKind.TITLE, title)),
        )

    together = "《示例方案》和《示例指南》已经同意，现印发给你们。"
    numbers = [
        expression_of(published(title, together)).work.number for title in ("示例方案", "示例指南")
    ]
    assert numbers == [
        "wan-zheng-ban-2022-35-shi-li-fang-an",
        "wan-zheng-ban-2022-35-shi-li-zhi-nan",
    ]
    alone = published("示例方案", "现将《示例方案》印发给你们，《示例指南》废止。")
    assert expression_of(alone).work.number == "wan-zheng-ban-2022-35"
