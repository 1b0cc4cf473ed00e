"""Texts to damage: clean regulations under a 题注 or behind a notice, for ``damage.py``."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random

from benchmarks import damage_kinds as kinds
from benchmarks.damage_kinds import Change, Para, Paras, Role
from gazette_diff import api
from gazette_diff.core.printing import PrintedLine, printed
from gazette_diff.core.tree import CONTAINERS, BlockKind, Level, Provision, Regulation
from gazette_diff.parsing.wording import is_finished

ROOT = Path(__file__).resolve().parent.parent
ISSUER = "某某市人民政府办公室"
ADDRESSEE = "各县（市、区）人民政府，各开发区管委会，市人民政府各部门："
_FEWEST_ARTICLES = 5


@dataclass(frozen=True)
class Work:
    """A clean regulation: what it was read from, its tree as units, its body as paragraphs."""

    name: str
    title: str
    units: tuple[str, ...]
    body: tuple[Para, ...]


@dataclass(frozen=True)
class Expected:
    """What must be read of one document."""

    title: str
    number: str
    signed: date | None
    units: tuple[str, ...]


@dataclass
class Text:
    """A text to print: its paragraphs, or the lines that they already are; what it holds."""

    paras: Paras
    expected: list[Expected]
    lines: list[str] = field(default_factory=list)


Maker = Callable[[Random, Sequence[Work]], Text]


# Clean texts.


def fold(text: str) -> str:
    """Return *text* without spaces, all of one width."""
    return unicodedata.normalize("NFKC", "".join(text.split()))


def units_of(provisions: Sequence[Provision]) -> Iterator[tuple[str, Provision]]:
    """Yield the headings and articles of *provisions* as words, and what they are made of."""
    for one in provisions:
        if one.level in CONTAINERS or any(c.level is Level.ARTICLE for c in one.children):
            yield f"{one.level} {fold(one.label)} {fold(one.heading)}", one
            yield from units_of(one.children)
        else:
            yield _told(one), one


def _told(one: Provision) -> str:
    inside = "".join(_told(child) for child in one.children)
    own = f"{fold(one.label)}|{fold(one.heading)}|{fold(one.text)}"
    return f"[{one.level} {own}{inside}{fold(one.closing)}]"


def read_work(path: Path) -> Work | None:
    """Read the regulation at *path*; None if it is none that this measure can use."""
    documents = api.parse(path).documents
    if len(documents) != 1 or documents[0].diagnostics:
        return None
    regulation = documents[0].regulation
    body = regulation.body
    odd = any(p.table or (p.text and not is_finished(p.text)) for p in regulation.walk())
    if odd or len(regulation.articles) < _FEWEST_ARTICLES or not regulation.metadata.title:
        return None
    paras = tuple(_para(line) for line in printed(Regulation(body=body)))
    units = tuple(words for words, _ in units_of(body))
    return Work(path.stem, regulation.metadata.title, units, paras)


def _para(line: PrintedLine) -> Para:
    role = Role.HEADING if line.kind in CONTAINERS else Role.TEXT
    assert isinstance(line.kind, Level | BlockKind)
    return Para(role, line.own, line.label)


def works(corpus: Path, sample: int, seed: int) -> list[Work]:
    """Return the clean regulations: those of ``rules/`` and *sample* files of *corpus*."""
    paths = sorted(corpus.glob("single/*.md")) + sorted(corpus.glob("pairs/*/*.md"))
    chosen = Random(seed).sample(paths, min(sample, len(paths)))
    found = [read_work(p) for p in [*sorted((ROOT / "rules").glob("*/*.xml")), *chosen]]
    return [work for work in found if work is not None]


# Texts to print.


def noted(rng: Random, some: Sequence[Work]) -> Text:
    """Return the first of *some* under its title, with a 题注 in brackets."""
    return _with_note(rng, some[0])


def _with_note(rng: Random, work: Work) -> Text:
    day = _day(rng)
    note = f"（{_said(day)}某某市第十五届人民代表大会常务委员会第{rng.randint(2, 40)}次会议通过）"
    paras = [Para(Role.TITLE, work.title), Para(Role.NOTE, note), *work.body]
    return Text(paras, [Expected(work.title, "", day, work.units)])


def note_in_lines(rng: Random, some: Sequence[Work]) -> Text:
    """Return a text whose 题注 tells of adoption and approval, on two or three lines."""
    text = _with_note(rng, some[0])
    day = text.expected[0].signed
    assert day is not None
    note = (
        f"（{_said(day)}某某市第十五届人民代表大会常务委员会第十二次会议通过　"
        f"{_said(date(day.year, 12, 30))}某某省第十三届人民代表大会常务委员会第三十次会议批准）"
    )
    size = rng.randint(20, 34)
    cut = [Para(Role.NOTE, note[i : i + size]) for i in range(0, len(note), size)]
    return Text([text.paras[0], *cut, *text.paras[2:]], text.expected)


def signed_at_end(rng: Random, some: Sequence[Work]) -> Text:
    """Return a text with the authority and the day below it."""
    work, day = some[0], _day(rng)
    end = [Para(Role.BESIDE, ISSUER), Para(Role.BESIDE, _said(day))]
    paras = [Para(Role.TITLE, work.title), *work.body, *end]
    return Text(paras, [Expected(work.title, "", day, work.units)])


def noticed(rng: Random, some: Sequence[Work]) -> Text:
    """Return a text behind the notice that issues it."""
    return _behind_notice(rng, some[:1], "after date")


def number_elsewhere(rng: Random, some: Sequence[Work]) -> Text:
    """Return a text behind a notice whose number stands before or below its title."""
    return _behind_notice(rng, some[:1], rng.choice(("before title", "below title")))


def several_issued(rng: Random, some: Sequence[Work]) -> Text:
    """Return three texts behind one notice."""
    return _behind_notice(rng, some[:3], "after date")


def several_titles(rng: Random, some: Sequence[Work]) -> Text:
    """Return three texts, each under its title and 题注."""
    texts = [_with_note(rng, work) for work in some[:3]]
    return Text([p for t in texts for p in t.paras], [e for t in texts for e in t.expected])


def several_notices(rng: Random, some: Sequence[Work]) -> Text:
    """Return three texts, each behind a notice of its own."""
    texts = [_behind_notice(rng, [work], "after date") for work in some[:3]]
    return Text([p for t in texts for p in t.paras], [e for t in texts for e in t.expected])


def _behind_notice(rng: Random, some: Sequence[Work], place: str) -> Text:
    day, serial = _day(rng), rng.randint(1, 99)
    number = f"某政办〔{day.year}〕{serial}号"
    quoted = "".join(f"《{w.title}》" for w in some)
    told = quoted if len(some) > 1 or rng.random() < 0.5 else some[0].title
    head = [Para(Role.TITLE, f"{ISSUER}关于印发{told}的通知")]
    numbered = [Para(Role.BESIDE, number)]
    words = f"{quoted}已经市政府研究同意，现印发给你们，请认真贯彻执行。"
    said = [Para(Role.NOTE, ADDRESSEE), Para(Role.TEXT, words)]
    end = [Para(Role.BESIDE, ISSUER), Para(Role.BESIDE, _said(day))]
    order = {
        "before title": [*numbered, *head, *said, *end],
        "below title": [*head, *numbered, *said, *end],
        "after date": [*head, *said, *end, *numbered],
    }
    texts = [p for work in some for p in (Para(Role.TITLE, work.title), *work.body)]
    expected = [Expected(w.title, number, day, w.units) for w in some]
    return Text([*order[place], *texts], expected)


def interleaved(rng: Random, some: Sequence[Work]) -> Text:
    """Return two texts in columns: a sentence of the first resumes below the second's notice."""
    first, second = (_behind_notice(rng, [work], "after date") for work in some[:2])
    lay_out = kinds.column(gaps=rng.choice(("", "all")))
    state = rng.getstate()
    upper = lay_out(rng, first.paras)
    rng.setstate(state)
    lower = lay_out(rng, second.paras)
    at = kinds.seam(rng, upper)
    # 印发给你们 … the number ends the notice; the rest of the first text stands below it.
    below = max(i for i, line in enumerate(lower[:60]) if line.endswith("号")) + 1
    while below < len(lower) and not lower[below]:
        below += 1
    notice, rest = [" " + lower[0], *lower[1:below]], lower[below:]
    lines = [*upper[:at], *notice, *upper[at:], " " + rest[0], *rest[1:]]
    return Text([], [*first.expected, *second.expected], lines)


def floating_title(rng: Random, some: Sequence[Work]) -> Text:
    """Return a text in columns, its title amid a sentence at the top of a later page."""
    text = noticed(rng, some)
    lines = kinds.column(gaps=rng.choice(("", "all")))(rng, text.paras)
    at = kinds.seam(rng, lines)
    return Text([], text.expected, [*lines[:at], some[0].title, *lines[at:]])


def lost_numbers(rng: Random, some: Sequence[Work]) -> Text:
    """Return a text that lost the numbers of some headings."""
    text = _with_note(rng, some[0])
    paras = kinds.lost_numbers(rng, text.paras)
    gone = [p for p, left in zip(text.paras, paras, strict=True) if p.label != left.label]
    labels = {f"{fold(p.label)} {fold(p.words)}": f" {fold(p.words)}" for p in gone}
    units = tuple(_without_label(unit, labels) for unit in some[0].units)
    return Text(paras, [replace(text.expected[0], units=units)])


def _without_label(unit: str, labels: dict[str, str]) -> str:
    level, _, named = unit.partition(" ")
    return f"{level} {labels[named]}" if named in labels and level != "[article" else unit


def everything(rng: Random, some: Sequence[Work]) -> Text:
    """Return a text, or several, behind notices."""
    return rng.choice((noticed, number_elsewhere, several_issued, several_notices))(rng, some)


def any_of(*changes: Change) -> Change:
    """Return a change that does each of *changes* or not."""

    def change(rng: Random, paras: Paras) -> Paras:
        for one in changes:
            if rng.random() < 0.5:
                paras = one(rng, paras)
        return paras

    return change


def _day(rng: Random) -> date:
    return date(rng.randint(2005, 2024), rng.randint(1, 11), rng.randint(1, 28))


def _said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
