"""What a revision made of every reference: whether it still points to what it pointed to.

Each reference of the new text is looked up in the old one; where its old target went is
asked of the comparison. docs/references.md defines the judgements for readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.citation.cross_references import TextReference, references
from gazette_diff.citation.integrity.counterparts import Counterparts
from gazette_diff.citation.integrity.listing import as_reference, cited, why
from gazette_diff.citation.integrity.pairing import pair_references
from gazette_diff.core.errors import AmbiguousError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.places import place_regulation, walk_places
from gazette_diff.core.references import Cited, JudgedReference, Judgement, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.errors import GazetteDiffError
    from gazette_diff.core.tree import Regulation

# A target of whose old words less than this share stayed was rewritten.
_REWRITTEN = 0.5


def judge_references(
    old: Regulation, new: Regulation, changes: ChangeSet
) -> tuple[JudgedReference, ...]:
    """Return every internal reference of *new*, judged with the correspondence of *changes*.

    *changes* is the comparison of *old* with *new*.
    """
    before = [one for one in references(old) if one.scope is Scope.INTERNAL]
    after = [one for one in references(new) if one.scope is Scope.INTERNAL]
    if not after:
        return ()
    judge = _Judge(old, new, changes)
    paired = pair_references(changes, before, after, judge.follows)
    return tuple(judge.judge(one, paired.get(index)) for index, one in enumerate(after))


class _Outcome(NamedTuple):
    judgement: Judgement
    reason: Bilingual
    expected: tuple[str, ...] = ()
    doubtful: bool = False


class _Judge:
    """Judges the references of one revision."""

    def __init__(self, old: Regulation, new: Regulation, changes: ChangeSet) -> None:
        sides = place_regulation(old), place_regulation(new)
        self.counterparts = Counterparts(changes, *sides)
        self.places = {placed.eid: placed for placed in walk_places(sides[1])}

    def judge(self, one: TextReference, before: TextReference | None) -> JudgedReference:
        outcome = self._outcome(one, before)
        return JudgedReference(
            reference=as_reference(one),
            judgement=outcome.judgement,
            reason=outcome.reason,
            old=None if before is None else as_reference(before),
            expected=self._named(outcome.expected),
            doubtful=outcome.doubtful,
        )

    def follows(self, before: TextReference, one: TextReference) -> bool:
        """Tell whether *one* names in the new text just what *before* named in the old."""
        former, targets = _eids(before), _eids(one)
        return bool(former and targets) and self._follow(former, targets, loosely=False)

    def _named(self, eids: Iterable[str]) -> tuple[Cited, ...]:
        placed = (self.places[eid] for eid in eids if eid in self.places)
        return tuple(cited(one) for one in placed)

    def _outcome(self, one: TextReference, before: TextReference | None) -> _Outcome:
        if one.problem is not None:
            return self._unresolved(one.problem, before)
        if before is None:
            return _Outcome(Judgement.NEW, _NEW)
        if not before.targets:
            doubt = isinstance(before.problem, AmbiguousError)
            return _Outcome(Judgement.NEW, _CLARIFIED if doubt else _REPAIRED)
        if _within_itself(one) and _within_itself(before):
            return _Outcome(Judgement.FOLLOWS, _OWN)
        targets, former = _eids(one), _eids(before)
        unknown = [e for e in former if e not in self.counterparts.known_old] + [
            e for e in targets if e not in self.counterparts.known_new
        ]
        if unknown:
            scattered = self.counterparts.containers.issuperset(unknown)
            return _Outcome(Judgement.UNSURE, _SCATTERED if scattered else _UNCOMPARED)
        return self._moved(one, before, former, targets)

    def _unresolved(self, found: GazetteDiffError, before: TextReference | None) -> _Outcome:
        """Judge a reference that names nothing in the new text, or fits several provisions."""
        problem = why(found)
        kind = Judgement.UNSURE if isinstance(found, AmbiguousError) else Judgement.DANGLING
        if before is None:
            return _Outcome(kind, problem)
        if before.problem is not None:
            same = why(before.problem) == problem
            return _Outcome(kind, _joined(problem, _ALREADY) if same else problem)
        went = tuple(self._successors(_eids(before)))
        return _Outcome(kind, _joined(problem, self._whereabouts(went)), went)

    def _moved(
        self, one: TextReference, before: TextReference, former: list[str], targets: list[str]
    ) -> _Outcome:
        """Judge a reference that names something in both texts."""
        doubtful = any(
            self.counterparts.doubtful(old, new)
            for old in former
            for new in self.counterparts.successors(old)
        )
        same = _numbers(one) == _numbers(before)
        if self._follow(former, targets, loosely=not same):
            return self._followed(
                former, targets, same=same and bool(_printed(one)), doubtful=doubtful
            )
        went = tuple(self._successors(former))
        if not same:
            reason = _REDIRECTED.fill(whereabouts=self._whereabouts(went))
            kind = Judgement.REDIRECTED if went else Judgement.NEW
            return _Outcome(kind, reason if went else _RETARGETED, went, doubtful)
        if went:
            reason = _joined(_STALE, self._whereabouts(went))
            return _Outcome(Judgement.STALE, reason, went, doubtful)
        return _Outcome(Judgement.CHANGED_TARGET, _REPLACED, (), doubtful)

    def _followed(
        self, former: list[str], targets: list[str], *, same: bool, doubtful: bool
    ) -> _Outcome:
        pairs = [
            (old, new)
            for old in former
            for new in targets
            if new in self.counterparts.successors(old)
        ]
        kept = min((self.counterparts.kept(old, new) for old, new in pairs), default=1.0)
        if kept < _REWRITTEN and same:
            reason = _REWRITTEN_TARGET.fill(percent=round(kept * 100))
            return _Outcome(Judgement.CHANGED_TARGET, reason, tuple(targets), doubtful)
        left_out = [new for new in self._successors(former) if not _covered(new, targets)]
        if left_out:
            reason = _PARTLY.fill(names=_names(self._named(left_out)))
            return _Outcome(Judgement.FOLLOWS, reason, tuple(self._successors(former)), True)
        return _Outcome(Judgement.FOLLOWS, _SAME if same else _RENUMBERED, tuple(targets), doubtful)

    def _follow(self, former: list[str], targets: list[str], *, loosely: bool) -> bool:
        """Tell whether every old target lives on in the new ones, and nothing else is named."""

        def fits(old: str, new: str) -> bool:
            return any(
                new == successor or (loosely and _nested(new, successor))
                for successor in self.counterparts.successors(old)
            )

        return all(any(fits(old, new) for new in targets) for old in former) and all(
            any(fits(old, new) for old in former) for new in targets
        )

    def _successors(self, former: Iterable[str]) -> list[str]:
        found = (new for old in former for new in self.counterparts.successors(old))
        return list(dict.fromkeys(found))

    def _whereabouts(self, went: tuple[str, ...]) -> Bilingual:
        names = _names(self._named(went))
        return _NOW_AT.fill(names=names) if went else _GONE


def _eids(one: TextReference) -> list[str]:
    return [target.eid for target in one.targets]


def _within_itself(one: TextReference) -> bool:
    """Tell whether *one* is 本条, 本款 or 本章: what it stands in, wherever that is."""
    source = one.source.eid
    return one.found.relative.startswith("本") and (
        not any(reference.steps for reference in one.found.target.references)
        and all(_nested(source, target.eid) or target.eid not in source for target in one.targets)
    )


def _numbers(one: TextReference) -> list[object]:
    """Return what is printed of the place, without how it is written: brackets, digits, work."""
    return [
        (reference.relative, tuple((step.unit, step.ordinal) for step in reference.steps))
        for reference in one.found.target.references
    ]


def _printed(one: TextReference) -> bool:
    """Tell whether a number is printed: a 前款 goes with what stands before it."""
    return any(reference.steps for reference in one.found.target.references)


def _nested(one: str, other: str) -> bool:
    return one.startswith(f"{other}__") or other.startswith(f"{one}__")


def _covered(eid: str, targets: Iterable[str]) -> bool:
    return any(eid == target or _nested(eid, target) for target in targets)


def _names(provisions: Iterable[Cited]) -> str:
    return "、".join(one.name for one in provisions)


def _joined(first: Bilingual, second: Bilingual) -> Bilingual:
    return Bilingual(f"{first.zh}；{second.zh}", f"{first.en}; {second.en}")


_NEW = Bilingual("旧文没有这一引用", "the old text has no such reference")
_REPAIRED = Bilingual("旧文的这一引用没有所指", "in the old text it pointed to nothing")
_CLARIFIED = Bilingual("旧文的这一引用不止一处相符", "in the old text it fitted several provisions")
_RETARGETED = Bilingual(
    "旧文所指的内容已经没有，新文改指别处", "its old target is gone, it points elsewhere now"
)
_OWN = Bilingual("指其所在之处", "it means the place it stands in")
_SAME = Bilingual("所指相同，序号未变", "same target, same number")
_RENUMBERED = Bilingual("所指相同，随其新的序号", "same target, under its new number")
_ALREADY = Bilingual("旧文已是如此", "so it did in the old text")
_STALE = Bilingual(
    "序号未变，但现在指的是别的内容", "same number, but it points to other content now"
)
_NOW_AT = Bilingual("原来所指的内容现为{names}", "what it pointed to is now {names}")
_GONE = Bilingual("原来所指的内容已经没有", "what it pointed to is gone")
_REDIRECTED = Bilingual(
    "序号改了，但不是原来所指的内容的新序号；{whereabouts}",
    "its number was changed, but not to that of its old target; {whereabouts}",
)
_REPLACED = Bilingual(
    "序号未变，但该处已是别的内容，原来的内容在新文中没有",
    "same number, but other content stands there now, and the former one is gone",
)
_REWRITTEN_TARGET = Bilingual(
    "序号未变，所指的内容已经改写，原文字保留{percent}%",
    "same number, but the target was rewritten: {percent}% of its words stayed",
)
_PARTLY = Bilingual(
    "原来所指的内容已经分开，另有部分现为{names}",
    "its old target was divided; a part of it is now {names}",
)
_SCATTERED = Bilingual(
    "所指的章节的条文已分散到几处，无法判断",
    "the articles of the chapter it names went to several places: it cannot be judged",
)
_UNCOMPARED = Bilingual("所指之处未作比较，无法判断", "its target was not compared")
