"""The HTML page of a history: the versions in time, and the life lines of the articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.report.html.assets import assets
from gazette_diff.report.html.lines import draw_lines, draw_timeline
from gazette_diff.report.html.page import environment
from gazette_diff.report.kinds import ORDER
from gazette_diff.report.matrix import threads
from gazette_diff.report.rows import count
from gazette_diff.report.version_words import (
    STEPS,
    compared_words,
    force_words,
    holding_words,
)
from gazette_diff.report.wording import KINDS, labels

if TYPE_CHECKING:
    from datetime import date

    from gazette_diff.core.history import History, Revision
    from gazette_diff.core.language import Language

_WORDS = {
    "page_title": Bilingual("{title}：历次版本", "{title}: versions"),
    "skip": Bilingual("跳到各版本", "Skip to the versions"),
    "timeline": Bilingual("施行时间", "In force"),
    "not_held": Bilingual("斜纹：未收正文", "hatched: text not held"),
    "lines": Bilingual("条文的沿革", "The articles through the versions"),
    "lines_hint": Bilingual(
        "每条线是一条条文；指向或用 Tab 选中，可读出它的变动",
        "Each band is an article; point at it or reach it by Tab to read what happened",
    ),
    "versions": Bilingual("各版本", "Versions"),
    "matrix": Bilingual("哪个版本改了哪些条", "Which version changed which article"),
    "day": Bilingual("版本", "version"),
    "number": Bilingual("文号", "number"),
    "how": Bilingual("由来", "how"),
    "force": Bilingual("施行", "in force"),
    "changes": Bilingual("变动", "changes"),
    "legend": Bilingual("图例", "legend"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A version in the table: its day, number, how it came, when in force, what it changed."""

    day: str
    number: str
    how: str
    force: str
    changes: str
    notes: tuple[str, ...]


def history_page(history: History, today: date, *, language: Language = "zh") -> str:
    """Return *history* as one HTML page that needs nothing beside it, and no script.

    What the pictures show stands in tables below them. Versions that have no end are drawn
    up to *today*.
    """
    stages = [revision.stage for revision in history.revisions]
    rows = [_row(revision, language) for revision in reversed(history.revisions)]
    return (
        environment()
        .get_template("history.html.jinja")
        .render(
            language="zh-CN" if language == "zh" else "en",
            title=history.line.title,
            t={name: words.in_(language) for name, words in _WORDS.items()},
            assets=assets("history.css", ""),
            timeline=draw_timeline(stages, today),
            lines=draw_lines(history.held, language),
            rows=rows,
            days=[str(revision.stage.version.day) for revision in history.held],
            threads=[
                (
                    [labels(refs).in_(language) for refs in thread.articles],
                    [kind or "" for kind in thread.kinds],
                )
                for thread in threads(history)
            ],
            kinds={str(kind): words.in_(language) for kind, words in KINDS.items()},
            shown_kinds=ORDER,
        )
    )


def _row(revision: Revision, language: Language) -> Row:
    stage = revision.stage
    number = stage.version.metadata.document_number
    held = holding_words(stage)
    notes = [] if held is None else [held.in_(language)]
    if stage.version.metadata.constructed:
        notes.append(stage.version.metadata.constructed)
    if revision.previous is not None:
        notes += [w.in_(language) for w in compared_words(revision.previous, revision.missing)]
    return Row(
        str(stage.version.day),
        "" if number is None else str(number),
        STEPS[stage.step].in_(language),
        force_words(stage).in_(language),
        _counts(revision, language),
        tuple(notes),
    )


def _counts(revision: Revision, language: Language) -> str:
    if revision.changes is None:
        return ""
    counts = count(revision.changes.changes)
    comma = "，" if language == "zh" else ", "
    return comma.join(
        f"{KINDS[kind].in_(language)} {counts.of(kind)}" for kind in ORDER if counts.of(kind)
    )
