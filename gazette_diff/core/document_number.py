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
# 国务院令第712号, 主席令第四十六号, 公告第 1 号: an order or announcement, counted without a year.
ORDER_NUMBER = re.compile(
    rf"""
    (?P<agency>[一-鿿（）()、]{{0,30}}?(?:令|公告))[ \u3000]*
    第[ \u3000]*(?P<serial>[{NUMBER_CHARACTERS}]{{1,6}})[ \u3000]*号
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number: ``agency`` 宛政, ``year`` 2023, ``serial`` 4 is 宛政〔2023〕4号.

    ``year`` is None for orders and announcements, which are counted through: 国务院令第712号.
    The brackets are 〔〕, after GB/T 9704-2012, 7.2.5.
    """

    agency: str
    year: int | None
    serial: int

    def __str__(self) -> str:
        """Return the number in its official form."""
        if self.year is None:
            return f"{self.agency}第{self.serial}号"
        return f"{self.agency}〔{self.year}〕{self.serial}号"

    @classmethod
    def parse(cls, text: str) -> DocumentNumber | None:
        """Read *text*, which must be nothing but a document number; None when it is none.

        Spaces, the width of digits and the kind of brackets do not matter.
        """
        text = text.strip()
        if not text.endswith("号"):
            return None
        if found := DOCUMENT_NUMBER.fullmatch(text):
            return cls(found["agency"], int(found["year"]), int(found["serial"]))
        if found := ORDER_NUMBER.fullmatch(text):
            serial = parse_number(found["serial"])
            return None if serial is None else cls(found["agency"], None, serial)
        return None

    @classmethod
    def find(cls, text: str) -> DocumentNumber | None:
        """Return the first number with a year in *text*; None when there is none."""
        if _YEAR_IN_BRACKETS.search(text) is None:  # told far sooner than that no agency fits
            return None
        found = DOCUMENT_NUMBER.search(text)
        return cls.parse(found.group()) if found is not None else None
