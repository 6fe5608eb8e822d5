"""`dcsgen serve` as a process: the address on standard output, looks on standard error, Ctrl-C as a clean end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from dcsgen.base.finding import Finding, Severity
from dcsgen.builtin.command.serve import _told
from dcsgen.cli.main import main

SOURCE = Path(__file__).parents[2] / "src"
DESCRIPTION = """\
dcsgen: 1
product: {name: PLAN ARCHIVE, vendor: Example Medical Ltd, version: "1.0"}
document: {identifier: EXM-DCS-1, revision: "1", date: 2024-01-31}
application_entities: {PLAN_ARCHIVE: {function: Does nothing.}}
services: {}
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send")
def test_ctrl_c_is_a_clean_end(tmp_path: Path) -> None:
    (tmp_path / "product.yaml").write_text(DESCRIPTION)
    words = [sys.executable, "-m", "dcsgen", "serve", "product.yaml", "--no-plugins"]
    with subprocess.Popen(
        words,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Tests that run in the background have the signal ignored, and a child would keep it so.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            with urllib.request.urlopen(f"{url}document", timeout=20) as response:
                assert b"PLAN ARCHIVE" in response.read()
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=20)
        finally:
            process.kill()
    assert process.returncode == 0
    assert out == ""
    assert "built in" in err
    assert "Traceback" not in err
    assert [file.name for file in tmp_path.iterdir()] == ["product.yaml"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--port", "0"), 'argument --port: "0" is no port; write a number from 1 to 65535'),
        (("--port", "65536"), "is no port"),
        (("--port", "-1"), "is no port"),
        (("--layout", "tr6226"), 'There is no layout "tr6226": did you mean "tr62266"?'),
        (("--config", "a.toml", "--no-config"), "contradict each other"),
    ],
)
def test_wrong_words(words: tuple[str, ...], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "product.yaml").write_text(DESCRIPTION)
    assert main(["serve", str(tmp_path / "product.yaml"), "--no-plugins", *words]) == 2
    assert sentence in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(tmp_path / "none.yaml"), "--no-plugins"]) == 3
    assert "there is no file" in capsys.readouterr().err


def test_a_look_is_one_line() -> None:
    from dcsgen.api import Shown

    findings = tuple(
        Finding(code="S1", slug="s", severity=severity, message="m")
        for severity in (Severity.WARNING, Severity.ERROR, Severity.WARNING)
    )
    line = _told(Shown(number=1, page=None, current=False, findings=findings, trouble="It\nis\x1b broken."))
    assert line[8:] == " not built, 1 error, 2 warnings, It␊is␛ broken.\n"
    assert _told(Shown(number=1, page=b"", current=True, seconds=0.254))[8:] == " built in 0.25 s\n"
