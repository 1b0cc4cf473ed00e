"""Writes the HTML page of a comparison: gathers what the templates print, and prints it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.report.controls import visible
from gazette_diff.report.facts import constructed, facts, kind_words, title_of
from gazette_diff.report.folding import arranged
from gazette_diff.report.html.anchors import Anchors, new_anchor, old_anchor
from gazette_diff.report.html.assets import assets
from gazette_diff.report.html.cards import Card, CardFold, CardMaker, CardRow
from gazette_diff.report.html.pictures import draw_map, draw_strip
from gazette_diff.report.html.wording import page_words, script_words
from gazette_diff.report.kinds import Kind
from gazette_diff.report.references.wording import told_of
from gazette_diff.report.rows import Counts, Group, comparison_table
from gazette_diff.report.summary import summary_sentence
from gazette_diff.report.values import renaming_phrase
from gazette_diff.report.wording import chapter_name, class_word, labels

if TYPE_CHECKING:
    from jinja2 import Environment

    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.language import Language
    from gazette_diff.report.folding import Unchanged
    from gazette_diff.report.rows import ComparisonTable, Entry


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter on the page: its name, what is around it, its anchor, counts and cards."""

    name: str
    around: str
    anchor: str
    deleted: bool
    counts: Counts
    items: tuple[Card | CardFold, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A diagnostic on the page; ``anchor`` is empty when its place is not on the page."""

    code: str
    message: str
    place: str
    anchor: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A reference to look at: where it stands (``anchor`` may be empty), its words, what it is."""

    place: str
    anchor: str
    text: str
    told: str


def to_html(
    changes: ChangeSet,
    *,
    language: Language = "zh",
    unchanged: Unchanged = "fold",
    explain: bool = False,
) -> str:
    """Return *changes* as one HTML page that needs nothing beside it.

    The page can be read without its script and without a network; its policy forbids it to
    load anything. Every article and item of the new text has its eId as its anchor, of the
    old text ``old-`` and its eId. The words of every row stand in ``td.old > bdi`` and
    ``td.new > bdi``, exactly, but for characters that HTML cannot hold (see
    :mod:`gazette_diff.report.html.marks`).

    Args:
        changes: the comparison.
        language: the language of everything but the texts.
        unchanged: ``fold`` hides unchanged articles behind a line that counts them,
            ``full`` shows (and prints) them like the others, ``omit`` leaves them out.
        explain: every article has the evidence of its correspondence, not only those in
            doubt, split, merged or corrected by hand.
    """
    table = comparison_table(changes)
    template = environment().get_template("page.html.jinja")
    return template.render(
        assets=assets(),
        language="zh-CN" if language == "zh" else "en",
        t=page_words(language, table.unit),
        script_words=json.dumps(script_words(language), ensure_ascii=False),
        kinds=kind_words(language),
        open=unchanged == "full",
        summary=summary_sentence(changes).in_(language),
        **_content(table, language, unchanged, explain=explain),
    )


def environment() -> Environment:
    """Return the templates of the package, ready to print."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader(__package__ or ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )


def _printable(value: object) -> object:
    """Return what is printed for *value*; every text that is not words of a row comes by here."""
    return visible(value) if type(value) is str else value


def _content(
    table: ComparisonTable, language: Language, unchanged: Unchanged, *, explain: bool
) -> dict[str, object]:
    """Return what the page says of *table*."""
    anchors = Anchors()
    maker = CardMaker(language, anchors, explain=explain)
    chapters = tuple(
        _chapter(group, number, maker, anchors, unchanged)
        for number, group in enumerate(table.groups, 1)
    )
    entries = [entry for group in table.groups for entry in group.entries]
    told = [_told(entry, language) for entry in entries]
    frame = maker.rows(table.frame)
    return {
        "title": title_of(table, language),
        "old": table.old,
        "new": table.new,
        "facts": facts(table, language),
        "constructed": constructed(table),
        "renamings": tuple(
            renaming_phrase(one, table.unit).in_(language) for one in table.renamings
        ),
        "counts": table.counts,
        "shown_kinds": _shown_kinds(table.counts),
        "chapters": chapters,
        "frame": tuple(row for row in frame if _differs(row)),
        "frame_unchanged": tuple(row for row in frame if not _differs(row) and unchanged != "omit"),
        "classes": _classes(entries, language),
        "map": draw_map(entries, told),
        "strip": draw_strip([group.entries for group in table.groups], told),
        "anchors": anchors,
        "findings": _findings(table, anchors, language),
        "notes": _notes(table, anchors, language),
    }


def _chapter(
    group: Group, number: int, maker: CardMaker, anchors: Anchors, unchanged: Unchanged
) -> Chapter:
    path = group.chapter.path
    heading = group.heading.new if group.heading else None
    # The eId of the chapter where its heading is known, else a name of our own.
    anchor = anchors.take(new_anchor(heading.eid)) if heading else ""
    return Chapter(
        path[-1] if path else chapter_name(group.chapter).in_(maker.language),
        " ".join(path[:-1]),
        anchor or f"page-chapter-{number}",
        group.chapter.deleted,
        group.counts,
        # What is shown in full is folded too, and the folds are open.
        maker.chapter(arranged(group.entries, "omit" if unchanged == "omit" else "fold")),
    )


def _told(entry: Entry, language: Language) -> str:
    """Return in words what became of the articles of *entry*: 第七条 → 第十条：修改……."""
    old, new = entry.old_label.in_(language), entry.new_label.in_(language)
    names = " → ".join(filter(None, (old, new)))
    colon, comma = ("：", "，") if language == "zh" else (": ", ", ")
    return names + colon + comma.join(fact.in_(language) for fact in entry.told)


def _shown_kinds(counts: Counts) -> tuple[Kind, ...]:
    """Return the kinds of change that have a column; regrouping only where it occurs."""
    kept = (kind for kind in Kind if kind is not Kind.REGROUPED or counts.of(kind))
    return tuple(kind for kind in kept if kind is not Kind.UNCHANGED)


def _differs(row: CardRow) -> bool:
    return row.relation is not Relation.UNCHANGED or row.relabelled


def _classes(entries: list[Entry], language: Language) -> tuple[tuple[str, str, int], ...]:
    """Return the classes of change that occur: name, word and how many entries have it."""
    found: dict[str, int] = {}
    for entry in entries:
        for name in entry.change.classes:
            found[name] = found.get(name, 0) + 1
    return tuple((name, class_word(name).in_(language), count) for name, count in found.items())


def _findings(table: ComparisonTable, anchors: Anchors, language: Language) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            one.reference.source.name,
            _on_page(one.reference.source.eid, anchors),
            one.reference.text,
            told_of(one).in_(language),
        )
        for one in table.findings
    )


def _on_page(eid: str, anchors: Anchors) -> str:
    """Return the anchor of the new provision *eid*, or of what it stands in; "" for none."""
    parts = eid.split("__")
    places = ("__".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((new_anchor(one) for one in places if new_anchor(one) in anchors), "")


def _notes(table: ComparisonTable, anchors: Anchors, language: Language) -> tuple[Note, ...]:
    names = _place_names(table, language)
    notes = []
    for diagnostic in table.diagnostics:
        place = diagnostic.place
        both = (new_anchor(place), old_anchor(place))
        anchor = next((anchor for anchor in both if anchor in anchors), "")
        message = diagnostic.message(language)
        name = names.get(place, place)
        notes.append(Note(diagnostic.code.id, message, name, anchor, diagnostic.line))
    return tuple(notes)


def _place_names(table: ComparisonTable, language: Language) -> dict[str, str]:
    """Return the labels of articles and headings by their eIds; those of the new text win."""
    sides = [side for row in table.frame for side in (row.old, row.new) if side]
    names = {side.eid: side.label.in_(language) for side in sides}
    changes = [entry.change for group in table.groups for entry in group.entries]
    refs = [ref for change in changes for ref in (*change.old, *change.new)]
    return names | {ref.eid: labels([ref]).in_(language) for ref in refs}
