"""The history of a regulation, told by comparing each text at hand with the one before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from gazette_diff.comparing import compare
from gazette_diff.core.changes import Change, ChangeSet, ProvisionRef, Relation, RowRef
from gazette_diff.core.history import Blamed, History, Moment, Revision, Words
from gazette_diff.core.places import place_regulation, walk_places

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation
    from gazette_diff.core.versions import Line, Stage
    from gazette_diff.library.permanent_ids import Comparer
    from gazette_diff.library.shelf import Shelf


def history_of(
    shelf: Shelf, line: Line, comparer: Comparer, stages: Sequence[Stage] | None = None
) -> History:
    """Return the history of the regulation that *line* is; of *stages* of it alone if given.

    *comparer* may know corrections that a person made of the correspondence.

    Raises:
        InvalidMarkupError: a file is not sound.
        OSError: one cannot be read.
    """
    revisions: list[Revision] = []
    previous: Stage | None = None
    text: Regulation | None = None
    missing: list[Stage] = []
    for stage in line.stages if stages is None else stages:
        if not stage.version.is_held:
            revisions.append(Revision(stage))
            missing.append(stage)
            continue
        new = shelf.load(stage.version)
        changes = None
        if previous is not None and text is not None:
            changes = comparer(previous, text, stage, new)
        revisions.append(Revision(stage, previous, changes, tuple(missing)))
        previous, text, missing = stage, new, []
    return History(line, tuple(revisions))


def life_of(history: History, at: Stage, eid: str) -> tuple[Moment, ...]:
    """Return what became of an article of the version *at*, the earliest version first.

    *eid* is that of the article or of anything in it. It is followed by content through
    renumbering, splits and merges, in both directions.

    Raises:
        LookupError: *eid* stands in no article (it is a chapter's).
    """
    held = history.held
    start = next(n for n, revision in enumerate(held) if revision.stage == at)
    around = [ref.eid for ref in _articles(held, start) if _within(eid, ref.eid)]
    if not around:
        raise LookupError(eid)
    articles = {start: {max(around, key=len)}}
    changes: dict[int, tuple[Change, ...]] = {}
    for number in range(start, 0, -1):
        changes[number] = _touching(held[number], articles[number], new=True)
        articles[number - 1] = _linked(changes[number], articles[number], new=True)
    for number in range(start + 1, len(held)):
        changes[number] = _touching(held[number], articles[number - 1], new=False)
        articles[number] = _linked(changes[number], articles[number - 1], new=False)
    return tuple(
        Moment(
            revision,
            tuple(ref for ref in _articles(held, number) if ref.eid in articles[number]),
            changes.get(number),
        )
        for number, revision in enumerate(held)
    )


def blame(history: History, text: Regulation) -> tuple[Blamed, ...]:
    """Return of each article of *text*, the last text of *history*, which version wrote it.

    Only words count, not numbers: an article that was renumbered keeps its version, and a
    款 that moved into another article keeps its own.
    """
    held = history.held
    words: dict[str, int] = {}
    articles: dict[str, int] = {}
    changes: ChangeSet = compare(text, text)
    for number, revision in enumerate(held):
        if revision.changes is not None:
            changes = revision.changes
            words, articles = _handed_down(changes, number, words, articles)
    # Articles that were split or merged stand together in a comparison; here the text counts.
    places = {placed.eid: n for n, placed in enumerate(walk_places(place_regulation(text)))}
    refs = [(change, ref) for change in changes.changes for ref in change.new]
    refs.sort(key=lambda one: places.get(one[1].eid, len(places)))
    return tuple(_blamed(change, ref, held, words, articles) for change, ref in refs)


def _handed_down(
    changes: ChangeSet, number: int, words: Mapping[str, int], articles: Mapping[str, int]
) -> tuple[dict[str, int], dict[str, int]]:
    """Return which version wrote each provision and article of the text with this *number*.

    *words* and *articles* tell the same of the text before it; of the first text they are
    empty, for it wrote everything.
    """
    before = number - 1
    new_words: dict[str, int] = {}
    new_articles: dict[str, int] = {}
    for change in changes.changes:
        same = change.relation is Relation.UNCHANGED
        for ref in change.new:
            kept = (articles.get(old.eid, before) for old in change.old)
            new_articles[ref.eid] = max(kept, default=number) if same else number
        for row in change.rows:
            if row.new is None:
                continue
            kept_as = row.old if row.relation is Relation.UNCHANGED else None
            since = number if kept_as is None else words.get(kept_as.eid, before)
            new_words[row.new.eid] = max(since, new_words.get(row.new.eid, 0))
    return new_words, new_articles


def _blamed(
    change: Change,
    ref: ProvisionRef,
    held: Sequence[Revision],
    words: Mapping[str, int],
    articles: Mapping[str, int],
) -> Blamed:
    texts: dict[RowRef, list[str]] = {}
    for row in change.rows:
        if row.new is not None and _within(row.new.eid, ref.eid):
            texts.setdefault(row.new, []).append(row.new_text)
    since = held[articles.get(ref.eid, 0)]
    return Blamed(
        ref,
        since.stage,
        bool(since.missing),
        tuple(
            Words(side.eid, side.label, "".join(text), own.stage, bool(own.missing))
            for side, text in texts.items()
            for own in [held[words.get(side.eid, 0)]]
        ),
    )


def _articles(held: Sequence[Revision], number: int) -> tuple[ProvisionRef, ...]:
    """Return the articles of the text with this *number*.

    They are named by the comparison with the text before it, or with the one after it.
    """
    changes = held[number].changes
    if changes is not None:
        return tuple(ref for change in changes.changes for ref in change.new)
    following = held[number + 1].changes if number + 1 < len(held) else None
    return tuple(ref for change in following.changes for ref in change.old) if following else ()


def _within(eid: str, article: str) -> bool:
    return eid == article or eid.startswith(f"{article}__")


def _touching(revision: Revision, eids: set[str], *, new: bool) -> tuple[Change, ...]:
    """Return the changes of *revision* that concern the articles *eids* of its new or old text."""
    if revision.changes is None:
        return ()
    return tuple(
        change
        for change in revision.changes.changes
        if any(ref.eid in eids for ref in (change.new if new else change.old))
    )


def _linked(changes: Iterable[Change], eids: set[str], *, new: bool) -> set[str]:
    """Return the articles of the other text that *changes* link with the articles *eids*."""
    links = [link for change in changes for link in change.links]
    if new:
        return {link.old for link in links if link.new in eids}
    return {link.new for link in links if link.old in eids}
