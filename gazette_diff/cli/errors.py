"""Whatever goes wrong becomes one line on standard error and an exit code."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any

import click

from gazette_diff.cli.framework import MisuseError, see_help
from gazette_diff.core.errors import GazetteDiffError
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.core.language import Language

TROUBLE = 2

_SYSTEM = {
    errno.ENOENT: Bilingual("没有这个文件或文件夹", "no such file or folder"),
    errno.EACCES: Bilingual("没有权限", "permission denied"),
    errno.EPERM: Bilingual("没有权限", "permission denied"),
    errno.EISDIR: Bilingual("是文件夹，不是文件", "is a folder, not a file"),
    errno.ENOTDIR: Bilingual("不是文件夹", "not a folder"),
    errno.ENOSPC: Bilingual("磁盘已满", "no space left on the disk"),
    errno.EROFS: Bilingual("磁盘只读", "the disk is read-only"),
    errno.EFBIG: Bilingual("文件太大", "file too large"),
    errno.EDQUOT: Bilingual("超出磁盘配额", "disk quota exceeded"),
    errno.EIO: Bilingual("读写出错（设备故障）", "input/output error of the device"),
    errno.EBUSY: Bilingual("文件正被占用", "the file is in use"),
    errno.ETXTBSY: Bilingual("文件正被占用", "the file is in use"),
    errno.EEXIST: Bilingual("文件已存在", "the file exists already"),
    errno.ELOOP: Bilingual("符号链接循环", "too many symbolic links"),
    errno.EMFILE: Bilingual("打开的文件太多", "too many open files"),
    errno.ENFILE: Bilingual("打开的文件太多", "too many open files"),
    errno.ENOMEM: Bilingual("内存不足", "out of memory"),
    errno.EINVAL: Bilingual("系统不接受这个文件名或操作", "the system does not take this name"),
    errno.EBADF: Bilingual("文件已关闭", "the file is closed"),
    errno.ENXIO: Bilingual("没有这个设备", "no such device"),
    errno.ESTALE: Bilingual("网络文件已失效", "the network file is stale"),
    errno.ETIMEDOUT: Bilingual("超时", "timed out"),
    errno.ENAMETOOLONG: Bilingual("文件名太长", "the name is too long"),
}


def explain(error: Exception) -> GazetteDiffError:
    """Return *error* as one that can be told to the user in either language."""
    if isinstance(error, GazetteDiffError):
        return error
    if isinstance(error, click.UsageError):
        return _usage(error)
    if isinstance(error, OSError):
        other = Bilingual("系统错误：{e}", "system error: {e}").fill(e=error.strerror or error)
        what = _SYSTEM.get(error.errno or 0, other)
        return GazetteDiffError(what, where=str(error.filename or ""))
    return GazetteDiffError(
        Bilingual("程序内部错误：{kind}：{e}", "internal error: {kind}: {e}").fill(
            kind=type(error).__name__, e=error
        ),
        mend=Bilingual(
            "加 --debug 重试可看到细节，请将其报告给开发者",
            "run again with --debug for the details, and please report them",
        ),
    )


def error_line(error: GazetteDiffError, language: Language) -> str:
    """Return the one line that tells *error*."""
    return f"gazette-diff: {error.in_(language)}"


def _usage(error: click.UsageError) -> GazetteDiffError:
    mend = see_help(error.ctx) if error.ctx else None
    return MisuseError(_usage_wording(error), mend=mend)


def _usage_wording(error: click.UsageError) -> Bilingual:
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            what = Bilingual("没有选项 {name}", "no such option: {name}").fill(name=name)
            return _did_you_mean(what, near or [])
        case click.MissingParameter(param=click.Parameter() as param):
            return Bilingual("缺少 {name}", "missing {name}").fill(name=_name(param))
        case click.BadParameter(param=click.Parameter() as param):
            return Bilingual(
                "{name} 的值无效：应为 {kind}", "invalid {name}: should be {kind}"
            ).fill(name=_name(param), kind=_kind(param.type))
        case click.BadOptionUsage(option_name=name):
            # Only its English words tell which of the two it is.
            if "not take a value" in error.message:
                what = Bilingual("选项 {name} 不带值", "option {name} takes no value")
            else:
                what = Bilingual("选项 {name} 需要一个值", "option {name} needs a value")
            return what.fill(name=name)
        case _:
            text = error.format_message()
            return Bilingual("命令用法有误：{text}", "{text}").fill(text=text)


def _did_you_mean(what: Bilingual, near: list[str]) -> Bilingual:
    if not near:
        return what
    names = ", ".join(near)
    return Bilingual(f"{what.zh}（是否指 {names}）", f"{what.en} (did you mean {names}?)")


def _name(param: click.Parameter) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name


def _kind(kind: click.ParamType[Any]) -> str:
    match kind:
        case click.Choice(choices=choices):
            return "|".join(map(str, choices))
        case click.IntRange(min=low, max=high) | click.FloatRange(min=low, max=high):
            return f"{'' if low is None else low}…{'' if high is None else high}"
        case _:
            return kind.name
