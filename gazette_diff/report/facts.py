"""The head of a report: what is known of both versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.report.wording import KINDS, UNTITLED

if TYPE_CHECKING:
    from gazette_diff.core.changes import ComparedVersion
    from gazette_diff.core.language import Language
    from gazette_diff.core.tree import Metadata
    from gazette_diff.report.kinds import Kind
    from gazette_diff.report.rows import ComparisonTable

_TITLE = Bilingual("标题", "Title")
_FACTS = {
    "document_number": Bilingual("发文字号", "Document number"),
    "issuer": Bilingual("制定机关", "Issued by"),
    "signed": Bilingual("通过（签署）", "Adopted (signed)"),
    "published": Bilingual("公布", "Published"),
    "amended": Bilingual("历次修改", "Amended"),
    "in_force": Bilingual("施行", "In force from"),
    "repealed": Bilingual("废止", "Repealed"),
    "replaces": Bilingual("所代替的文件", "Replaces"),
    "gazette": Bilingual("公报", "Gazette"),
}
# A regulation that a notice issues is signed, not adopted: its number has a year (〔2023〕4号).
_SIGNED = Bilingual("成文日期", "Signed")
_OPTIONAL = frozenset({"amended", "repealed", "replaces"})
_VERSION = Bilingual("版本", "Version")
_COUNT = Bilingual("{unit}数", "{unit}")


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the title block: its name and its value for either version.

    What is ``optional`` a version may be without: amendments, a regulation it replaces.
    """

    name: str
    old: str
    new: str
    optional: bool = False


def title_of(table: ComparisonTable, language: Language) -> str:
    """Return the title of the regulation, of the new version if it has one."""
    titles = (table.new.metadata.title, table.old.metadata.title)
    return next(filter(None, titles), UNTITLED.in_(language))


def facts(table: ComparisonTable, language: Language) -> tuple[Fact, ...]:
    """Return what is known of both versions; what is known of neither is left out."""
    old, new = table.old, table.new
    lines = [Fact(_VERSION.in_(language), old.version, new.version)]
    if old.metadata.title != new.metadata.title:
        lines.insert(0, Fact(_TITLE.in_(language), old.metadata.title, new.metadata.title))
    for field, name in _FACTS.items():
        if field == "signed" and _by_notice(table):
            name = _SIGNED
        before, after = (_value(v.metadata, field, language) for v in (old, new))
        lines.append(Fact(name.in_(language), before, after, field in _OPTIONAL))
    unit = Bilingual(table.unit.zh, table.unit.many.capitalize())
    count = _COUNT.fill(unit=unit).in_(language)
    lines.append(Fact(count, str(old.articles), str(new.articles)))
    return tuple(fact for fact in lines if fact.old or fact.new)


def _by_notice(table: ComparisonTable) -> bool:
    """Tell whether the versions were issued by a notice, and nothing says they were adopted."""
    signed = [v.metadata for v in (table.old, table.new) if v.metadata.signed is not None]
    return bool(signed) and all(
        m.document_number is not None and not m.document_number.is_order and not m.published
        for m in signed
    )


def constructed(table: ComparisonTable) -> tuple[tuple[str, str], ...]:
    """Return for each version that is no historical text which one it is and what it says."""
    versions: tuple[tuple[str, ComparedVersion], ...] = (("old", table.old), ("new", table.new))
    return tuple(
        (which, version.metadata.constructed)
        for which, version in versions
        if version.metadata.constructed
    )


def kind_words(language: Language) -> dict[Kind, str]:
    """Return the word for each kind of change."""
    return {kind: words.in_(language) for kind, words in KINDS.items()}


def _value(metadata: Metadata, field: str, language: Language) -> str:
    value: object = getattr(metadata, field)
    if field == "replaces":
        value = tuple(f"《{replaced.title}》" for replaced in metadata.replaces)
    values = value if isinstance(value, tuple) else (value,)
    comma = "、" if language == "zh" else ", "
    return comma.join(_written(v, language) for v in values if v is not None)


def _written(value: object, language: Language) -> str:
    if isinstance(value, date) and language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)
