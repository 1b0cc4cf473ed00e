"""The line of a regulation: the order of its versions, and on which days each is in force."""

from __future__ import annotations

from datetime import date

import pytest

from gazette_diff.core.tree import Holding, Metadata
from gazette_diff.core.versions import Version, day_of
from gazette_diff.library.lineage import line_of, same_work
from gazette_diff.report.version_words import force_words
from tests.support.libraries import about


def version(metadata: Metadata) -> Version:
    named = day_of(metadata)
    assert named is not None
    return Version(metadata, named, f"{metadata.title}/{named}.xml")


def told(*versions: Metadata, title: str = "甲法") -> list[tuple[str, ...]]:
    """Return the line as (day, step, held or not, start, end)."""
    line = line_of(title, map(version, versions))
    return [
        (
            str(stage.version.day),
            str(stage.step),
            str(stage.version.metadata.holding),
            str(stage.start),
            str(stage.end or ""),
        )
        for stage in line.stages
    ]


def test_amendments_that_a_text_tells_of_are_known_versions() -> None:
    line = told(
        about("甲法", "2000-03-15", in_force="2000-07-01"),
        about("甲法", "2000-03-15", amended=["2015-03-15", "2023-03-13"], in_force="2023-03-15"),
    )
    assert line == [
        ("2000-03-15", "made", "held", "2000-07-01", "2015-03-15"),
        ("2015-03-15", "amended", "not-held", "2015-03-15", "2023-03-15"),
        ("2023-03-13", "amended", "held", "2023-03-15", ""),
    ]


def test_the_first_version_is_known_from_an_amended_one() -> None:
    line = told(about("甲条例", published="2001-12-11", amended=["2013-07-18"]), title="甲条例")
    assert line == [
        ("2001-12-11", "made", "not-held", "2001-12-11", "2013-07-18"),
        ("2013-07-18", "amended", "held", "2013-07-18", ""),
    ]


def test_a_day_in_force_that_is_older_than_the_amendment_is_that_of_the_first_text() -> None:
    (*_, last) = told(about("甲法", "2000-03-15", amended=["2015-03-15"], in_force="2000-07-01"))
    assert last == ("2015-03-15", "amended", "held", "2015-03-15", "")


def test_repealed_and_issued_anew() -> None:
    line = told(
        about("甲规则", "2014-08-05"),
        about("甲规则", "2023-04-16", replaces=[("甲规则", "2020-07-22")]),
        title="甲规则",
    )
    assert line == [
        ("2014-08-05", "made", "held", "2014-08-05", "2020-07-22"),
        ("2020-07-22", "reissued", "not-held", "2020-07-22", "2023-04-16"),
        ("2023-04-16", "reissued", "held", "2023-04-16", ""),
    ]


def test_an_amended_text_that_tells_of_nothing_before_amends_the_earlier_one() -> None:
    line = told(
        about("甲办法", published="2021-03-01", in_force="2021-05-01"),
        about("甲办法", amended=["2024-05-10"], in_force="2024-07-01"),
        title="甲办法",
    )
    assert line == [
        ("2021-03-01", "made", "held", "2021-05-01", "2024-07-01"),
        ("2024-05-10", "amended", "held", "2024-07-01", ""),
    ]


def test_one_revision_signed_on_one_day_and_published_on_another_is_one_version() -> None:
    line = told(
        about("甲解释", "2013-04-28", published="2013-05-02", in_force="2013-05-04"),
        about("甲解释", "2013-04-28", amended=["2021-12-29"]),
        title="甲解释",
    )
    assert [row[0] for row in line] == ["2013-05-02", "2021-12-29"]


def test_predecessors_bear_another_title() -> None:
    line = line_of(
        "丙条例",
        [version(about("丙条例", "2014-01-17", replaces=[("丙办法", "1990-05-25")]))],
    )
    assert [(str(v), r.title, str(r.signed)) for v, r in line.predecessors] == [
        ("丙条例@v2014-01-17", "丙办法", "1990-05-25")
    ]


def test_a_predecessor_named_without_its_issuer_is_no_other_regulation() -> None:
    title = "最高法院关于适用《刑诉法》的解释"
    line = line_of(
        title,
        [
            version(about(title, "2012-11-05", published="2012-12-20", issuer=["最高法院"])),
            version(
                about(
                    title,
                    "2020-12-07",
                    in_force="2021-03-01",
                    replaces=[("关于适用〈刑诉法〉的解释", "2012-12-20")],
                    issuer=["最高法院"],
                )
            ),
        ],
    )
    assert line.predecessors == ()
    assert [(str(s.version.day), str(s.end or "")) for s in line.stages] == [
        ("2012-12-20", "2021-03-01"),
        ("2020-12-07", ""),
    ]


def test_titles_of_different_width_are_one() -> None:
    line = line_of(
        "甲办法(试行)",
        [
            version(about("甲办法(试行)", "2019-01-01")),
            version(about("甲办法（试行）", "2020-01-01")),
        ],
    )
    assert [str(stage.version.day) for stage in line.stages] == ["2019-01-01", "2020-01-01"]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("1999-12-31", None),
        ("2000-06-30", None),
        ("2000-07-01", "2000-03-15"),
        ("2015-03-14", "2000-03-15"),
        ("2015-03-15", "2015-03-15"),
        ("2019-12-31", "2015-03-15"),
        ("2020-01-01", None),
    ],
)
def test_the_version_in_force_on_a_day(day: str, found: str | None) -> None:
    line = line_of(
        "甲法",
        [
            version(about("甲法", "2000-03-15", in_force="2000-07-01")),
            version(about("甲法", "2000-03-15", amended=["2015-03-15"], repealed="2020-01-01")),
        ],
    )
    stage = line.on(date.fromisoformat(day))
    assert (str(stage.version.day) if stage else None) == found


def test_a_version_of_no_file_says_whence_it_is_known() -> None:
    line = line_of("甲法", [version(about("甲法", "2000-03-15", amended=["2015-03-15"]))])
    first = line.stages[0].version
    assert (first.path, first.metadata.holding) == ("", Holding.NOT_HELD)
    assert first.metadata.remark == "2015-03-15"


def test_whether_an_end_is_told_depends_on_what_follows() -> None:
    line = line_of(
        "甲法",
        [
            version(about("甲法", "2000-03-15", in_force="2000-07-01")),
            version(about("甲法", "2000-03-15", amended=["2015-03-15"])),
            version(
                about(
                    "甲法",
                    "2000-03-15",
                    amended=["2015-03-15", "2020-01-01"],
                    in_force="2020-05-01",
                )
            ),
        ],
    )
    assert [stage.end_is_told for stage in line.stages] == [False, True, True]
    assert [force_words(stage).zh for stage in line.stages] == [
        "2000-07-01起施行，至2015-03-15（推定）",
        "2015-03-15起施行（推定），至2020-05-01",
        "2020-05-01起施行",
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "same"),
    [
        (about("甲", "2000-01-01"), about("甲", "2000-01-01", amended=["2010-01-01"]), True),
        (about("甲", "2000-01-01"), about("甲", "2010-01-01"), False),
        # Amended itself, then repealed and issued anew, and amended again.
        (
            about("甲", "1990-01-01", amended=["1995-01-01"]),
            about("甲", "2005-01-01", amended=["2010-01-01"]),
            False,
        ),
        # The first day differs with what a text tells of it; the amendment between tells.
        (
            about("甲", published="2017-03-16", amended=["2017-02-08"]),
            about("甲", published="1997-05-08", amended=["2017-02-08", "2022-03-29"]),
            True,
        ),
        (
            about("甲", published="2010-09-17"),
            about("甲", "1996-06-20", amended=["2010-09-17", "2024-05-10"]),
            True,
        ),
        (
            about("甲", in_force="2001-01-01"),
            about("甲", "1999-01-01", amended=["2010-01-01"]),
            True,
        ),
    ],
)
def test_an_amended_text_goes_back_to_the_same_days(
    earlier: Metadata, later: Metadata, same: bool
) -> None:
    assert same_work(version(earlier), version(later)) is same
