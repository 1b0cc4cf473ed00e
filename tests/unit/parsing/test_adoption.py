"""What 题注 and the last article tell of the life of a regulation."""

from __future__ import annotations

from datetime import date

import pytest

from gazette_diff.core.source import SourceText
from gazette_diff.core.tree import Metadata
from gazette_diff.parsing import parse_source

_CITY = "松林市第五届人民代表大会常务委员会"
_PROVINCE = "云山省第十届人民代表大会常务委员会"


def read(*notes: str, closing: str = "本条例自公布之日起施行。", title: str = "") -> Metadata:
    """Return what is read of a regulation with *notes* under its title."""
    lines = [
        f"# {title or '松林市河道管理条例'}",
        *notes,
        "<!-- INFO END -->",
        "第一条 为了加强管理，制定本条例。",
        f"第二条 {closing}",
    ]
    (document,) = parse_source(SourceText.from_text("\n\n".join(lines))).documents
    return document.regulation.metadata


@pytest.mark.parametrize(
    ("note", "issuer"),
    [
        (f"2019年3月1日{_CITY}第二次会议通过", ("松林市人民代表大会常务委员会",)),
        ("2019年3月1日松林市第五届人民代表大会第二次会议通过", ("松林市人民代表大会",)),
        ("1998年8月8日第九届全国人民代表大会第二次会议通过", ("全国人民代表大会",)),
        ("2019年3月1日国务院第12次常务会议通过", ("国务院",)),
        ("2019年3月1日中华人民共和国国务院令第300号公布", ("国务院",)),
        ("2019年3月1日最高人民法院审判委员会第1700次会议通过", ("最高人民法院",)),
        ("1986年3月1日公安部、外交部发布", ("公安部", "外交部")),
        ("1958年3月1日交通部\n\n水产部发布", ("交通部", "水产部")),
        (
            "2019年3月1日最高人民法院审判委员会第1700次会议\n\n"
            "2019年4月1日最高人民检察院第十三届检察委员会第三次会议通过",
            ("最高人民法院", "最高人民检察院"),
        ),
        ("2019年3月1日市五届人大常委会第二次会议通过", ()),
    ],
)
def test_the_body_that_made_it_is_read_from_the_note(note: str, issuer: tuple[str, ...]) -> None:
    assert read(note).issuer == issuer


def test_the_number_is_that_of_the_order_that_published_the_whole_text() -> None:
    published = "2001年5月1日中华人民共和国国务院令第300号公布"
    amended = "根据2011年1月8日国务院令第500号《国务院关于修改部分行政法规的决定》第一次修订"
    anew = "2020年6月1日中华人民共和国国务院令第700号第二次修订"
    assert str(read(published, amended).document_number) == "中华人民共和国国务院令第300号"
    assert str(read(published, amended, anew).document_number) == "中华人民共和国国务院令第700号"
    jointly = "2001年5月1日中华人民共和国国务院、中华人民共和国中央军事委员会令第301号公布"
    assert read(jointly).issuer == ("国务院", "中央军事委员会")


def test_an_amendment_told_on_two_lines_is_of_the_day_of_its_adoption() -> None:
    told = read(
        f"2014年6月27日{_CITY}第四次会议通过",
        f"2014年7月30日{_PROVINCE}第九次会议批准",
        f"2018年8月29日{_CITY}第四十一次会议通过",
        f"2018年11月29日{_PROVINCE}第七次会议批准的《松林市人民代表大会常务委员会"
        "关于修改部分地方性法规的决定》修正",
    )
    assert told.signed == date(2014, 6, 27)
    assert told.amended == (date(2018, 8, 29),)


def test_the_second_adoption_of_a_joint_interpretation_is_no_amendment() -> None:
    told = read(
        "2018年9月17日最高人民法院审判委员会第1749次会议",
        "2018年12月12日最高人民检察院第十三届检察委员会第十一次会议通过",
        "2019年2月1日施行",
        closing="以前的规定与本条例不一致的，以本条例为准。",
    )
    assert (told.signed, told.amended) == (date(2018, 12, 12), ())
    assert told.in_force == date(2019, 2, 1)


@pytest.mark.parametrize(
    ("closing", "in_force"),
    [
        ("本条例自公布之日起施行。", date(2019, 3, 8)),
        ("本条例自通过之日起施行。", date(2019, 3, 1)),
        ("本条例自公布之日起30日后施行。", None),
        ("本条例自公布之日起满三个月后施行。", None),
        ("本条例自2019年5月1日起施行，有效期五年。", date(2019, 5, 1)),
        ("本条例第三条自2020年1月1日起施行，其他条款自2019年5月1日起施行。", date(2019, 5, 1)),
    ],
)
def test_the_day_on_which_it_enters_into_force(closing: str, in_force: date | None) -> None:
    note = f"2019年3月1日{_CITY}第二次会议通过，2019年3月8日公布"
    assert read(note, closing=closing).in_force == in_force


def test_what_a_province_has_still_to_approve_is_not_published_when_adopted() -> None:
    notes = (f"2019年3月1日{_CITY}第二次会议通过", f"2019年5月9日{_PROVINCE}第七次会议批准")
    assert read(*notes).in_force is None
    assert read(*notes, closing="本条例自批准之日起施行。").in_force == date(2019, 5, 9)


def test_the_note_tells_when_an_amended_text_enters_into_force() -> None:
    told = read(
        f"2012年3月1日{_CITY}第二次会议通过",
        f"2019年5月9日{_CITY}第七次会议《关于修改〈松林市河道管理条例〉的决定》修正",
        "2019年7月1日施行",
        closing="本条例自2012年5月1日起施行。",
    )
    assert told.in_force == date(2019, 7, 1)


def test_the_order_that_is_repealed_is_named_before_its_title() -> None:
    told = read(closing="2010年6月1日松林市人民政府令第3号公布的《松林市河道管理办法》同时废止。")
    (replaced,) = told.replaces
    assert replaced.signed == date(2010, 6, 1)
    assert str(replaced.document_number) == "松林市人民政府令第3号"


def test_a_title_given_twice_names_no_issuer() -> None:
    told = read("松林市中央银行", "资产保护条例", title="松林市中央银行资产保护条例")
    assert (told.title, told.issuer) == ("松林市中央银行资产保护条例", ())


@pytest.mark.parametrize(
    "closing",
    [
        "一九五四年九月七日政务院公布的《松林市船闸管理条例》中有关看守的规定即行废止。",
        "《松林市船闸管理条例》（松政〔2001〕5号）第三条同时废止。",
        "《松林市船闸管理条例》的有关规定同时废止。",
        "《松林市船闸管理条例》除第三条外同时废止。",
    ],
)
def test_what_is_repealed_in_part_is_not_replaced(closing: str) -> None:
    assert read(closing=f"本条例自公布之日起施行。{closing}").replaces == ()


def test_what_is_repealed_beside_a_part_is_replaced() -> None:
    told = read(closing="《松林市渡口管理条例》和《松林市船闸管理条例》第三条同时废止。")
    assert [one.title for one in told.replaces] == ["松林市渡口管理条例"]
