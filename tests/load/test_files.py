"""Files that are missing, forbidden, folders, devices or far too large are refused in one sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.finding import Finding, Place
from dcsgen.load.files import read_bytes_of
from dcsgen.load.limits import Limits


def refusal(path: Path, **limits: int) -> Finding:
    with pytest.raises(UnreadableInputError) as caught:
        read_bytes_of(path, "plan.yaml", Limits(**limits))
    finding = caught.value.finding
    assert finding is not None
    assert finding.place == Place("plan.yaml", 1, 1)
    assert str(caught.value).startswith(finding.message)
    return finding


def test_reads_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: \xff\r\n")
    assert read_bytes_of(path, "plan.yaml", Limits()) == b"a: \xff\r\n"


def test_missing(tmp_path: Path) -> None:
    (tmp_path / "plann.yaml").touch()
    finding = refusal(tmp_path / "plan.yaml")
    assert (finding.code, finding.slug) == ("L001", "file-not-found")
    assert finding.hint == "did you mean `plann.yaml`?"


def test_missing_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in ("none", "file"):
        finding = refusal(tmp_path / folder / "plan.yaml")
        assert finding.code == "L001"
        assert "folder" in finding.hint


def test_folder(tmp_path: Path) -> None:
    finding = refusal(tmp_path)
    assert (finding.code, finding.slug) == ("L002", "not-a-file")


def test_name_that_no_file_can_have() -> None:
    assert refusal(Path("a\0b")).code in ("L001", "L002")
    assert refusal(Path("x" * 5000)).code == "L002"


def test_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refusal(tmp_path / "loop").code == "L002"


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "plan.yaml").touch()
    monkeypatch.setattr(Path, "open", forbidden)
    finding = refusal(tmp_path / "plan.yaml")
    assert (finding.code, finding.slug) == ("L003", "no-permission")


def test_100_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.touch()
    os.truncate(path, 100_000_000)
    finding = refusal(path)
    assert (finding.code, finding.slug) == ("L004", "file-too-large")
    assert "16,777,216" in finding.message


def test_size_is_exact(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"x" * 100)
    assert len(read_bytes_of(path, "plan.yaml", Limits(size=100))) == 100
    assert refusal(path, size=99).code == "L004"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero here")
def test_endless_device() -> None:
    assert refusal(Path("/dev/zero"), size=1000).code == "L004"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # Open for both, so that neither end waits for the other.
    end = os.open(pipe, os.O_RDWR)
    try:
        os.write(end, b"x" * 101)
        assert refusal(pipe, size=100).code == "L004"
    finally:
        os.close(end)
