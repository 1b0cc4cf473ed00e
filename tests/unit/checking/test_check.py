from __future__ import annotations

from datetime import date

import jsonschema
import pytest

from gazette_diff import api
from gazette_diff.checking import Finding, findings_as_json
from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual
from gazette_diff.report.schemas import schema
from tests.shared import CASES

STRUCTURE = CASES / "check" / "structure.txt"


def test_the_line_is_that_of_the_character_however_the_text_is_wrapped() -> None:
    wrapped = (
        "云溪县公共图书借阅管理办法\n（2022年4月8日公布）\n\n"
        "　　第一条　读者应当爱护图书，不得涂画、污损\n图书，不得折页；应当按期归\n"
        "还（含期刊，由县图书馆登记。\n\n　　第二条　甲。\n　　第三条　乙。\n"
    )
    (found,) = api.check(api.parse(wrapped.encode()))
    assert (found.diagnostic.code.id, found.diagnostic.line) == ("GD621", 6)
    assert found.diagnostic.place == "art_1__para_1"
    assert found.document == 1


def test_a_file_without_lines_is_checked_too() -> None:
    """In XML the same is found, numbering and all; only the lines are not known."""
    parsed = api.parse(STRUCTURE)
    xml = api.to_akn(parsed.documents[0].regulation, generated_on=date(2024, 1, 1))
    again = api.check(api.parse(xml, name="a.xml"))
    assert {one.diagnostic.line for one in again} == {None}

    def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
        return sorted((f.diagnostic.code.id, f.diagnostic.place) for f in findings)

    assert told(again) == told(api.check(parsed))


def test_a_tree_without_a_title_is_told() -> None:
    xml = api.to_akn(
        api.parse("第一条 甲。\n\n第二条 乙。\n\n第三条 丙。\n".encode()).documents[0].regulation,
        generated_on=date(2024, 1, 1),
    )
    codes = [one.diagnostic.code.id for one in api.check(api.parse(xml, name="a.xml"))]
    assert codes == ["GD110", "GD607"]


def test_findings_as_data() -> None:
    found = api.check(api.parse(CASES / "check" / "notice.txt"), select=["GD606"])
    trouble = UnreadableError(Bilingual("文件为空", "the file is empty"), where="b.txt")
    data = findings_as_json({"a.txt": found}, {"b.txt": trouble}, "zh")
    assert data == {
        "schema": "gazette-diff/check@1",
        "files": ["a.txt", "b.txt"],
        "summary": {"GD606": 1},
        "findings": [
            {
                "file": "a.txt",
                "code": "GD606",
                "message": "印发通知没有发文字号",
                "place": "",
                "line": 1,
                "document": 1,
            }
        ],
        "trouble": [{"file": "b.txt", "message": "b.txt：文件为空"}],
    }


def test_findings_keep_the_contract() -> None:
    validator = jsonschema.Draft202012Validator(schema("check-1"))
    for path in (CASES / "check").glob("*.txt"):
        found = api.check(api.parse(path), select=["all"])
        validator.validate(findings_as_json({str(path): found}, {}, "en"))


def test_codes_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="E501"):
        api.check(api.parse(STRUCTURE), ignore=["E501"])
