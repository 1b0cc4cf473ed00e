"""Reading a whole citation: a list or range of places that share what they leave unsaid."""

from __future__ import annotations

from typing import NamedTuple

from gazette_diff.citation.scanning import grammar
from gazette_diff.citation.scanning.chains import Mark, read_chain
from gazette_diff.citation.values import UNITS, Reference, Target, Unit, relative_unit
from gazette_diff.core.numerals import parse_number
from gazette_diff.core.ordinals import Ordinal

# So many numbers may wait for the unit that is printed once behind them (第三、五、六项).
_WAITING = 20
# 第三条和五条意见: so few may be counted; beyond, a number that is near is the next article.
_COUNTABLE, _NEAR = 10, 20
_RANGE = "range"
_LIST = "list"


class Member(NamedTuple):
    """One place of a group as printed: its extent, its numbers, how it joins the one before."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    joint: str = _LIST


class Group(NamedTuple):
    """A citation as printed, without its work: the relative word and the members."""

    relative: str
    members: tuple[Member, ...]

    @property
    def end(self) -> int:
        """Where the last member ends."""
        return self.members[-1].end


class Entry(NamedTuple):
    """One entry of the result: an extent of the line and what it cites."""

    start: int
    end: int
    target: Target


def read_group(line: str, position: int, *, loose: bool = False) -> Group | None:
    """Read the citation that begins at *position* with 第 or a relative word; None if none does.

    *loose* lets it begin with a number alone: （一）、（二）项.
    """
    relative, inner, position = _read_relatives(line, position)
    marks = read_chain(line, position, above=_rank(relative), loose=loose)
    if not marks and not relative:
        return None
    alone = Member(inner, inner, ())
    members = [Member(position, marks[-1].end, marks) if marks else alone]
    _read_joined(line, members)
    settled = _settle(line, members)
    if relative and (not settled or settled[0].start != members[0].start):
        settled = [alone]
    if not settled:
        return None
    first, *others = settled
    word, trailing = _trailing_relative(line, first) if not relative and not others else ("", 0)
    if word:
        return Group(word, (first._replace(end=trailing),))
    return Group(relative, tuple(settled))


def _read_relatives(line: str, position: int) -> tuple[str, int, int]:
    """Read 前款, or 本条前款 whose inner word counts: the word, its end, where numbers follow."""
    word, end = "", position
    while found := grammar.relative().match(line, end):
        if word and _rank(found[0]) <= _rank(word):
            break
        word, end = found[0], found.end()
    following = end
    while following < len(line) and line[following] in " \t\u3000\xa0":
        following += 1
    return word.replace(" ", ""), end, following


def _trailing_relative(line: str, member: Member) -> tuple[str, int]:
    """Read the 前三款 of 第三百零七条之一前三款: one place, said in two ways."""
    last = member.marks[-1]
    found = grammar.relative().match(line, member.end)
    if found and last.unit is not None and found[0].startswith("前"):
        unit = relative_unit(found[0])
        if unit is not None and unit.rank > last.unit.rank:
            return found[0], found.end()
    return "", member.end


def _read_joined(line: str, members: list[Member]) -> None:
    """Add the members that follow in *line*, each behind a joint that stands alone."""
    waiting = 0
    while waiting < _WAITING and (found := grammar.joint().match(line, members[-1].end)):
        kind = _RANGE if found["range"] else _LIST
        previous = members[-1].marks[-1] if members[-1].marks else None
        if not found[0].strip() and not _runs_on(previous, line, found.end()):
            return
        marks = _branch_alone(line, found.end(), previous)
        marks = marks or read_chain(line, found.end(), loose=previous is not None)
        if not marks or not _joins(
            previous, marks[0], found["list"] or ("至" if found["range"] else "、")
        ):
            return
        members.append(Member(found.end(), marks[-1].end, marks, kind))
        waiting = waiting + 1 if marks[-1].unit is None else 0


def _branch_alone(line: str, position: int, previous: Mark | None) -> tuple[Mark, ...]:
    """Read the 之二 of 第一百二十条之一、之二: the article is said once."""
    if previous is None or not previous.ordinal.branch:
        return ()
    found = grammar.branch_alone().match(line, position)
    branch = parse_number(found["branch"]) if found else None
    if found is None or not branch:
        return ()
    ordinal = Ordinal(previous.ordinal.base, branch)
    return (previous._replace(start=position, end=found.end(), ordinal=ordinal),)


def _runs_on(previous: Mark | None, line: str, position: int) -> bool:
    """Tell whether a number in brackets follows another at once: 第（一）（四）（五）项."""
    waiting = previous is not None and previous.unit is None and previous.bracketed
    return waiting and line[position : position + 1] in ("（", "(")


def _joins(previous: Mark | None, mark: Mark, joint: str) -> bool:
    """Tell whether a number behind a joint goes on the list.

    With 第 it does. Without, it needs a reason: the number before it waits for its unit
    (第三、五项), or is of the same kind (第三百条、三百零一条; 第（一）项、（二）项).
    """
    if previous is not None and previous.unit is None and joint in "，,":
        # 第一，第三条规定…: counting of arguments, no list.
        return False
    if mark.ordered:
        return True
    if previous is None:
        return False
    if previous.unit is None:
        return mark.bracketed == previous.bracketed
    alike = mark.unit is previous.unit and mark.bracketed == previous.bracketed
    if mark.unit is None or joint not in "、至":
        # 第三条、四条和五条: in 第三条和五条意见 the last number would count.
        goes_on = (
            alike and joint not in "，," and (not previous.ordered or _next_to(previous, mark))
        )
        return goes_on or (mark.bracketed and previous.bracketed and joint != "，")
    return alike


def _next_to(previous: Mark, mark: Mark) -> bool:
    """Tell whether *mark* is the article of a number shortly behind: 第六十七条或六十八条."""
    before, after = previous.ordinal.base, mark.ordinal.base
    return mark.unit is Unit.ARTICLE and before >= _COUNTABLE and before < after <= before + _NEAR


def _settle(line: str, members: list[Member]) -> list[Member]:
    """Give every number its unit from the one behind it; cut off what gets none.

    第三、五、六项: the unit stands once, at the end; in 第（一）、（二）两项 a count carries it.
    """
    settled: list[Member] = []
    for member in reversed(members):
        following = settled[0].marks[0] if settled and settled[0].marks else None
        whole = _with_unit(line, member, following)
        if whole is None:
            # What cannot be settled ends the list before it.
            settled = []
            if len(member.marks) > 1:
                kept = member.marks[:-1]
                settled = [member._replace(marks=kept, end=kept[-1].end)]
            continue
        settled.insert(0, whole)
    return settled


def _with_unit(line: str, member: Member, following: Mark | None) -> Member | None:
    if not member.marks or member.marks[-1].unit is not None:
        return member
    last, end = member.marks[-1], member.end
    unit = following.unit if following else None
    if following is None and (counted := grammar.counted_unit().match(line, end)):
        unit, end = UNITS[counted["unit"]], counted.end()
    if unit is None:
        return None
    upper = member.marks[-2].unit if len(member.marks) > 1 else None
    if upper is not None and unit.rank <= upper.rank:
        return None
    marks = (*member.marks[:-1], last._replace(unit=unit))
    return member._replace(marks=marks, end=end)


def entries_of(group: Group, start: int) -> list[Entry]:
    """Return the entries of *group*, the first of which begins at *start* (of its work).

    Each member of a list is an entry of its own, and a range is one; a member takes over
    the levels above its own first one from the member before it.
    """
    entries: list[Entry] = []
    previous: Reference | None = None
    for member in group.members:
        steps = tuple(mark.step for mark in member.marks)
        reference = Reference(steps, group.relative if previous is None else "")
        if previous is not None:
            reference = reference.after(previous)
        previous = reference
        if member.joint == _RANGE and entries and entries[-1].target.last is None:
            opened = entries[-1]
            target = Target(opened.target.first, reference)
            entries[-1] = Entry(opened.start, member.end, target)
        else:
            begin = start if not entries else member.start
            entries.append(Entry(begin, member.end, Target(reference)))
    return entries


def _rank(word: str) -> int:
    unit = relative_unit(word) if word else None
    return unit.rank if unit is not None else -1


def counting_unit(group: Group) -> Unit | None:
    """Return the unit of a group that may count things: 第二项, 前两项; None for any other.

    A number in brackets or one with a level above it counts nothing; each member of a list
    must be able to.
    """
    marks = [mark for member in group.members for mark in member.marks]
    if len(marks) > len(group.members) or any(mark.bracketed for mark in marks):
        return None
    if group.relative:
        counted = len(group.relative) > len("前款") and not marks
        return relative_unit(group.relative) if counted else None
    return marks[-1].unit if len({mark.unit for mark in marks}) == 1 else None
