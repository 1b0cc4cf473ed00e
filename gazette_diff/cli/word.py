"""The Word files of ``diff``: their options, and what is told beside them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

from gazette_diff.cli.framework import MisuseError, option
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.language import Language
    from gazette_diff.core.tree import Regulation
    from gazette_diff.report.folding import Unchanged

_F = TypeVar("_F", bound="Callable[..., Any]")
#: The name of the format.
DOCX = "docx"
_BINARY = Bilingual("不向终端输出 Word 文件", "a Word file is not written to a terminal")
_NAME_IT = Bilingual(
    "请用 -o FILE 写入文件，或用 -o - 强制输出", "name a file with -o FILE, or force it with -o -"
)
_ONLY = Bilingual("{name} 只用于 {other}", "{name} is for {other} only")


class WordOptions(TypedDict):
    """The options of ``diff`` that concern Word files alone."""

    tracked: bool
    author: str | None


def word_options(command: _F) -> _F:
    """Decorate a command with ``--tracked`` and ``--author``."""
    tracked = option(
        "--tracked",
        is_flag=True,
        help=Bilingual(
            "Word 格式：不写对照表，写带修订标记的旧版，全部接受即为新版，全部拒绝即为旧版",
            "Word: instead of the table the old text with tracked changes; accepting all of "
            "them gives the new text, rejecting all the old one",
        ),
    )
    author = option(
        "--author",
        help=Bilingual(
            "修订标记的作者（默认 gazette-diff）",
            "Who made the tracked changes (default: gazette-diff)",
        ),
        metavar="NAME",
    )
    return tracked(author(command))


def check_word(style: str, output: str | None, view: WordOptions, unchanged: str | None) -> None:
    """Check the options of Word files.

    Raises:
        MisuseError: an option makes no sense with the format *style* or with another, or a
            Word file would be written to a terminal.
    """
    if view["tracked"] and style != DOCX:
        raise MisuseError(_ONLY.fill(name="--tracked", other="--format docx"))
    if view["author"] and not view["tracked"]:
        raise MisuseError(_ONLY.fill(name="--author", other="--tracked"))
    if view["tracked"] and unchanged:
        raise MisuseError(
            Bilingual(
                "带修订标记的文件总是包含全部条文", "a file with tracked changes has all articles"
            ),
            where="--unchanged",
        )
    stdout = sys.stdout
    if style == DOCX and output is None and stdout is not None and stdout.isatty():
        raise MisuseError(_BINARY, where="--format docx", mend=_NAME_IT)


def word_file(
    changes: ChangeSet,
    both: tuple[Regulation, Regulation],
    view: WordOptions,
    language: Language,
    unchanged: Unchanged | None,
) -> bytes:
    """Return the Word file that *view* asks for; *both* versions were compared.

    Tracked changes are of the day of the new version, of today if that is not known.
    """
    from gazette_diff import api
    from gazette_diff.cli.settings import today

    if not view["tracked"]:
        return api.to_docx(changes, language=language, unchanged=unchanged or "full")
    old, new = both
    return api.to_tracked_docx(
        changes,
        old,
        new,
        day=new.metadata.version or today(),
        author=view["author"],
        language=language,
    )


def tell_comparison(changes: ChangeSet, view: WordOptions, name: str, language: Language) -> None:
    """Tell what the comparison doubts and a Word file about *name* does not say itself.

    The table marks doubtful correspondences; the tracked text has no place for any doubt.
    """
    from gazette_diff.cli.doubts import tell_doubts
    from gazette_diff.core.diagnostics import Code

    shown = (
        {Code.HEADING_CHANGED} if view["tracked"] else {Code.HEADING_CHANGED, Code.LINK_DOUBTFUL}
    )
    tell_doubts(name, (d for d in changes.diagnostics if d.code not in shown), language)
