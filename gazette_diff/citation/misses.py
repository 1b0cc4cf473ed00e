"""Why a citation names nothing, or too much, and what is nearest to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gazette_diff.citation.identity import plain_title
from gazette_diff.citation.outlines import Shape, is_decimal, shapes_in
from gazette_diff.citation.values import Reference, Step, Unit
from gazette_diff.citation.walking import holders, number_of, of_level
from gazette_diff.citation.wording import bare_citation
from gazette_diff.citation.works import WORK_WORDS
from gazette_diff.core.errors import InvalidCitationError, NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.numerals import format_numeral
from gazette_diff.core.places import Placed
from gazette_diff.core.tree import CONTAINERS, Level, Regulation

# No more candidates are named than fit a line.
_NAMED = 5
_ENGLISH = {
    Level.PART: "part (编)",
    Level.SUBPART: "subpart (分编)",
    Level.CHAPTER: "chapter (章)",
    Level.SECTION: "section (节)",
    Level.ARTICLE: "article (条)",
    Level.PARAGRAPH: "paragraph (款)",
    Level.ITEM: "item (项)",
    Level.SUBITEM: "subitem (目)",
    Level.OUTLINE: "numbered level",
}


class Miss(NamedTuple):
    """A step that leads nowhere: from ``parents`` (none at the start) in ``body``."""

    regulation: Regulation
    step: Step
    level: Level
    parents: tuple[Placed, ...]
    body: tuple[Placed, ...]
    attachment: str

    @property
    def unit(self) -> str:
        """The Chinese word of the level that was asked for."""
        if self.level is Level.PARAGRAPH and not self._in_article:
            return "段"
        return self.level.unit or "层次"

    @property
    def _in_article(self) -> bool:
        return bool(self.parents) and self.parents[0].provision.level is Level.ARTICLE

    @property
    def inside(self) -> tuple[Placed, ...]:
        """What the step was looked for in."""
        if not self.parents:
            return self.body
        return tuple(child for parent in self.parents for child in parent.children)

    def words(self, placed: Placed) -> str:
        """The name of *placed* in messages."""
        return bare_citation(placed, attachment=self.attachment)

    @property
    def parent_words(self) -> str:
        """The name of what the step was looked for in, "" at the start."""
        if not self.parents:
            return self.attachment
        # A sole 款 has no name of its own: 第十四条 is what people call it.
        return self.words(self.parents[0])


def missing(miss: Miss, elsewhere: Sequence[Placed]) -> NotFoundError:
    """Return the error for a number that does not exist; *elsewhere* has that number, if any."""
    asked = _decimal(miss) or miss.parent_words + _asked(miss)
    return NotFoundError(
        Bilingual(f"没有{asked}", f"there is no {asked}"),
        where=miss.regulation.metadata.title,
        mend=_nearest(miss, elsewhere),
    )


def _decimal(miss: Miss) -> str:
    """Write what was asked for as 2.5 where levels are printed so; else return nothing."""
    number, parent = miss.step.ordinal, miss.parents[0].provision if miss.parents else None
    if number is None or parent is None or parent.level is not Level.OUTLINE:
        return ""
    if not miss.step.arabic or Shape.DECIMAL not in shapes_in(miss.body):
        return ""
    above = parent.label.rstrip(".．、") if is_decimal(parent.label) else str(parent.ordinal)
    return f"{above}.{number.base}"


def _asked(miss: Miss) -> str:
    """Write the number that was asked for with the unit of its level, as the law prints it."""
    number = miss.step.ordinal
    if number is None:
        return ""
    if miss.level is Level.ITEM:
        branch = f"之{format_numeral(number.branch)}" if number.branch else ""
        return f"第（{format_numeral(number.base)}）项{branch}"
    if miss.level is Level.SUBITEM:
        return f"第{number}目"
    if miss.level is not Level.OUTLINE:
        return number.counted(miss.unit)
    digits = str(number.base) if miss.step.arabic else format_numeral(number.base)
    if not miss.parents:
        return number.counted("部分")
    return f"第（{digits}）项" if miss.step.bracketed else f"第{digits}项"


def _nearest(miss: Miss, elsewhere: Sequence[Placed]) -> Bilingual:
    existing = list(of_level(miss.inside, miss.level))
    if miss.level is Level.PARAGRAPH:
        existing = [p for p in miss.inside if p.provision.level is Level.PARAGRAPH]
    if miss.parents and elsewhere and miss.level in (Level.ARTICLE, *CONTAINERS):
        return _standing_elsewhere(miss, elsewhere)
    if not existing:
        where, word = _where(miss), _ENGLISH[miss.level]
        return Bilingual(f"{where.zh}没有{miss.unit}", f"{where.en} has no {word}")
    number = miss.step.ordinal
    if number is not None and number < max(map(number_of, existing)):
        return _neighbours(miss, existing)
    if miss.level is Level.PARAGRAPH:
        return _count_of_paragraphs(miss, existing)
    if miss.level in (Level.ITEM, Level.SUBITEM) or (miss.parents and not miss.level.unit):
        return _last_in_each(miss)
    return _count_and_last(miss, existing)


def _standing_elsewhere(miss: Miss, elsewhere: Sequence[Placed]) -> Bilingual:
    found = [(miss.words(p), " ".join(p.path) or p.eid) for p in elsewhere[:_NAMED]]
    return Bilingual(
        "，".join(f"{words}在{path}" for words, path in found),
        ", ".join(f"{words} stands in {path}" for words, path in found),
    )


def _neighbours(miss: Miss, existing: list[Placed]) -> Bilingual:
    """Name what stands right before and after a gap in the numbering."""
    number = miss.step.ordinal
    before = [p for p in existing if number is not None and number_of(p) < number]
    after = [p for p in existing if number is not None and number_of(p) > number]
    nearest = [max(before, key=number_of)] if before else []
    nearest += [min(after, key=number_of)] if after else []
    names = "、".join(miss.words(p) for p in nearest)
    return Bilingual(f"最接近的是{names}", f"nearest: {names}")


def _count_of_paragraphs(miss: Miss, existing: list[Placed]) -> Bilingual:
    parent, count, number = miss.parent_words, len(existing), miss.step.ordinal
    zh, en = (
        f"{parent}只有{count}{miss.unit}",
        f"{parent} has only {_counted(count, 'paragraph (款)')}",
    )
    items = [p for p in of_level(miss.inside, Level.ITEM) if number_of(p) == number]
    if items and miss.step.unit is Unit.PLAIN:
        hint = miss.words(items[0])
        zh, en = f"{zh}；如指项，请写{hint}", f"{en}; for the 项 write {hint}"
    return Bilingual(zh, en)


def _last_in_each(miss: Miss) -> Bilingual:
    parents = list(holders(miss.parents, miss.level)) or list(miss.parents)
    groups = [p.children for p in parents[:_NAMED]] or [miss.body]
    zh, en = [], []
    for group in groups:
        last = max(of_level(group, miss.level), key=number_of, default=None)
        if last is None:
            continue
        zh.append(f"最后一{miss.level.unit or '层'}为{miss.words(last)}")
        en.append(f"the last one is {miss.words(last)}")
    return Bilingual("，".join(zh), ", ".join(en))


def _count_and_last(miss: Miss, existing: list[Placed]) -> Bilingual:
    """Say how many there are, and which is the last: 本规则共74条，最后一条为第七十四条."""
    where = _where(miss)
    last = miss.words(max(existing, key=number_of))
    count, unit = len(existing), miss.level.unit or "部分"
    return Bilingual(
        f"{where.zh}共{count}{unit}，最后一{unit}为{last}",
        f"{where.en} has {_counted(count, _ENGLISH[miss.level])}, the last is {last}",
    )


def _counted(count: int, word: str) -> str:
    noun, _, chinese = word.partition(" (")
    plural = noun if count == 1 else f"{noun}s"
    return f"{count} {plural} ({chinese}" if chinese else f"{count} {plural}"


def _where(miss: Miss) -> Bilingual:
    """Name what the step was looked for in: 第三章, or 本规则, 全文 for the whole text."""
    if miss.parent_words:
        return Bilingual(miss.parent_words, miss.parent_words)
    found = re.search(rf"(?:{WORK_WORDS})$", plain_title(miss.regulation.metadata.title))
    if found is None:
        return Bilingual("全文", "the text")
    return Bilingual(f"本{found[0]}", "the regulation")


def needs_article(regulation: Regulation) -> NotFoundError:
    """Return the error for a 款, 项 or 目 that is cited without its article."""
    return NotFoundError(
        Bilingual("引用款、项、目须写明所在的条", "a 款, 项 or 目 is cited with its article"),
        where=regulation.metadata.title,
        mend=Bilingual(
            "例如：第四十四条第一款第（三）项", "for example 第四十四条第一款第（三）项"
        ),
    )


def two_readings(regulation: Regulation, branch: str, span: str) -> InvalidCitationError:
    """Return the error for 2-3 where both 第二条之三 (*branch*) and the *span* 2至3 exist."""
    return InvalidCitationError(
        Bilingual(
            f"短横线可指{branch}，也可指起止范围{span}",
            f"the dash may mean {branch} or the range {span}",
        ),
        where=regulation.metadata.title,
        mend=Bilingual(f"请写{branch}或者{span}", f"write {branch} or {span}"),
    )


def relative(reference: Reference) -> InvalidCitationError:
    """Return the error for 前款 and the like, which name nothing without a place to start."""
    return InvalidCitationError(
        Bilingual(
            f"“{reference.relative}”的所指取决于所在的条文",
            f"what «{reference.relative}» means depends on where it stands",
        ),
        mend=Bilingual("请写明第几条", "name the article"),
    )


def no_attachment(regulation: Regulation, labels: Sequence[str]) -> NotFoundError:
    """Return the error for an attachment that does not exist, or is one of several."""
    names = "、".join(labels)
    mend = (
        Bilingual(f"现有的附件为{names}", f"there are {names}")
        if labels
        else Bilingual("该文件没有附件", "the text has no attachment")
    )
    return NotFoundError(
        Bilingual("没有所引的附件", "there is no such attachment"),
        where=regulation.metadata.title,
        mend=mend,
    )
