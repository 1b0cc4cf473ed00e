"""Text in the two languages the tool speaks."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Bilingual(NamedTuple):
    """One message in Chinese and in English; ``{name}`` marks a value to be filled in."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        """Return the wording in *language*."""
        return self.zh if language == "zh" else self.en

    def fill(self, **values: object) -> Bilingual:
        """Return the message with *values* in place of its ``{name}`` marks, in both languages.

        Raises:
            KeyError: a mark has no value.
        """
        return Bilingual(self.zh.format(**values), self.en.format(**values))
