"""What all tests share: golden files, the optional corpus, and a fixed environment."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from tests.shared import CORPUS, GAZETTES, GOLDEN

Golden = Callable[[str, str | bytes], None]
_CORPUS_FIXTURES = {"shared_corpus", "shared_gazettes"}

# The same examples on every run: a failure that comes and goes helps nobody.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60)
hypothesis.settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write tests/golden anew from what the code does now; look at the difference in git",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that reads the corpus, so that ``-m 'not corpus'`` leaves them out."""
    for item in items:
        if _CORPUS_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.corpus)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own settings out of what the tests see."""
    for name in (
        "GAZETTE_DIFF_LANG",
        "GAZETTE_DIFF_LIBRARY",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "PAGER",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return ``check(name, actual)``: compares *actual* with the file tests/golden/*name*.

    With ``--update-golden`` the file is written instead.
    """
    update = bool(request.config.getoption("--update-golden"))

    def check(name: str, actual: str | bytes) -> None:
        path = GOLDEN / name
        data = actual.encode() if isinstance(actual, str) else actual
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            return
        assert path.exists(), f"no golden file {name}; run pytest --update-golden"
        if path.read_bytes() != data:
            pytest.fail(f"{name} differs from its golden file\n{_difference(path, data)}")

    return check


def _difference(path: Path, data: bytes) -> str:
    old, new = (b.decode(errors="replace").splitlines() for b in (path.read_bytes(), data))
    lines = list(difflib.unified_diff(old, new, "golden", "actual", lineterm="", n=1))
    return "\n".join(line[:300] for line in lines[:60])


@pytest.fixture(scope="session")
def shared_corpus() -> Path:
    """Return the folder of real regulations, or skip: it is no part of the repository."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real regulations (../shared/corpus) is not at hand")
    return CORPUS


@pytest.fixture(scope="session")
def shared_gazettes() -> Path:
    """Return the folder of real gazettes, or skip: it is no part of the repository."""
    if not GAZETTES.is_dir():
        pytest.skip("the real gazettes (../shared/gazettes) are not at hand")
    return GAZETTES
