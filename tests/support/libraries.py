"""Small libraries for tests: regulations that are nothing but what their versions are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from gazette_diff.akn import to_akn
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import Level, Metadata, Provision, Regulation, Replaced


def day(text: str | None) -> date | None:
    """Read an ISO day; None stays None."""
    return None if text is None else date.fromisoformat(text)


def about(
    title: str,
    signed: str | None = None,
    *,
    published: str | None = None,
    amended: Iterable[str] = (),
    in_force: str | None = None,
    repealed: str | None = None,
    replaces: Iterable[tuple[str, str | None]] = (),
    issuer: Iterable[str] = (),
) -> Metadata:
    """Return metadata from days as text."""
    return Metadata(
        title=title,
        issuer=tuple(issuer),
        signed=day(signed),
        published=day(published),
        amended=tuple(date.fromisoformat(text) for text in amended),
        in_force=day(in_force),
        repealed=day(repealed),
        replaces=tuple(Replaced(name, day(text)) for name, text in replaces),
    )


def with_text(metadata: Metadata, *articles: str) -> Regulation:
    """Return a regulation with *articles*, one paragraph each."""
    body = tuple(
        Provision(
            level=Level.ARTICLE,
            ordinal=Ordinal(number),
            label=f"第{Ordinal(number).chinese}条",
            children=(Provision(level=Level.PARAGRAPH, ordinal=Ordinal(1), text=text),),
        )
        for number, text in enumerate(articles or ("甲。",), 1)
    )
    return Regulation(metadata=metadata, body=body)


def lay_out(folder: Path, files: Mapping[str, Metadata | Regulation | str]) -> Path:
    """Write *files* into *folder* by path; a text as it is, all else as Akoma Ntoso."""
    for path, content in files.items():
        at = folder / path
        at.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            at.write_text(content, encoding="utf-8")
            continue
        text = with_text(content) if isinstance(content, Metadata) else content
        at.write_bytes(to_akn(text, generated_on=date(2024, 1, 1)))
    return folder
