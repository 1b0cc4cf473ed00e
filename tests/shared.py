"""Where the tests find things: the repository, and the real regulations beside it, if any."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
CASES = ROOT / "tests" / "cases"
#: Real regulations and gazettes; no part of the repository, so tests that read them may skip.
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus"
GAZETTES = SHARED / "gazettes"


def corpus_pairs() -> list[tuple[Path, Path]]:
    """Return the two versions, old and new, of every pair in the corpus; nothing without it."""
    folders = sorted((CORPUS / "pairs").glob("*/"))
    versions = [sorted(folder.glob("*.md")) for folder in folders]
    return [(files[0], files[-1]) for files in versions if len(files) > 1]


def corpus_singles() -> list[Path]:
    """Return the files of all single regulations in the corpus; nothing without it."""
    return sorted((CORPUS / "single").glob("*.md"))
