"""Where an edit begins and ends: at the border of a clause, and not inside a word.

The same change can often be marked in several places (初[评由甲，复]评由乙 and
初评由[甲，复评由]乙). Without a dictionary the texts themselves tell what is a word: two
characters that mostly stand together.
"""

from __future__ import annotations

from collections.abc import Mapping

from gazette_diff.comparing.cleanup import CLAUSE_MARKS, Edit, Edits, Words

# Two characters are a word if the one is followed by the other so often: times, and share.
_TIMES = 2
_SHARE = 0.5


def whole_words(edits: Edits, often: Mapping[str, int]) -> Edits:
    """Widen edits to the words they begin or end in: 管理 → 治理, 机关不得 → 机构应当.

    A single character belongs to the word before it or to the one after it, whichever is
    surer. *often* counts characters, and pairs of characters, in both texts.
    """
    start = edits.start
    done: list[Edit] = []
    for number, edit in enumerate(edits.edits):
        before = done[-1].kept if done else start
        last = number == len(edits.edits) - 1
        after, ahead = edit.kept[:1], before[-1:]
        right = left = None
        if edit.deleted and edit.inserted:
            right = _worth(edit, (), after, often) if last or len(edit.kept) > 1 else None
            left = _worth(edit, ahead, (), often) if not done or len(before) > 1 else None
        if len(edit.deleted) == len(edit.inserted) == 1 and left and right:
            left, right = (None, right) if right > left else (left, None)
        word = edit
        if right:
            word = Edit(edit.deleted + after, edit.inserted + after, edit.kept[1:])
        if left:
            word = Edit(ahead + word.deleted, ahead + word.inserted, word.kept)
            if done:
                done[-1] = Edit(done[-1].deleted, done[-1].inserted, before[:-1])
            else:
                start = before[:-1]
        done.append(word)
    return Edits(start, tuple(done))


def _worth(
    edit: Edit, ahead: Words, after: Words, often: Mapping[str, int]
) -> tuple[float, float] | None:
    """Return how surely both sides make a word with the character *ahead* or *after*.

    First how often the characters that changed stand in that word, the lesser share, then
    how often their neighbour does; None if they make none.
    """
    neighbour = "".join((*ahead, *after))
    if len(neighbour) != 1 or not neighbour.isalpha():
        return None
    shares = []
    times = 0
    for words in (edit.deleted, edit.inserted):
        one, within = (words[0], words[:2]) if ahead else (words[-1], words[-2:])
        together = often.get("".join((*ahead, one, *after)), 0)
        if together < _TIMES or together < _SHARE * often.get(one, 0) or not one.isalpha():
            return None
        # 陵 belongs to 园 after it no less than to 士 before it.
        if len(words) > 1 and together <= often.get("".join(within), 0):
            return None
        shares.append(together / often[one])
        times += together
    return min(shares), times / often[neighbour]


def at_edges(edits: Edits, often: Mapping[str, int]) -> Edits:
    """Move insertions and deletions to the edges of clauses and items where words allow it.

    Between equal places those come first where *often*, which counts the pairs of characters
    in the texts, knows the fewest words that would be cut.
    """
    start = edits.start
    done: list[Edit] = []
    for number, edit in enumerate(edits.edits):
        before = done[-1].kept if done else start
        most = len(before) - bool(done), len(edit.kept) - (number < len(edits.edits) - 1)
        shift = _best_shift(before, edit, most, often)
        kept, edit = _shifted(before, edit, shift)
        if done:
            done[-1] = Edit(done[-1].deleted, done[-1].inserted, kept)
        else:
            start = kept
        done.append(edit)
    return Edits(start, tuple(done))


def _best_shift(before: Words, edit: Edit, most: tuple[int, int], often: Mapping[str, int]) -> int:
    """Return by how many tokens (right is positive) the edit should be moved, 0 for none.

    *most* is how far it may go to the left and to the right: at least one kept token stays
    between two edits.
    """
    words = edit.deleted or edit.inserted
    if (edit.deleted and edit.inserted) or not words:
        return 0
    left = 0
    while left < most[0] and before[-1 - left] == words[-1 - left % len(words)]:
        left += 1
    right = 0
    while right < most[1] and edit.kept[right] == words[right % len(words)]:
        right += 1
    text = before + words + edit.kept
    at = len(before)
    shifts = sorted(range(-left, right + 1), key=abs)
    return max(
        shifts,
        key=lambda shift: (
            _edge(text, at + shift) + _edge(text, at + shift + len(words)),
            -_cut(text, at + shift, often) - _cut(text, at + shift + len(words), often),
            -abs(shift),
        ),
    )


def _edge(text: Words, at: int) -> int:
    """Return how good a place for the border of an edit is before the token *at*."""
    if at in {0, len(text)}:
        return 4
    if text[at - 1] in CLAUSE_MARKS:
        return 4
    if text[at - 1] == "、":
        return 3
    return 2 if text[at] in CLAUSE_MARKS else int(text[at] == "、")


def _cut(text: Words, at: int, often: Mapping[str, int]) -> int:
    """Return how often the two characters around the place *at* stand together."""
    if at in {0, len(text)}:
        return 0
    return often.get(text[at - 1][-1] + text[at][0], 0)


def _shifted(before: Words, edit: Edit, shift: int) -> tuple[Words, Edit]:
    """Return the words before and the edit itself after moving it by *shift* tokens."""
    if not shift:
        return before, edit
    words = edit.deleted or edit.inserted
    text = before + words + edit.kept
    at = len(before) + shift
    moved, kept = text[at : at + len(words)], text[at + len(words) :]
    new = Edit(moved, (), kept) if edit.deleted else Edit((), moved, kept)
    return text[:at], new
