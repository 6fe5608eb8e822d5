"""The workbook in LibreOffice: it opens, and every sheet has the rows that were written."""

from __future__ import annotations

import csv
import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from differences import bytes_in, everything, judged_at_site

pytestmark = pytest.mark.slow

OFFICE = shutil.which("libreoffice") or shutil.which("soffice")

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Comma and quotes, UTF-8, cells as they are shown, all sheets."""


def test_libreoffice_opens_all_sheets(tmp_path: Path) -> None:
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc-nogui")
    difference = judged_at_site(tmp_path)
    (tmp_path / "report.xlsx").write_bytes(bytes_in("xlsx", difference))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", EVERY_SHEET, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "report.xlsx")], check=True, capture_output=True, timeout=180)
    sheets = {
        file.stem.removeprefix("report-"): list(csv.reader(StringIO(file.read_text("utf-8"), newline="")))
        for file in tmp_path.glob("report-*.csv")
    }
    assert {"Differences", "Summary", "Whom it hurts", "Site", "Not stated"} == set(sheets)
    messages = [one.message for _, one in everything(difference.changes)]
    assert all(any(message in row for row in sheets["Differences"]) for message in messages)
    assert [row[0] for row in sheets["Site"]][:2] == ["Peer", "Scanner"]
    assert {row[0] for row in sheets["Not stated"]} == {"Not stated by", "PRODUCT 1.1"}
