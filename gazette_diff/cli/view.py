"""How the comparison is shown in a terminal, in a pipe and in a text file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

import click

from gazette_diff.cli.framework import MisuseError
from gazette_diff.cli.paint import PIPED_COLUMNS, Surface, painted
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.report.terminal import TerminalOptions, plain_text
from gazette_diff.report.terminal.options import SIDE_BY_SIDE_LEAST

if TYPE_CHECKING:
    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.language import Language
    from gazette_diff.core.ordinals import Ordinal
    from gazette_diff.report.folding import Unchanged
    from gazette_diff.report.terminal import Layout, Show

_NARROW = Bilingual(
    "宽度只有 {width} 列，不足以左右对照（至少 {least} 列），已上下合排",
    "{width} columns are too few for two columns of text (at least {least}): set in one",
)
# What takes the place of the report, by the option that asks for it.
_SHOWN: dict[str, Show] = {
    "--stat": "stat",
    "--name-only": "names",
    "--name-status": "status",
    "--word-diff": "words",
}
#: The value of ``--context`` that shows everything.
ALL = "all"


class View(TypedDict):
    """The options of ``diff`` that concern the terminal alone, as the user gave them."""

    context: str | None
    unchanged: Unchanged | None
    only: str | None
    article: tuple[str, ...]
    side_by_side: bool | None
    width: int | None
    stat: bool
    name_only: bool
    name_status: bool
    word_diff: bool
    explain: bool
    color: str
    pager: bool | None


def terminal_options(view: View, language: Language, on: Surface) -> TerminalOptions:
    """Return what the report on the surface *on* shows.

    Raises:
        MisuseError: a value of *view* makes no sense.
    """
    asked = lists(view)
    if len(asked) > 1 or (asked and view["side_by_side"]):
        raise MisuseError(
            Bilingual("不能同时使用", "cannot be used together"),
            where=" ".join([*asked, "--side-by-side"][:2]),
        )
    narrow: Layout = "auto" if view["side_by_side"] is None and not asked else "inline"
    width = on.width or (PIPED_COLUMNS if view["side_by_side"] else 0)
    return TerminalOptions(
        language=language,
        width=width,
        # A pipe gets a row of the comparison on every line.
        wrap=bool(width),
        layout="side" if view["side_by_side"] else narrow,
        context=_context(view["context"]),
        only=_selectors(view["only"]),
        articles=_articles(view["article"]),
        plain=not on.window and not on.coloured,
        explain=view["explain"],
        unchanged=view["unchanged"] or "fold",
        show=_SHOWN[asked[0]] if asked else "report",
    )


def lists(view: View) -> list[str]:
    """Return which options of *view* ask for something else than the report."""
    asked = {
        "--stat": view["stat"],
        "--name-only": view["name_only"],
        "--name-status": view["name_status"],
        "--word-diff": view["word_diff"],
    }
    return [name for name, given in asked.items() if given]


def terminal_text(changes: ChangeSet, options: TerminalOptions, on: Surface) -> str:
    """Return the report on *changes* as text, with colours where the surface has them."""
    if not on.coloured:
        return "".join(plain_text(changes, options))
    from gazette_diff.report.terminal import render_terminal

    return painted(lambda console: render_terminal(changes, options, console), on)


def _context(text: str | None) -> int | None:
    if text is None:
        return 1
    if text == ALL:
        return None
    if not text.isdecimal():
        raise MisuseError(
            Bilingual(
                "--context 应为数字或 all：{text}", "--context is a number or all: {text}"
            ).fill(text=text)
        )
    return int(text)


def _selectors(text: str | None) -> frozenset[str]:
    """Read ``added,amended`` or ``新增，修改``."""
    from gazette_diff.report.selection import SELECTORS
    from gazette_diff.report.wording import (
        BY_HAND,
        DOUBTFUL,
        EDITORIAL,
        KINDS,
        RELOCATED,
        RENUMBERED,
    )

    if text is None:
        return frozenset()
    words = {str(kind): wording.zh for kind, wording in KINDS.items()}
    words |= {"renumbered": RENUMBERED.zh, "relocated": RELOCATED.zh, "doubtful": DOUBTFUL.zh}
    words |= {"pinned": BY_HAND.zh, "editorial": EDITORIAL.zh}
    names = {zh: name for name, zh in words.items()} | {name: name for name in SELECTORS}
    asked = [part for part in text.replace("，", ",").replace("、", ",").split(",") if part]
    for part in asked:
        if part.strip() not in names:
            raise MisuseError(
                Bilingual("--only 不认识“{part}”", "--only does not know “{part}”").fill(part=part),
                mend=Bilingual(
                    "可用：" + "、".join(f"{name}（{words[name]}）" for name in SELECTORS),
                    "there are " + ", ".join(SELECTORS),
                ),
            )
    return frozenset(names[part.strip()] for part in asked)


def _articles(texts: tuple[str, ...]) -> frozenset[Ordinal | str]:
    from gazette_diff.report.selection import asked_for

    return frozenset(map(asked_for, texts))


def check_articles(changes: ChangeSet, texts: tuple[str, ...]) -> None:
    """Check that every article that *texts* ask for stands in one of both versions.

    Raises:
        NotFoundError: one stands in neither.
    """
    from gazette_diff.report.selection import answers, asked_for

    for text in texts:
        asked = asked_for(text)
        if not any(answers(change, asked) for change in changes.changes):
            raise NotFoundError(
                Bilingual("两个版本中都没有“{text}”", "neither version has “{text}”").fill(
                    text=text
                ),
                where="--article",
                mend=_there_are(changes),
            )


def _there_are(changes: ChangeSet) -> Bilingual:
    from gazette_diff.report.sides import natural_order
    from gazette_diff.report.wording import NEW_VERSION, OLD_VERSION, label

    told = []
    for version, side in ((OLD_VERSION, "old"), (NEW_VERSION, "new")):
        refs = {r.eid: r for change in changes.changes for r in getattr(change, side)}
        if refs:
            ends = [label(refs[end(refs, key=natural_order)]) for end in (min, max)]
            told.append((version, "–".join(dict.fromkeys(ends))))
    return Bilingual(
        "，".join(f"{version.zh}有{ends}" for version, ends in told),
        ", ".join(f"there are {ends} {version.en}" for version, ends in told),
    )


def tell_narrow(options: TerminalOptions, language: Language) -> None:
    """Tell that there is no room for the two columns that were asked for."""
    if options.layout == "side" and not options.side_by_side(options.width):
        told = _NARROW.fill(width=options.width, least=SIDE_BY_SIDE_LEAST)
        click.echo(told.in_(language), err=True)
