"""What people type is read as one place, a list or a range, or refused with the reason."""

from __future__ import annotations

import pytest

from gazette_diff.citation import parse_citation
from gazette_diff.citation.values import Reference
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.errors import InvalidCitationError


def written(reference: Reference) -> str:
    """Write *reference* as units and numbers, for tables of cases."""
    return " ".join(f"{s.unit} {s.ordinal}" for s in reference.steps)


@pytest.mark.parametrize(
    ("typed", "steps"),
    [
        ("第四十四条第一款第（三）项", "article 44 paragraph 1 item 3"),
        ("第四十四条第一款第三项", "article 44 paragraph 1 item 3"),
        ("第四十四条第一款第(三)项", "article 44 paragraph 1 item 3"),
        ("第四十四条一款三项", "article 44 paragraph 1 item 3"),
        ("四十四条1款3项", "article 44 paragraph 1 item 3"),
        ("第４４条第１款第（３）项", "article 44 paragraph 1 item 3"),
        ("第 44 条 第 1 款", "article 44 paragraph 1"),
        ("第四十四条的第一款", "article 44 paragraph 1"),
        ("第四十四条第（三）项", "article 44 item 3"),
        ("第四十四条（三）", "article 44 bracketed 3"),
        ("第四十四条第一款第（三）项第1目", "article 44 paragraph 1 item 3 subitem 1"),
        ("第四十四条规定的", "article 44"),
        ("44", "plain 44"),
        ("44.", "plain 44"),
        ("第四十四", "plain 44"),
        ("四十四", "plain 44"),
        ("四十四、", "plain 44"),
        ("44.1.3", "plain 44 plain 1 plain 3"),
        ("４４．１．３", "plain 44 plain 1 plain 3"),
        ("44(3)", "plain 44 bracketed 3"),
        ("44（三）", "plain 44 bracketed 3"),
        ("44③", "plain 44 bracketed 3"),
        ("10之1", "plain 10-1"),
        ("10-1", "plain 10-1"),
        ("10条之一", "article 10-1"),
        ("第十条之一第二款", "article 10-1 paragraph 2"),
        ("art 44", "article 44"),
        ("Art. 44 para. 1 (3)", "article 44 paragraph 1 bracketed 3"),
        ("article 44, paragraph 1", "article 44 paragraph 1"),
        ("chapter 3 section 2", "chapter 3 section 2"),
        ("§ 44", "article 44"),
        ("art_44__para_1__point_3", "article 44 paragraph 1 item 3"),
        ("art_10-1", "article 10-1"),
        ("book_1__part_2__chp_3", "part 1 subpart 2 chapter 3"),
        ("level_2__level_3", "outline 2 outline 3"),
        ("第三章", "chapter 3"),
        ("第三章第二节", "chapter 3 section 2"),
        ("第二分编第三章", "subpart 2 chapter 3"),
        ("第二部分第（三）项", "division 2 item 3"),
        ("二、（三）", "plain 2 bracketed 3"),
        ("二（三）1.", "plain 2 bracketed 3 plain 1"),
        ("第二部分第二段", "division 2 passage 2"),
        ("附件1第三条", "attachment 1 article 3"),
        ("附件第三条", "attachment None article 3"),
    ],
)
def test_one_place(typed: str, steps: str) -> None:
    single = parse_citation(typed).single
    assert single is not None
    assert written(single) == steps


@pytest.mark.parametrize(
    ("typed", "members"),
    [
        ("第三条、第五条和第七条", ["article 3", "article 5", "article 7"]),
        ("44、46", ["plain 44", "plain 46"]),
        ("44、46条", ["article 44", "article 46"]),
        ("第三、五、六项", ["item 3", "item 5", "item 6"]),
        (
            "第三条第一款、第二款",
            ["article 3 paragraph 1", "article 3 paragraph 2"],
        ),
        (
            "第三条第（一）、（二）项",
            ["article 3 item 1", "article 3 item 2"],
        ),
        ("44(3)、(5)", ["plain 44 bracketed 3", "plain 44 bracketed 5"]),
        ("44.1.3、第4项", ["plain 44 plain 1 plain 3", "plain 44 plain 1 item 4"]),
        ("44、第三款", ["plain 44", "plain 44 paragraph 3"]),
        ("第三条第一款以及第五条", ["article 3 paragraph 1", "article 5"]),
    ],
)
def test_lists(typed: str, members: list[str]) -> None:
    citation = parse_citation(typed)
    assert [written(t.first) for t in citation.targets] == members
    assert all(t.last is None for t in citation.targets)
    assert citation.single is None


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("第三条至第五条", "article 3", "article 5"),
        ("第三至五条", "article 3", "article 5"),
        ("3~5", "plain 3", "plain 5"),
        ("3到5条", "article 3", "article 5"),
        ("第三条-第五条", "article 3", "article 5"),
        ("第三条第一款至第三款", "article 3 paragraph 1", "article 3 paragraph 3"),
    ],
)
def test_ranges(typed: str, first: str, last: str) -> None:
    (target,) = parse_citation(typed).targets
    assert target.last is not None
    assert (written(target.first), written(target.last)) == (first, last)


@pytest.mark.parametrize(
    ("typed", "work", "number"),
    [
        ("《青石镇集市管理规则》第三条", "青石镇集市管理规则", None),
        ("《青石镇集市管理规则》（青政〔2021〕8号）第三条", "青石镇集市管理规则", (2021, 8)),
        ("《关于〈集市规则〉的解释》第三条", "关于〈集市规则〉的解释", None),
        ("《关于《集市规则》的解释》第三条", "关于《集市规则》的解释", None),
        ("本规则第三条", "本规则", None),
        ("民法典第1077条", "民法典", None),
        ("工作规则 44", "工作规则", None),
        ("第三条", "", None),
    ],
)
def test_work(typed: str, work: str, number: tuple[int, int] | None) -> None:
    citation = parse_citation(typed)
    assert citation.work == work
    expected = DocumentNumber("青政", *number) if number else None
    assert citation.document_number == expected


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "没有写明条文"),
        ("  ", "没有写明条文"),
        ("《集市规则》", "没有写明条文"),
        ("第一二十条", "“一二十”不是条文的序号"),
        ("第〇条", "“〇”不是条文的序号"),
        ("10000", "“10000”不是条文的序号"),
        ("第XX条", "“第XX条”不能读作条文序号"),
        ("44x", "“x”不能读作条文序号"),
        ("第三条关于摊主的规定", "“关于摊主”不能读作条文序号"),
        ("第三款第四十四条", "层级的次序不对"),
        ("第三条第四条", "层级的次序不对"),
        ("第三条至第五条至第七条", "三个序号"),
        ("<script>", "不能读作条文序号"),
    ],
)
def test_refused(typed: str, reason: str) -> None:
    with pytest.raises(InvalidCitationError) as caught:
        parse_citation(typed)
    assert reason in caught.value.in_("zh")
    assert "44.1.3" in caught.value.in_("zh")
    assert "write for example" in caught.value.in_("en")
