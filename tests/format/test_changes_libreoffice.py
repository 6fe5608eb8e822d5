"""A Word file with change marks in a word processor: all can be accepted, or rejected."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

import pytest
from changed_example import built

from dcsgen import api

pytestmark = pytest.mark.slow

OFFICE = shutil.which("libreoffice") or shutil.which("soffice")

_DOCTYPE = '<!DOCTYPE {0}:{1} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{1}.dtd">'
_LIBRARY = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
_MACRO = """\
Sub Work
{calls}
End Sub
Sub Save(source, command, target)
  Dim nothings()
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden": hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:" + command, "", 0, nothings())
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName": saved(0).Value = "Text"
  doc.storeToURL(target, saved())
  doc.close(True)
End Sub
"""


def texts_after(works: Sequence[tuple[str, Path]], folder: Path) -> list[list[str]]:
    """The lines of documents, each after a command of the word processor, which is started once for all."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer-nogui")
    profile = folder / "profile"
    targets = [folder / f"{number}.txt" for number in range(len(works))]
    basic = profile / "user" / "basic"
    line = [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    # A new profile gets an empty library, which would take the place of the one with the macro.
    subprocess.run([*line, "--terminate_after_init"], check=False, capture_output=True, timeout=180)
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    start = '<?xml version="1.0" encoding="UTF-8"?>'
    (basic / "script.xlc").write_text(
        f"{start}{_DOCTYPE.format('library', 'libraries')}<library:libraries {_LIBRARY.split(' ')[0]} "
        'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
        'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>'
    )
    (basic / "Standard" / "script.xlb").write_text(
        f'{start}{_DOCTYPE.format("library", "library")}<library:library {_LIBRARY} library:readonly="false" '
        'library:passwordprotected="false"><library:element library:name="Module1"/></library:library>'
    )
    calls = [
        f'  Save("{source.as_uri()}", "{command}", "{target.as_uri()}")'
        for (command, source), target in zip(works, targets, strict=True)
    ]
    macro = _MACRO.format(calls="\n".join(calls)).replace('"', "&quot;")
    (basic / "Standard" / "Module1.xba").write_text(
        f'{start}{_DOCTYPE.format("script", "module")}<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="Module1" script:language="StarBasic">{macro}</script:module>'
    )
    subprocess.run([*line, "macro:///Standard.Module1.Work"], check=False, capture_output=True, timeout=180)
    return [[each for each in target.read_text("utf-8-sig").splitlines() if each.strip()] for target in targets]


def test_all_can_be_accepted_and_rejected(root: Path, tmp_path: Path) -> None:
    (marked,) = built(root, tmp_path, "docx")
    old, new = (tmp_path / side / "archive" / "archive.yaml" for side in ("old", "new"))
    host = api.open_host(folders=[root / "plugins"])
    plain = [
        api.build(file, out=tmp_path / f"plain-{file.parents[1].name}", formats=["docx"], layout="tr62266", host=host)
        for file in (old, new)
    ]
    accept, reject = "AcceptAllTrackedChanges", "RejectAllTrackedChanges"
    works = [*((accept, each.paths[0]) for each in plain), (accept, marked), (reject, marked)]
    before, after, accepted, rejected = texts_after(works, tmp_path)
    assert before != after
    lost, drafted = differing(after, accepted)
    assert lost == []
    # The drafted entry of the history is a row, which the new description does not have.
    assert drafted[0] == "1.3"
    assert any(line.startswith("Draft:") for line in drafted)
    assert len(drafted) <= 4
    # Numbers are those of the new document.
    lost, kept = differing(body(before), body(rejected))
    assert lost == []
    # A cell over several rows whose first row comes back stands in that row once more.
    assert set(kept) <= set(body(before))


def body(lines: list[str]) -> list[str]:
    """The text behind the contents, without computed numbers."""
    begin = max(index for index, line in enumerate(lines) if line.endswith("Scope and Field of Application"))
    words = (
        re.sub(r"\b(Table|Figure) A-[0-9]+|\bsection A[.0-9]*|^A[.0-9]* ?|^[0-9]+\.[0-9.]+ ", "#", line)
        for line in lines[begin:]
    )
    return [word for word in words if word.strip("# ")]


def differing(expected: list[str], found: list[str]) -> tuple[list[str], list[str]]:
    """The lines that are missing, and those that should not be there."""
    lines = list(unified_diff(expected, found, lineterm="", n=0))[2:]
    return [line[1:] for line in lines if line[0] == "-"], [line[1:] for line in lines if line[0] == "+"]
