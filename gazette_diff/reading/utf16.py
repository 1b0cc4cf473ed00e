"""UTF-16 without the mark that should begin it, as some programs write it."""

from __future__ import annotations

_SAMPLE = 4096
# Nearly all of a Chinese text are ideographs, full-width marks and ASCII.
_EXPECTED_SHARE = 0.95


def unmarked_utf16(data: bytes) -> str | None:
    """Return ``utf-16-le`` or ``utf-16-be`` if *data* is Chinese text in it, else None.

    Only there do the line ends of a text come with NUL bytes.
    """
    head = data[: min(_SAMPLE, len(data) // 2 * 2)]
    if b"\x00" not in head:
        return None
    shares = {name: _share_expected(head, name) for name in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _EXPECTED_SHARE else None


def _share_expected(head: bytes, encoding: str) -> float:
    text = head.decode(encoding, errors="replace")
    expected = sum(_is_expected(c) for c in text)
    return expected / len(text) if text else 0.0


def _is_expected(c: str) -> bool:
    return (
        " " <= c <= "~" or c in "\t\r\n" or "\u2010" <= c <= "\u303f" or "\u4e00" <= c <= "\uffef"
    ) and not "\ud800" <= c <= "\uf8ff"
