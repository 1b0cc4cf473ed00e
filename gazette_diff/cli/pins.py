"""Corrections to the correspondence: ``--pin``, ``--unpin`` and the file that keeps them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from gazette_diff import api
from gazette_diff.cli.doubts import printable, tell_doubts
from gazette_diff.cli.framework import STDIN_DOCUMENT, MisuseError, option, settings_of
from gazette_diff.cli.sources import is_stdin, path_of
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.core.documents import ParsedDocument
    from gazette_diff.pinning import Settled

_F = TypeVar("_F", bound=Callable[..., Any])
_USED = Bilingual("{file}：采用更正{n}处", "{file}: corrections used: {n}")
_NONE = Bilingual(
    "{file}：没有针对这两个文本的更正", "{file}: has no corrections for these two texts"
)
_OVERRULED = Bilingual("{file}：{kept} 让位于 {typed}", "{file}: {kept} gives way to {typed}")
_SAVED = Bilingual("{file}：更正已保存", "{file}: corrections saved")
_FOR_THIS_RUN = Bilingual(
    "更正仅用于本次；加 --save-pins 可保存到 {file}",
    "corrections are for this run only; --save-pins keeps them in {file}",
)
_NOWHERE = Bilingual("没有可以保存更正的地方", "there is no place to keep the corrections")
_NAME_FILE = Bilingual("请用 --pins FILE 指定文件", "name a file with --pins FILE")


class PinOptions(TypedDict):
    """The options of ``diff`` that concern corrections, as the user gave them."""

    pin: tuple[str, ...]
    unpin: tuple[str, ...]
    pins: str | None
    no_pins: bool
    save_pins: bool


def pin_options(command: _F) -> _F:
    """Decorate a command with the options of :class:`PinOptions`."""
    decorators = (
        option(
            "--pin",
            help=Bilingual(
                "更正对应关系：31=38；拆分 28=35,38；合并 5,6=7；删除 12=；新增 =15；可重复",
                "Correct the correspondence: 31=38, a split 28=35,38, a merger 5,6=7, deleted "
                "12=, added =15; may be repeated",
            ),
            metavar="OLD=NEW",
            multiple=True,
        ),
        option(
            "--unpin",
            help=Bilingual(
                "两条并不对应：12=15；可重复", "These two do not correspond: 12=15; may be repeated"
            ),
            metavar="OLD=NEW",
            multiple=True,
        ),
        option(
            "--save-pins",
            help=Bilingual(
                "保存本次的更正，以后比较同样的文本时自动采用",
                "Keep the corrections of this run for every later diff of the same texts",
            ),
            is_flag=True,
        ),
        option(
            "--pins",
            help=Bilingual(
                f"保存更正的文件（默认为文本旁边的 {api.PINS_FILE}）",
                f"The file that keeps corrections (default: {api.PINS_FILE} beside the texts)",
            ),
            metavar="FILE",
            type=click.Path(),
        ),
        option(
            "--no-pins",
            help=Bilingual("不采用已保存的更正", "Leave kept corrections aside"),
            is_flag=True,
        ),
    )
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


class Corrections:
    """The corrections that hold in a run, the file that keeps them, and what the texts are called.

    ``settled`` is None where nothing was typed or kept, ``file`` where there is no place for one.
    """

    def __init__(
        self,
        settled: Settled | None,
        file: Path | None,
        names: tuple[str, str],
        options: PinOptions,
    ) -> None:
        """Take what holds, where it is kept, what the texts are called, what the user gave."""
        self.settled = settled
        self.file = file
        self.names = names
        self.options = options

    @property
    def path(self) -> str | None:
        """The path of the file, None where there is none."""
        return None if self.file is None else str(self.file)


def corrections(
    ctx: click.Context, names: tuple[str, str], documents: list[ParsedDocument], given: PinOptions
) -> Corrections:
    """Return the corrections that hold for *documents*, which the user called *names*.

    Raises:
        GazetteDiffError: one cannot be read, names no article, or contradicts another.
    """
    _check(given)
    old, new = (document.regulation for document in documents)
    called = _called(names[0]), _called(names[1])
    files = _files(ctx, names, given)
    best: Settled | None = None
    home = files[0] if files else None
    typed = bool(given["pin"] or given["unpin"])
    for file in files if typed else filter(Path.exists, files):
        found = api.settle_pins(
            old,
            new,
            given["pin"],
            given["unpin"],
            file=_unless(given["no_pins"], file),
            names=called,
        )
        if best is None or _weight(found) > _weight(best):
            best, home = found, file
    if typed and home is None:
        best = api.settle_pins(old, new, given["pin"], given["unpin"])
        if given["save_pins"]:
            raise MisuseError(_NOWHERE, where="--save-pins", mend=_NAME_FILE)
    return Corrections(best, home, called, given)


def tell_corrections(ctx: click.Context, found: Corrections) -> None:
    """Tell which file was read and what of it no longer fits; say where typed ones are kept."""
    language = settings_of(ctx).language
    settled, file = found.settled, found.file
    if settled is None:
        return
    told = []
    if settled.used:
        told.append(_USED.fill(file=file, n=len(settled.used)))
    elif found.options["pins"] and not (settled.typed or settled.diagnostics):
        told.append(_NONE.fill(file=file))
    told += [
        _OVERRULED.fill(file=file, kept=one.kept.pin.typed, typed=one.typed.typed)
        for one in settled.overruled
        if not one.again
    ]
    if settled.typed and file is not None and not found.options["save_pins"]:
        told.append(_FOR_THIS_RUN.fill(file=file))
    for line in told:
        click.echo(printable(line.in_(language)), err=True)
    tell_doubts(str(file), settled.diagnostics, language)


def save_corrections(
    ctx: click.Context, found: Corrections, documents: list[ParsedDocument]
) -> None:
    """Keep what was typed, if the user asked for it, and say where.

    Raises:
        OSError: the file cannot be written; then it is as it was.
    """
    if not found.options["save_pins"] or found.file is None or found.settled is None:
        return
    old, new = (document.regulation for document in documents)
    try:
        api.keep_pins(found.file, old, new, found.settled, names=found.names)
    except OSError as error:
        error.filename = str(found.file)
        raise
    saved = _SAVED.fill(file=found.file).in_(settings_of(ctx).language)
    click.echo(printable(saved), err=True)


def _check(given: PinOptions) -> None:
    typed = given["pin"] or given["unpin"]
    if given["save_pins"] and not typed:
        raise MisuseError(
            Bilingual("没有可保存的更正", "there is no correction to keep"),
            where="--save-pins",
            mend=Bilingual("请同时给出 --pin 或 --unpin", "give --pin or --unpin with it"),
        )
    if given["no_pins"] and (given["pins"] or given["save_pins"]):
        other = "--pins" if given["pins"] else "--save-pins"
        raise MisuseError(
            Bilingual("不能与 {other} 同用", "cannot be used with {other}").fill(other=other),
            where="--no-pins",
        )


def _files(ctx: click.Context, names: tuple[str, str], given: PinOptions) -> list[Path]:
    """Return the files that may keep corrections: beside the new text, then beside the old."""
    if given["pins"] is not None:
        file = Path(given["pins"])
        if not file.exists() and not given["save_pins"]:
            raise NotFoundError(
                Bilingual("没有这个文件", "no such file"),
                where=f"--pins {file}",
                mend=Bilingual("加 --save-pins 可新建", "--save-pins makes one"),
            )
        return [file]
    library = settings_of(ctx).library
    folder = Path(library) if library else None
    found = (
        None if is_stdin(name) else api.pins_file(name, library=folder) for name in reversed(names)
    )
    return list(dict.fromkeys(file for file in found if file is not None))


def _called(name: str) -> str:
    """Return the name of the file that *name* names, with the document picked in it."""
    path = path_of(name)
    if path is None or name.startswith(STDIN_DOCUMENT):
        return ""
    return Path(path).name + name.removeprefix(path)


def _unless(left_aside: bool, file: Path) -> Path | None:
    return None if left_aside else file


def _weight(settled: Settled) -> int:
    """Return how much the file had to say of these texts."""
    return len(settled.used) + len(settled.overruled) + len(settled.diagnostics)
