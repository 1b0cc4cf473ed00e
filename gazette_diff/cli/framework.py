"""Commands and options whose help speaks both languages."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gazette_diff.cli.help import ARGUMENTS, OPTIONS, Example, HelpPage, render_help
from gazette_diff.core.errors import GazetteDiffError
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from datetime import date

    from gazette_diff.cli.settings import Settings

_MOST_COLUMNS = 100
#: What a name begins with that picks a document of standard input: ``-#…`` as it is passed on.
STDIN_DOCUMENT = "<stdin>"
_F = TypeVar("_F", bound=Callable[..., Any])


class MisuseError(GazetteDiffError):
    """Arguments that make no sense together."""


class Option(click.Option):
    """An option with its help in both languages."""

    def __init__(self, *declarations: Any, wording: Bilingual, **attributes: Any) -> None:
        """Take what :class:`click.Option` takes, and the *wording* of the help."""
        self.wording = wording
        super().__init__(*declarations, **attributes)

    @property
    def term(self) -> str:
        """The option as the help lists it: ``-o, --output FILE``."""
        names = ", ".join(sorted(self.opts, key=len))
        if self.secondary_opts:
            names += " / " + ", ".join(self.secondary_opts)
        if self.is_flag:
            return names
        if isinstance(self.type, click.Choice):
            return f"{names} {'|'.join(map(str, self.type.choices))}"
        return f"{names} {self.metavar or self.type.name.upper()}"


def option(*declarations: str, help: Bilingual, **attributes: Any) -> Callable[[_F], _F]:  # noqa: A002
    """Decorate a command with an :class:`Option`."""
    return click.option(*declarations, cls=Option, wording=help, **attributes)


def output_option() -> Callable[[_F], _F]:
    """Decorate a command with ``-o``."""
    return option(
        "-o",
        "--output",
        help=Bilingual("写入文件（- 为标准输出）", "Write to a file (- is standard output)"),
        metavar="FILE",
        type=click.Path(),
    )


def window_options(command: _F) -> _F:
    """Decorate a command with ``--pager`` and ``--color``."""
    pager = option(
        "--pager/--no-pager",
        help=Bilingual(
            "是否分页（默认在终端里超出一屏时分页）",
            "Whether to page the output (default: if it is longer than the window)",
        ),
        default=None,
    )
    color = option(
        "--color",
        help=Bilingual("是否用颜色（默认 auto）", "Whether to use colours (default: auto)"),
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
    )
    return pager(color(command))


class Command(click.Command):
    """A subcommand: its help in both languages, its examples, and the options all have."""

    def __init__(
        self,
        *args: Any,
        about: Bilingual,
        arguments: tuple[tuple[str, Bilingual], ...] = (),
        examples: tuple[Example, ...] = (),
        **attributes: Any,
    ) -> None:
        """Take what :class:`click.Command` takes, and what the help says."""
        super().__init__(*args, **attributes)
        self.about = about
        self.arguments = arguments
        self.examples = examples
        self.params += common_options()

    def get_help(self, ctx: click.Context) -> str:
        """Return the help in the language of the run."""
        names = " ".join(name for name, _ in self.arguments)
        return show_help(
            ctx,
            HelpPage(
                usage=f"{ctx.command_path} {names}".rstrip() + " [OPTIONS]",
                about=self.about,
                sections=((ARGUMENTS, self.arguments), (OPTIONS, option_rows(self))),
                examples=self.examples,
            ),
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse *args*; say in both languages what is too much.

        Raises:
            MisuseError: there are more arguments than the command takes.
        """
        ctx.allow_extra_args = True
        # -#工作规则 is a document on standard input, and to click it would be an option.
        args = [STDIN_DOCUMENT + a[1:] if a.startswith(("-#", "-＃")) else a for a in args]
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise MisuseError(
                Bilingual("多余的参数：{rest}", "too many arguments: {rest}").fill(
                    rest=" ".join(rest)
                ),
                mend=see_help(ctx),
            )
        return rest


def show_help(ctx: click.Context, page: HelpPage) -> str:
    """Return *page* for the language and the window of the run."""
    return render_help(page, settings_of(ctx).language, min(window_width(), _MOST_COLUMNS))


def window_width() -> int:
    """Return how many columns the window has, 80 where there is none."""
    # As shutil.get_terminal_size does, whose import would cost more than the answer.
    try:
        return int(os.environ.get("COLUMNS", "")) or 80
    except ValueError:
        pass
    try:
        return os.get_terminal_size().columns or 80
    except OSError:
        return 80


def see_help(ctx: click.Context) -> Bilingual:
    """Return the advice to read the help of the command."""
    return Bilingual("用法见 {command} --help", "see {command} --help").fill(
        command=ctx.command_path
    )


def settings_of(ctx: click.Context) -> Settings:
    """Return the settings of the run."""
    settings: Settings = ctx.obj
    return settings


def option_rows(command: click.Command) -> tuple[tuple[str, Bilingual], ...]:
    """Return the options of *command* as the help lists them, ``--help`` last."""
    rows = [(p.term, p.wording) for p in command.params if isinstance(p, Option) and not p.hidden]
    return (*rows, ("-h, --help", Bilingual("显示本帮助", "Show this help")))


def common_options() -> list[click.Parameter]:
    """Return the options that may stand before and after the name of a subcommand."""
    return [
        Option(
            ["--lang"],
            wording=Bilingual(
                "消息的语言（默认依区域设置；报告默认中文）",
                "Language of messages (default: that of the locale; reports: Chinese)",
            ),
            type=click.Choice(["zh", "en"]),
            expose_value=False,
        ),
        Option(
            ["--library"],
            wording=Bilingual(
                "法规库的文件夹（默认 ./rules，否则用随附的示例库）",
                "Folder of the library (default: ./rules, else the sample library)",
            ),
            metavar="DIR",
            type=click.Path(),
            expose_value=False,
            callback=_keep_library,
        ),
        Option(
            ["--as-of"],
            wording=Bilingual(
                "以这一天施行的法规为准，如 2021-03-01（默认今天；文件不受影响）",
                "Take the law as in force on this day, such as 2021-03-01 (default: today; "
                "files are as they are)",
            ),
            metavar="DAY",
            expose_value=False,
            callback=_keep_day,
        ),
        Option(
            ["--debug"],
            wording=Bilingual("出错时显示技术细节", "Show technical details of an error"),
            is_flag=True,
            expose_value=False,
        ),
    ]


def read_day(value: str, option: str) -> date:
    """Read the *value* of *option* as a day.

    Raises:
        MisuseError: it is none.
    """
    from datetime import date

    try:
        return date.fromisoformat(value)
    except ValueError:
        raise MisuseError(
            Bilingual("“{v}”不是日期", "“{v}” is no day").fill(v=value),
            where=option,
            mend=Bilingual("日期写作 2021-03-01", "a day is written 2021-03-01"),
        ) from None


def _keep_day(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None and ctx.obj is not None:
        ctx.obj = settings_of(ctx)._replace(as_of=read_day(value, "--as-of"))


def _keep_library(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None and ctx.obj is not None:
        ctx.obj = settings_of(ctx)._replace(library=value)
