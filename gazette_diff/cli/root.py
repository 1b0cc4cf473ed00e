"""The command itself: its subcommands, loaded when they are called, and how a run ends."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import click

from gazette_diff import __version__
from gazette_diff.cli.framework import (
    MisuseError,
    Option,
    common_options,
    option_rows,
    see_help,
    show_help,
)
from gazette_diff.cli.help import COMMANDS, OPTIONS, Example, HelpPage
from gazette_diff.cli.settings import read_settings
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.cli.settings import Settings

INTERRUPTED = 130
NAME = "gazette-diff"


class Subcommand(NamedTuple):
    """Where a subcommand stands and what it does, told without loading it."""

    module: str
    about: Bilingual


SUBCOMMANDS = {
    "parse": Subcommand(
        "gazette_diff.cli.parse",
        Bilingual(
            "读取公报或法规，识别章、条、款、项", "Read a gazette or regulation into its articles"
        ),
    ),
    "diff": Subcommand(
        "gazette_diff.cli.diff",
        Bilingual("逐条比较两个版本", "Compare two versions article by article"),
    ),
    "cite": Subcommand(
        "gazette_diff.cli.cite",
        Bilingual(
            "引用条文：原文、位置和规范的引文", "Cite a provision: its words, place and citation"
        ),
    ),
    "refs": Subcommand(
        "gazette_diff.cli.refs",
        Bilingual(
            "列出并核对引用：指向哪里，修订之后是否仍对",
            "List and check references: where they point, and still do after a revision",
        ),
    ),
    "check": Subcommand(
        "gazette_diff.cli.check",
        Bilingual(
            "检查法规：编号、标点、引用、疑似错字", "Check regulations: numbers, marks, references"
        ),
    ),
    "list": Subcommand(
        "gazette_diff.cli.listing",
        Bilingual("列出法规库中的法规及其版本", "List the regulations of the library"),
    ),
    "init": Subcommand(
        "gazette_diff.cli.init", Bilingual("新建法规库", "Begin a library of regulations")
    ),
    "add": Subcommand(
        "gazette_diff.cli.add",
        Bilingual("把公报、法规收入法规库", "Take regulations into the library"),
    ),
    "show": Subcommand(
        "gazette_diff.cli.show",
        Bilingual("显示法规库中的一个版本", "Show a version of a regulation of the library"),
    ),
    "log": Subcommand(
        "gazette_diff.cli.log",
        Bilingual(
            "一部法规的各个版本、一条的来历", "The versions of a regulation, the life of an article"
        ),
    ),
    "blame": Subcommand(
        "gazette_diff.cli.blame",
        Bilingual("每条每款的文字出自哪个版本", "Which version wrote each article and paragraph"),
    ),
    "verify": Subcommand(
        "gazette_diff.cli.verify",
        Bilingual("检查法规库有无问题", "Check that the library is sound"),
    ),
    "remove": Subcommand(
        "gazette_diff.cli.remove",
        Bilingual("把一个版本移出法规库", "Take a version out of the library"),
    ),
    "completion": Subcommand(
        "gazette_diff.cli.completion",
        Bilingual("为命令行安装自动补全", "Set up completion in the shell"),
    ),
}

ABOUT = Bilingual(
    "比较、报告和引用中国的法规，逐条进行，完全离线。",
    "Compare, report and cite numbered Chinese regulations, article by article, offline.",
)
EXAMPLES = (
    Example(
        "gazette-diff parse 公报.txt --list", Bilingual("公报里有哪些法规", "What a gazette holds")
    ),
    Example(
        "gazette-diff diff 旧.txt 新.txt",
        Bilingual("两个版本有哪些不同", "What differs between two versions"),
    ),
    Example(
        "gazette-diff diff 旧.txt 新.txt -o 修订对照.html",
        Bilingual("写成网页报告", "The same as an HTML report"),
    ),
    Example("gazette-diff cite 工作规则 44", Bilingual("引用第四十四条", "Cite article 44")),
)
CLOSING = Bilingual(
    "各命令的用法：gazette-diff 命令 --help", "For a command: gazette-diff COMMAND --help"
)


class Root(click.Group):
    """The command with its subcommands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the subcommands."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the subcommand *cmd_name*; None if there is none."""
        if cmd_name not in SUBCOMMANDS:
            return None
        module = importlib.import_module(SUBCOMMANDS[cmd_name].module)
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the subcommand that *args* begin with.

        Raises:
            MisuseError: there is no such command.
        """
        if args[0] not in SUBCOMMANDS and not ctx.resilient_parsing:
            what = Bilingual("没有命令 {name}", "no such command: {name}").fill(name=args[0])
            raise MisuseError(what, mend=see_help(ctx))
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """Return the help in the language of the run; no subcommand is loaded."""
        commands = tuple((name, command.about) for name, command in SUBCOMMANDS.items())
        page = HelpPage(
            usage=f"{NAME} [OPTIONS] COMMAND …",
            about=ABOUT,
            sections=((COMMANDS, commands), (OPTIONS, option_rows(self))),
            examples=EXAMPLES,
            closing=CLOSING,
        )
        return show_help(ctx, page)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Run the command and end the process with its exit code.

        Trouble is one line on standard error and exit code 2; Ctrl-C and a pipe that is
        closed early are quiet.
        """
        del standalone_mode  # the ends of a run are ours either way
        arguments = list(sys.argv[1:] if args is None else args)
        _accept_all_characters()
        extra.setdefault("obj", read_settings(arguments, os.environ))
        try:
            result = super().main(
                args, prog_name or NAME, complete_var, standalone_mode=False, **extra
            )
            code = result if isinstance(result, int) else 0
        except (click.Abort, KeyboardInterrupt):
            code = INTERRUPTED
        except Exception as error:  # noqa: BLE001 - the last line of defence
            code = _tell(error, extra["obj"])
        sys.exit(code)


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"{NAME} {__version__}")
        ctx.exit()


def _tell(error: Exception, settings: Settings) -> int:
    """Say what went wrong and return the exit code."""
    # Loaded here: a run that goes well has no need of it.
    from gazette_diff.cli.errors import error_line, explain

    if settings.debug:
        import traceback

        click.echo("".join(traceback.format_exception(error)), err=True, nl=False)
    trouble = explain(error)
    with contextlib.suppress(OSError):
        click.echo(error_line(trouble, settings.language), err=True)
    return trouble.exit_code


def _accept_all_characters() -> None:
    """Let a terminal that cannot show a character show ``?`` rather than break the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@click.pass_context
def _without_command(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


root = Root(
    NAME,
    callback=_without_command,
    invoke_without_command=True,
    params=[
        *common_options(),
        Option(
            ["--version"],
            wording=Bilingual("显示版本", "Show the version"),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
        ),
    ],
    context_settings={"help_option_names": ["-h", "--help"]},
)
