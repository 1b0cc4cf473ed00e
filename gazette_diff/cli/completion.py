"""``gazette-diff completion``: the script that makes a shell complete the command."""

from __future__ import annotations

import click

from gazette_diff.cli.framework import Command
from gazette_diff.cli.help import Example
from gazette_diff.core.language import Bilingual

_INSTALL = {
    "bash": "gazette-diff completion bash >> ~/.bashrc",
    "zsh": "gazette-diff completion zsh >> ~/.zshrc",
    "fish": "gazette-diff completion fish > ~/.config/fish/completions/gazette-diff.fish",
}


@click.command(
    "completion",
    cls=Command,
    about=Bilingual(
        "输出自动补全脚本。装好后重新打开终端，按 Tab 键即可补全命令、选项、文件和法规名称。",
        "Print the script for completion. Once installed, open a new terminal; the Tab key then "
        "completes commands, options, files and the names of regulations.",
    ),
    arguments=(("SHELL", Bilingual("bash、zsh 或 fish", "bash, zsh or fish")),),
    examples=tuple(
        Example(line, Bilingual(f"为 {shell} 安装", f"Install for {shell}"))
        for shell, line in _INSTALL.items()
    ),
)
@click.argument("shell", type=click.Choice(list(_INSTALL)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of click for *shell*, with how to install it at its end."""
    from click.shell_completion import ShellComplete, get_completion_class

    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover - the choices above are those of click
        message = f"click knows no {shell}"
        raise LookupError(message)
    program = ctx.find_root().info_name or "gazette-diff"
    script = kind(ctx.find_root().command, {}, program, "_GAZETTE_DIFF_COMPLETE")
    # Not script.source(): for bash that starts a bash to ask for its version.
    click.echo(ShellComplete.source(script))
    # At the end, for the first line of the zsh script has a meaning.
    click.echo(f"# {_INSTALL[shell]}")
