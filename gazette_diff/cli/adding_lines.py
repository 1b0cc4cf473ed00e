"""What adding will do, a line for each regulation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.library.adding import WRITING, Action

if TYPE_CHECKING:
    from gazette_diff.core.language import Language
    from gazette_diff.library.adding import Addition

_ACTIONS = {
    Action.NEW: Bilingual("新法规", "new"),
    Action.VERSION: Bilingual("新版本", "version"),
    Action.TEXT: Bilingual("补正文", "text"),
    Action.SAME: Bilingual("已有  ", "there"),
    Action.SAME_ARTICLES: Bilingual("已有  ", "there"),
    Action.REPLACE: Bilingual("替换  ", "replace"),
    Action.RESTORE: Bilingual("收回  ", "restore"),
    Action.CONFLICT: Bilingual("冲突  ", "conflict"),
    Action.REMOVED: Bilingual("曾移出", "removed"),
    Action.UNDATED: Bilingual("无日期", "undated"),
}
_ADVICE = {
    Action.SAME_ARTICLES: Bilingual(
        "条文相同，条文以外的文字（通知、题注等）不同，未改动",
        "the same articles with other words around them (notice, note): left as it is",
    ),
    Action.CONFLICT: Bilingual(
        "同日的版本正文不同；--replace 以新的替换",
        "the version of that day has another text; --replace puts this in its place",
    ),
    Action.REMOVED: Bilingual("--restore 收回", "--restore takes it back"),
    Action.UNDATED: Bilingual("请用 --date 指定版本日期", "give its day with --date"),
}
_AMENDS = Bilingual("修改{v}", "amends {v}")
_REPEALS = Bilingual("取代{v}", "takes the place of {v}")
_FROM_NAME = Bilingual("日期取自文件名", "day from the name of the file")


def addition_line(addition: Addition, language: Language) -> str:
    """Return what is done with one regulation: action, title, version, and what it concerns."""
    metadata = addition.regulation.metadata
    version = addition.version
    name = f"{metadata.title}@v{version.day}" if version else metadata.title
    notes = [str(metadata.document_number)] if metadata.document_number else []
    if addition.day_from_name:
        notes.append(_FROM_NAME.in_(language))
    if addition.action in WRITING:
        if addition.amends is not None:
            notes.append(_AMENDS.fill(v=f"@v{addition.amends.day}").in_(language))
        notes += [_REPEALS.fill(v=repealed).in_(language) for repealed in addition.repeals]
    if addition.action in _ADVICE:
        notes.append(_ADVICE[addition.action].in_(language))
    action = _ACTIONS[addition.action].in_(language).ljust(8 if language == "en" else 0)
    comma = "；" if language == "zh" else "; "
    return f"{action}  {name}" + (f"  {comma.join(notes)}" if notes else "")
