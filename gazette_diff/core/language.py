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

        A value that is bilingual itself is filled in in the language of the message.

        Raises:
            KeyError: a mark has no value.
        """
        chinese, english = (_told(values, language) for language in ("zh", "en"))
        return Bilingual(self.zh.format(**chinese), self.en.format(**english))


def _told(values: dict[str, object], language: Language) -> dict[str, object]:
    return {k: v.in_(language) if isinstance(v, Bilingual) else v for k, v in values.items()}
