"""What holds for a whole run: language, library, day; read once, at the edge."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.language import Language

if TYPE_CHECKING:
    from datetime import date

LANGUAGE_VARIABLE = "GAZETTE_DIFF_LANG"


class Settings(NamedTuple):  # and no dataclass: that would cost a good part of the start
    """The settings of a run.

    ``language`` is that of the messages; ``chosen_language`` is the one the user asked
    for in so many words, None where the locale decided. ``debug`` shows tracebacks.
    """

    language: Language
    chosen_language: Language | None = None
    debug: bool = False
    library: str | None = None
    as_of: "date | None" = None

    @property
    def report_language(self) -> Language:
        """The language of what is handed on (HTML, JSON): Chinese unless another was chosen."""
        return self.chosen_language or "zh"


def read_settings(args: Sequence[str], environment: Mapping[str, str]) -> Settings:
    """Return the settings that *args* and *environment* ask for.

    The language must be known before the arguments are parsed, for it is also that of
    the help and of complaints about the arguments.
    """
    chosen = _as_language(_value_of("--lang", args)) or _as_language(
        environment.get(LANGUAGE_VARIABLE, "")
    )
    return Settings(
        language=chosen or _locale_language(environment),
        chosen_language=chosen,
        debug="--debug" in args,
    )


def today() -> date:
    """Return the day of the run; ``SOURCE_DATE_EPOCH`` fixes it for reproducible files."""
    from datetime import UTC, datetime

    if fixed := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(fixed), UTC).date()
    return datetime.now(UTC).astimezone().date()


def _value_of(option: str, args: Sequence[str]) -> str:
    value = ""
    for index, arg in enumerate(args):
        if arg == "--":
            break
        if arg == option and index + 1 < len(args):
            value = args[index + 1]
        elif arg.startswith(f"{option}="):
            value = arg.partition("=")[2]
    return value


def _as_language(text: str) -> Language | None:
    """Read ``zh``, ``en`` and what locales make of them (``zh_CN.UTF-8``)."""
    match text[:2].lower():
        case "zh":
            return "zh"
        case "en":
            return "en"
        case _:
            return None


def _locale_language(environment: Mapping[str, str]) -> Language:
    # The order of POSIX: the first that is set decides, even if it names a third language.
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return _as_language(value) or "en"
    return "en"
