from __future__ import annotations

import pytest

from gazette_diff.akn.kinds import kind_of
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.tree import Metadata

CITY = ("南阳市人民政府",)
ORDER = DocumentNumber("国务院令", None, 712)


@pytest.mark.parametrize(
    ("title", "issuers", "number", "kind"),
    [
        ("中华人民共和国示例法", ("全国人民代表大会常务委员会",), None, "law"),
        ("关于修改示例法的决定", ("全国人民代表大会",), None, "decision"),
        ("示例法", (), None, "law"),
        ("中华人民共和国民法典示例编", (), None, "law"),
        ("示例办法", (), None, "regulation"),
        ("示例做法说明", (), DocumentNumber("宛政", 2023, 1), "normative-document"),
        ("", (), None, "regulation"),
        ("秀山示例族自治县示例条例", (), None, "local-regulation"),
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
    title: str, issuers: tuple[str, ...], number: DocumentNumber | None, kind: str
) -> None:
    metadata = Metadata(title=title, issuer=issuers, document_number=number)
    assert kind_of(metadata) == kind
