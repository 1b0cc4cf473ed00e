"""LibreOffice, for the tests that look at a file as another word processor does."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Resolve(source, accepted, rejected)
  Keep(source, accepted, "Accept")
  Keep(source, rejected, "Reject")
  StarDesktop.terminate()
End Sub

Sub Keep(source, target, choice)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  frame = document.CurrentController.Frame
  helper.executeDispatch(frame, ".uno:" &amp; choice &amp; "AllTrackedChanges", "", 0, Array())
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8,LF"
  document.storeToURL(ConvertToURL(target), plain())
  document.close(True)
End Sub
</script:module>
"""


class LibreOffice:
    """LibreOffice with a profile of its own, which holds the macro of the tests."""

    def __init__(self, profile: Path) -> None:
        """Make the *profile*, a folder that does not exist yet."""
        self._profile = profile
        self._run("--terminate_after_init")
        folder = profile / "user" / "basic"
        (folder / "Standard").mkdir(parents=True, exist_ok=True)
        (folder / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
        (folder / "Standard" / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
        (folder / "Standard" / "Module1.xba").write_text(_MODULE, encoding="utf-8")

    def to_pdf(self, file: Path) -> Path:
        """Convert *file* to a PDF beside it."""
        self._run("--convert-to", "pdf", "--outdir", str(file.parent), str(file))
        return file.with_suffix(".pdf")

    def accepted_and_rejected(self, file: Path) -> tuple[list[str], list[str]]:
        """Return the paragraphs of *file* with all changes accepted, and with all rejected."""
        targets = [file.with_suffix(".accepted.txt"), file.with_suffix(".rejected.txt")]
        names = ",".join(f'"{name}"' for name in (file, *targets))
        self._run(f"macro:///Standard.Module1.Resolve({names})")
        texts = [target.read_text(encoding="utf-8-sig") for target in targets]
        accepted, rejected = (text.rstrip("\n").split("\n") for text in texts)
        return accepted, rejected

    def _run(self, *arguments: str) -> None:
        assert SOFFICE is not None
        profile = f"-env:UserInstallation={self._profile.as_uri()}"
        command = [SOFFICE, profile, "--headless", "--norestore", *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
