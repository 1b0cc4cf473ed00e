"""LibreOffice, started for the tests of this folder with one profile."""

from __future__ import annotations

import pytest

from tests.support.libreoffice import LibreOffice


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """Return LibreOffice; a test that needs it is marked so."""
    return LibreOffice(tmp_path_factory.mktemp("libreoffice") / "profile")
