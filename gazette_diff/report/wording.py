"""The words of the reports in Chinese and English, shared by all renderers.

The Chinese follows the usage of amending decisions (关于修改……的决定) and of the
修订对照表 that offices file. Labels (第五条) stay as printed in both languages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.core.numerals import parse_number
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.places import number_and_words
from gazette_diff.core.tree import BlockKind
from gazette_diff.report.kinds import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette_diff.core.changes import Change, ProvisionRef
    from gazette_diff.report.chapters import Chapter

#: What happened to an article, in one word.
KINDS: dict[Kind, Bilingual] = {
    Kind.UNCHANGED: Bilingual("未修改", "unchanged"),
    Kind.AMENDED: Bilingual("修改", "amended"),
    Kind.ADDED: Bilingual("新增", "added"),
    Kind.DELETED: Bilingual("删除", "deleted"),
    Kind.SPLIT: Bilingual("拆分", "split"),
    Kind.MERGED: Bilingual("合并", "merged"),
    Kind.REGROUPED: Bilingual("重组", "regrouped"),
}
RENUMBERED = Bilingual("重新编号", "renumbered")
RELOCATED = Bilingual("移至他章", "moved")
DOUBTFUL = Bilingual("对应存疑", "doubtful")
#: Nothing but layout and references that follow the renumbering.
EDITORIAL = Bilingual("仅编辑性差异", "editorial only")
BY_HAND = Bilingual("人工更正", "corrected by hand")

#: The kinds of words that changed, by the names in :attr:`Change.classes`.
CLASSES: dict[str, Bilingual] = {
    "duty": Bilingual("义务强度", "duty"),
    "deadline": Bilingual("期限", "deadline"),
    "amount": Bilingual("金额", "amount"),
    "percentage": Bilingual("比例", "percentage"),
    "count": Bilingual("数量", "count"),
    "body": Bilingual("责任主体", "body responsible"),
    "scope": Bilingual("适用范围", "scope"),
    "condition": Bilingual("条件", "condition"),
    "items": Bilingual("款项变动", "paragraphs and items"),
    "reference": Bilingual("引用条款", "reference"),
    "entry_into_force": Bilingual("施行日期", "entry into force"),
    "wording": Bilingual("文字表述", "wording"),
    "punctuation": Bilingual("标点", "punctuation"),
}

#: What a link rests on, by the names that evidence gives the passes that found it.
EVIDENCE: dict[str, Bilingual] = {
    "pinned": BY_HAND,
    "identical": Bilingual("文字相同", "identical words"),
    "sentences": Bilingual("语句互为对应", "matching sentences"),
    "best": Bilingual("互为最相近", "best match of each other"),
    "place": Bilingual("位置相应", "same place among neighbours"),
    "unseen": Bilingual("没有可以并列对照的语句", "no words to set side by side"),
}

#: What a block of words before or after the body is.
BLOCKS: dict[BlockKind, Bilingual] = {
    BlockKind.NOTICE_TITLE: Bilingual("通知标题", "title of the notice"),
    BlockKind.DOCUMENT_NUMBER: Bilingual("发文字号", "document number"),
    BlockKind.ADDRESSEE: Bilingual("主送机关", "addressee"),
    BlockKind.NOTICE_TEXT: Bilingual("通知正文", "text of the notice"),
    BlockKind.SIGNATURE: Bilingual("署名", "signature"),
    BlockKind.DATE: Bilingual("成文日期", "date"),
    BlockKind.TITLE: Bilingual("标题", "title"),
    BlockKind.ADOPTION_NOTE: Bilingual("题注", "adoption note"),
    BlockKind.CONTENTS: Bilingual("目录", "contents"),
    BlockKind.PREAMBLE: Bilingual("序言", "preamble"),
    BlockKind.EDITOR_NOTE: Bilingual("编者注", "editor's note"),
    BlockKind.GAZETTE: Bilingual("公报期次", "gazette issue"),
}

#: Where words outside the articles stand, by the eIds that rows give them.
OUTSIDE: dict[str, Bilingual] = {
    "preface": Bilingual("文首", "front"),
    "preamble": Bilingual("序言", "preamble"),
    "conclusion": Bilingual("文末", "end"),
}
OLD_VERSION = Bilingual("修订前", "before")
NEW_VERSION = Bilingual("修订后", "after")
#: Bodies that have another name, or others in their place, in several articles.
RENAMINGS = Bilingual("责任主体变动", "bodies that changed")
OUTSIDE_ARTICLES = Bilingual("条文以外", "outside the articles")
NO_CHAPTER = Bilingual("正文", "body")
#: Deleted articles that stood in no chapter.
CHAPTERLESS = Bilingual("（无章）", "(no chapter)")
DIAGNOSTICS = Bilingual("提示", "notes")
UNTITLED = Bilingual("（无标题）", "(untitled)")
HEADING = Bilingual("标题", "heading")
CONTINUED = Bilingual("（续）", " (cont.)")
IDENTICAL = Bilingual("两个版本完全相同。", "The two versions are identical.")
SET_ASIDE = Bilingual("未计编辑性差异", "editorial set aside")
IDENTICAL_BUT = Bilingual(
    "除{count}处编辑性差异外，两个版本相同。",
    "The two versions are identical but for editorial differences ({count}).",
)


def class_word(name: str) -> Bilingual:
    """Return the words for a class of change; an unknown *name* stands for itself."""
    return CLASSES.get(name, Bilingual(name, name))


_PARAGRAPH_STEP = re.compile(r"para_(?P<number>[0-9]+)")


def evidence_word(name: str) -> Bilingual:
    """Return the words for a piece of evidence; a shared phrase stands for itself."""
    return EVIDENCE.get(name, Bilingual(name, name))


def label(ref: ProvisionRef) -> str:
    """Return the label of one article: 第五条 as printed.

    Where the articles are numbered 四十四、 the article is called 第四十四条, as it is cited;
    a paragraph outside all numbers is called 第一段, and anything else by its eId.
    """
    step = ref.eid.rpartition("__")[2]
    if not ref.label and (found := _PARAGRAPH_STEP.fullmatch(step)):
        return Ordinal(int(found["number"])).counted("段")
    if step.startswith("art_") and not ref.label.endswith("条") and "条之" not in ref.label:
        number = parse_number(ref.label.rstrip("、.．，, "))
        if number is not None:
            return Ordinal(number).counted("条")
    return ref.label.rstrip("、.．") or ref.eid


def labels(refs: Iterable[ProvisionRef]) -> Bilingual:
    """Return the labels of *refs* as a list: 第五条、第六条."""
    names = [label(ref) for ref in refs]
    return Bilingual("、".join(names), ", ".join(names))


def place_name(path: tuple[str, ...]) -> Bilingual:
    """Return the containers around an article in words: 第二章 法律 第一节 立法权限."""
    if not path:
        return NO_CHAPTER
    return Bilingual(" ".join(path), ", ".join(path))


def with_former(name: Bilingual, old: Bilingual) -> Bilingual:
    """Return *name* with the former one: 第七条（原第六条）, （五）原（四）.

    A number in brackets goes without others around it.
    """
    bracketed = old.zh.startswith(("（", "("))
    former = f"原{old.zh}" if bracketed else f"（原{old.zh}）"
    return Bilingual(name.zh + former, f"{name.en} (was {old.en})")


def kind_word(change: Change) -> Bilingual:
    """Return what happened in one word; several articles that became several are regrouped."""
    return KINDS[kind_of(change)]


def happened(change: Change) -> tuple[Bilingual, ...]:
    """Return what became of the articles of *change*, one phrase for each fact.

    The first is the relation; for a split or a merge it names the articles, so that their
    new numbers need no other phrase. A new number, another chapter and a doubt follow:
    修改, 由第五条改为第七条, 由“第二章 …”移至“第三章 …”.
    """
    phrases = [_relation(change)]
    if change.renumbered and len(change.old) == len(change.new) == 1:
        before, after = labels(change.old), labels(change.new)
        phrases.append(
            Bilingual(f"由{before.zh}改为{after.zh}", f"renumbered from {before.en} to {after.en}")
        )
    moved = moved_phrase(change)
    if moved is not None:
        phrases.append(moved)
    if change.editorial and change.relation is Relation.AMENDED:
        phrases.append(EDITORIAL)
    if change.doubtful:
        phrases.append(DOUBTFUL)
    if change.pinned:
        phrases.append(BY_HAND)
    return tuple(phrases)


def chapter_name(chapter: Chapter) -> Bilingual:
    """Return the heading of a group of entries: the chapter, 附件 and its number, or 正文."""
    name = place_name(chapter.path)
    if chapter.deleted and not chapter.path and not chapter.attachment:
        return CHAPTERLESS
    if chapter.attachment:
        number = chapter.attachment.rpartition("_")[2]
        inner = name if chapter.path else Bilingual("", "")
        name = Bilingual(
            f"附件{number} {inner.zh}".strip(), f"attachment {number} {inner.en}".strip()
        )
    if chapter.deleted:
        name = Bilingual(f"{name.zh}（已删除）", f"{name.en} (deleted)")
    return name


def moved_phrase(change: Change) -> Bilingual | None:
    """Return from where to where a relocated article went, None for one that was not.

    Of several articles those are named that stand in a chapter of another heading now.
    """
    if not (change.relocated and change.old and change.new):
        return None
    if len(change.old) == len(change.new) == 1:
        before, after = place_name(change.old[0].path), place_name(change.new[0].path)
        return Bilingual(
            f"由“{before.zh}”移至“{after.zh}”", f"moved from “{before.en}” to “{after.en}”"
        )
    moved = [ref for ref in change.new if _moved(ref, change)]
    if not moved:
        return RELOCATED
    places = [place_name(ref.path) for ref in moved]
    return Bilingual(
        "，".join(f"{label(r)}移至“{p.zh}”" for r, p in zip(moved, places, strict=True)),
        ", ".join(f"{label(r)} moved to “{p.en}”" for r, p in zip(moved, places, strict=True)),
    )


def _moved(ref: ProvisionRef, change: Change) -> bool:
    """Tell whether none of the articles that *ref* comes from stood under its headings."""
    sources = {link.old for link in change.links if link.new == ref.eid}
    before = {_words(part) for old in change.old if old.eid in sources for part in old.path}
    return bool(before) and before.isdisjoint(map(_words, ref.path))


def _words(heading: str) -> str:
    """Return a heading without its number, which a revision may change."""
    return number_and_words(heading)[1] or heading


def _relation(change: Change) -> Bilingual:
    """Return the relation in words; a split and a merge name the articles they involve.

    An old article may be split and one of its parts merged with another: both are told.
    """
    if kind_of(change) not in (Kind.SPLIT, Kind.MERGED, Kind.REGROUPED):
        return kind_word(change)
    before, after = labels(change.old), labels(change.new)
    if len(change.old) == 1:
        return Bilingual(f"拆分为{after.zh}", f"split into {after.en}")
    if len(change.new) == 1:
        return Bilingual(f"由{before.zh}合并", f"merged from {before.en}")
    return Bilingual(
        f"由{before.zh}重组为{after.zh}", f"regrouped from {before.en} into {after.en}"
    )
