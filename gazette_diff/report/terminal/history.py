"""The history of a regulation in the terminal: its versions, an article's life, who wrote what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.report.kinds import ORDER, Kind, kind_of
from gazette_diff.report.rows import comparison_table, count
from gazette_diff.report.terminal.cells import cut_line, flow, pad, width, wrap
from gazette_diff.report.terminal.entries import entry_lines
from gazette_diff.report.terminal.lines import EMPTY, ROLES, SIGNS, Line, Role, Span, visible_line
from gazette_diff.report.terminal.view import View
from gazette_diff.report.terminal.words import signs_for
from gazette_diff.report.units import unit_of
from gazette_diff.report.values import class_phrases
from gazette_diff.report.version_words import (
    STEPS,
    compared_words,
    force_words,
    holding_words,
)
from gazette_diff.report.wording import (
    DOUBTFUL,
    EDITORIAL,
    KINDS,
    RELOCATED,
    RENUMBERED,
    happened,
    label,
    labels,
)

if TYPE_CHECKING:
    from gazette_diff.core.changes import Change, ChangeSet
    from gazette_diff.core.history import Blamed, History, Moment, Revision
    from gazette_diff.core.versions import Line as VersionLine
    from gazette_diff.core.versions import Stage
    from gazette_diff.report.terminal.options import TerminalOptions

_DAY = 12  # cells of a day, with the gap behind it
_NOT_YET = Bilingual("尚无此条", "not there yet")
_NO_MORE = Bilingual("已无此条", "no longer there")
_IDENTICAL = Bilingual("条文相同", "the articles are the same")
_REPLACES = Bilingual("取代《{title}》{day}", "replaces 《{title}》 {day}")
_FIRST = Bilingual("所收最早的文本", "the earliest text held")


def log_lines(history: History, options: TerminalOptions) -> Iterator[Line]:
    """Yield the versions of a regulation, the latest first, with what each changed."""
    yield (Span(visible_line(history.line.title), Role.STRONG),)
    for revision in reversed(history.revisions):
        yield EMPTY
        yield from _version_lines(revision, options)
        for version, replaced in history.line.predecessors:
            if version == revision.stage.version:
                day = f"（{replaced.signed}）" if replaced.signed else ""
                yield _indented(_REPLACES.fill(title=replaced.title, day=day), options)


def life_lines(
    moments: Sequence[Moment], line: VersionLine, options: TerminalOptions, *, patch: bool
) -> Iterator[Line]:
    """Yield what an article was in each text, the latest first; with *patch* the words."""
    yield (Span(visible_line(line.title), Role.STRONG),)
    seen = [number for number, moment in enumerate(moments) if moment.articles]
    for number, moment in reversed(list(enumerate(moments))):
        yield EMPTY
        if not moment.articles:
            absent = _NOT_YET if not seen or number < seen[0] else _NO_MORE
            name = [Span(absent.in_(options.language), Role.QUIET)]
        else:
            name = [Span(visible_line(labels(moment.articles).in_(options.language)), Role.STRONG)]
        for change in () if patch else moment.changes or ():
            name += [Span("  "), *_happened(change, options)]
        if moment.changes is None and moment.articles:
            name += [Span("  "), Span(_FIRST.in_(options.language), Role.QUIET)]
        yield from _dated(moment.revision.stage, name, options)
        if moment.revision.previous is not None and moment.revision.missing:
            *_, between = compared_words(moment.revision.previous, moment.revision.missing)
            yield _indented(between, options, Role.DOUBT)
        if patch and moment.changes and moment.revision.changes is not None:
            yield from _patch(moment.revision.changes, moment.changes, options)


def blame_lines(blamed: Sequence[Blamed], options: TerminalOptions) -> Iterator[Line]:
    """Yield every article and the words in it, each behind the day of the version it is from.

    A ``?`` stands behind the day where a version whose text is not held lies before it.
    """
    cells = options.width if options.wrap else None
    for article in blamed:
        same = all(words.since == article.since for words in article.words)
        day = _day(article.since, doubtful=article.doubtful)
        name = Span(visible_line(label(article.article)), Role.STRONG)
        sole = len(article.words) == 1 and same
        text = f"  {article.words[0].text}" if sole else ""
        yield cut_line([day, name, Span(visible_line(text))], cells)
        for words in () if sole else article.words:
            steps = words.eid.count("__") - article.article.eid.count("__")
            yield cut_line(
                [
                    _day(words.since, doubtful=words.doubtful),
                    Span("  " * max(steps, 1) + visible_line(words.label)),
                    Span(visible_line(words.text)),
                ],
                cells,
            )


def matrix_lines(history: History, options: TerminalOptions) -> Iterator[Line]:
    """Yield a table: a line for each article, a column for each text, what each did to it."""
    from gazette_diff.report.matrix import threads

    held = history.held
    rows = threads(history)
    cells = [[labels(refs).in_(options.language) for refs in row.articles] for row in rows]
    heads = [str(revision.stage.version.day) for revision in held]
    widths = [
        max([width(heads[n]) + 2, *(width(row[n]) + 2 for row in cells)]) for n in range(len(held))
    ]
    yield (Span(visible_line(history.line.title), Role.STRONG),)
    yield EMPTY
    yield _trimmed(
        Span(pad(f"  {head}", w + 2), Role.QUIET) for head, w in zip(heads, widths, strict=True)
    )
    for row, names in zip(rows, cells, strict=True):
        spans: list[Span] = []
        for kind, name, w in zip(row.kinds, names, widths, strict=True):
            sign = f"{SIGNS[kind]} " if kind else "  "
            role = ROLES[kind] if kind else Role.QUIET
            spans += [Span(sign, role), Span(pad(visible_line(name), w))]
        yield _trimmed(spans)


def _version_lines(revision: Revision, options: TerminalOptions) -> Iterator[Line]:
    stage = revision.stage
    number = stage.version.metadata.document_number
    facts = [Span(STEPS[stage.step].in_(options.language))]
    if number is not None:
        facts.insert(0, Span(visible_line(str(number))))
    held = holding_words(stage)
    if held is not None:
        facts.append(Span(held.in_(options.language), Role.DOUBT))
    facts.append(Span(visible_line(force_words(stage).in_(options.language)), Role.QUIET))
    parted = [Span("  ")] * (2 * len(facts) - 1)
    parted[::2] = facts
    yield from _dated(stage, parted, options)
    if stage.version.metadata.constructed:
        constructed = stage.version.metadata.constructed
        yield _indented(Bilingual(constructed, constructed), options, Role.DOUBT)
    if revision.changes is None or revision.previous is None:
        return
    compared, *between = compared_words(revision.previous, revision.missing)
    yield _indented(compared, options)
    for line in _counts(revision.changes, options):
        yield (Span(" " * _DAY), *line)
    for words in between:
        yield _indented(words, options, Role.DOUBT)


def _counts(changes: ChangeSet, options: TerminalOptions) -> list[Line]:
    counts = count(changes.changes)
    items = [
        Span(f"{KINDS[kind].in_(options.language)} {counts.of(kind)}", ROLES[kind])
        for kind in ORDER
        if counts.of(kind)
    ]
    flags = (
        (RENUMBERED, counts.renumbered),
        (RELOCATED, counts.relocated),
        (EDITORIAL, counts.editorial),
        (DOUBTFUL, counts.doubtful),
    )
    items += [Span(f"{word.in_(options.language)} {n}") for word, n in flags if n]
    return flow(items, (options.width - _DAY) if options.wrap else None)


def _happened(change: Change, options: TerminalOptions) -> Iterator[Span]:
    kind = kind_of(change)
    phrases = [phrase.in_(options.language) for phrase in happened(change)]
    phrases += [phrase.in_(options.language) for _, phrase in class_phrases(change)]
    comma = "；" if options.language == "zh" else "; "
    yield Span(f"{SIGNS[kind]} ", ROLES[kind])
    yield Span(visible_line(comma.join(phrases)), ROLES[kind])


def _patch(changes: ChangeSet, shown: Sequence[Change], options: TerminalOptions) -> Iterator[Line]:
    table = comparison_table(replace(changes, changes=tuple(shown), frame=()))
    view = View(
        options,
        signs_for(table),
        options.width if options.wrap else None,
        side=False,
        elide=False,
        unit=unit_of(changes.changes),
    )
    for group in table.groups:
        for entry in group.entries:
            yield from entry_lines(entry, view, full=entry.kind is not Kind.UNCHANGED)


def _dated(stage: Stage, words: Sequence[Span], options: TerminalOptions) -> Iterator[Line]:
    """Yield *words* behind the day of *stage*, under each other where they are broken."""
    room = max(options.width - _DAY, 20) if options.wrap else None
    for number, line in enumerate(wrap(words, room)):
        day = Span(pad(str(stage.version.day), _DAY), Role.CHAPTER)
        yield (day if number == 0 else Span(" " * _DAY), *line)


def _indented(words: Bilingual, options: TerminalOptions, role: Role = Role.QUIET) -> Line:
    return (Span(" " * _DAY), Span(visible_line(words.in_(options.language)), role))


def _day(stage: Stage, *, doubtful: bool) -> Span:
    return Span(pad(f"{stage.version.day}{'?' if doubtful else ''}", _DAY), Role.QUIET)


def _trimmed(spans: Iterator[Span] | Sequence[Span]) -> Line:
    line = list(spans)
    while line and not line[-1].text.strip():
        line.pop()
    if line:
        line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
    return tuple(line)
