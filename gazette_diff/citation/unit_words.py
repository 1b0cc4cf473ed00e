"""The words for the units of a provision, as they are printed and typed."""

from __future__ import annotations

from gazette_diff.citation.values import UNITS, Unit

#: The units of the law, and 部分 and 段 of outlines.
CHINESE_UNITS = UNITS | {
    "自然段": Unit.PASSAGE,
    "段": Unit.PASSAGE,
    "部分": Unit.DIVISION,
}
#: The words of eIds (core/places.py); in an eId "part" is 分编, typed as a word it is 编.
EID_UNITS = {
    "att": Unit.ATTACHMENT,
    "book": Unit.PART,
    "part": Unit.SUBPART,
    "chp": Unit.CHAPTER,
    "sec": Unit.SECTION,
    "art": Unit.ARTICLE,
    "para": Unit.PARAGRAPH,
    "point": Unit.ITEM,
    "indent": Unit.SUBITEM,
    "level": Unit.OUTLINE,
}
#: What people type in English.
ENGLISH_UNITS = {
    "attachment": Unit.ATTACHMENT,
    "annex": Unit.ATTACHMENT,
    "part": Unit.PART,
    "subpart": Unit.SUBPART,
    "chapter": Unit.CHAPTER,
    "ch": Unit.CHAPTER,
    "chp": Unit.CHAPTER,
    "section": Unit.SECTION,
    "sec": Unit.SECTION,
    "articles": Unit.ARTICLE,
    "article": Unit.ARTICLE,
    "arts": Unit.ARTICLE,
    "art": Unit.ARTICLE,
    "§": Unit.ARTICLE,
    "paragraph": Unit.PARAGRAPH,
    "para": Unit.PARAGRAPH,
    "item": Unit.ITEM,
    "point": Unit.ITEM,
    "subitem": Unit.SUBITEM,
    "indent": Unit.SUBITEM,
}
