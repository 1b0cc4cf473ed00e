"""发文字号: the number under which an authority issued a document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gazette_diff.core.numerals import NUMBER_CHARACTERS, parse_number

# 宛政办〔2022〕35号, 国办发[2023]5 号, 法释（2013）12号: agency, year in brackets, number.
DOCUMENT_NUMBER = re.compile(
    r"""
    (?P<agency>[一-鿿]{1,12}?)[ \u3000]*
    [〔\[［【（(〈][ \u3000]*(?P<year>[12１２][0-9０-９]{3})[ \u3000]*[〕\]］】）)〉]
    [ \u3000]*第?[ \u3000]*(?P<serial>[0-9０-９]{1,5})[ \u3000]*号
    """,
    re.VERBOSE,
)
_YEAR_IN_BRACKETS = re.compile(
    r"[〔\[［【（(〈][ \u3000]*[12１２][0-9０-９]{3}[ \u3000]*[〕\]］】）)〉]"
)
# 国务院令第712号, 主席令第四十六号, 政府令（第 1 号）: an order or announcement, counted through;
# 交通运输部令2021年第25号: or within a year.
ORDER_NUMBER = re.compile(
    rf"""
    (?P<agency>(?![（(])[一-鿿（）()、]{{0,30}}?(?:令|公告))[ \u3000]*[（(]?[ \u3000]*
    (?:(?P<year>[12１２][0-9０-９]{{3}})[ \u3000]*年[ \u3000]*)?
    第[ \u3000]*(?P<serial>[{NUMBER_CHARACTERS}]{{1,6}})[ \u3000]*号(?:[ \u3000]*[）)])?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number: ``agency`` 宛政, ``year`` 2023, ``serial`` 4 is 宛政〔2023〕4号.

    ``year`` is None for orders and announcements that are counted through (国务院令第712号);
    one counted within a year is 交通运输部令2021年第25号. The brackets are 〔〕, after
    GB/T 9704-2012, 7.2.5.
    """

    agency: str
    year: int | None
    serial: int

    def __str__(self) -> str:
        """Return the number in its official form."""
        if self.is_order:
            year = "" if self.year is None else f"{self.year}年"
            return f"{self.agency}{year}第{self.serial}号"
        return f"{self.agency}〔{self.year}〕{self.serial}号"

    @property
    def is_order(self) -> bool:
        """Whether it is the number of an order or announcement (令, 公告)."""
        return self.year is None or self.agency.endswith(("令", "公告"))

    @classmethod
    def parse(cls, text: str) -> DocumentNumber | None:
        """Read *text*, which must be nothing but a document number; None when it is none.

        Spaces, the width of digits and the kind of brackets do not matter.
        """
        text = text.strip()
        if "号" not in text[-3:]:
            return None
        if found := DOCUMENT_NUMBER.fullmatch(text):
            return cls(found["agency"], int(found["year"]), int(found["serial"]))
        if found := ORDER_NUMBER.fullmatch(text):
            serial = parse_number(found["serial"])
            year = int(found["year"]) if found["year"] else None
            return None if serial is None else cls(found["agency"], year, serial)
        return None

    @classmethod
    def find(cls, text: str) -> DocumentNumber | None:
        """Return the first number with a year in *text*; None when there is none."""
        if _YEAR_IN_BRACKETS.search(text) is None:  # told far sooner than that no agency fits
            return None
        found = DOCUMENT_NUMBER.search(text)
        return cls.parse(found.group()) if found is not None else None
