"""Files of a git revision: those of the folder, without a checkout; whatever a name is, it is no option."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from dcsgen.base.errors import DcsgenError, UnreadableInputError, UsageError
from dcsgen.load.git import committed


def git(folder: Path, *words: str) -> None:
    author = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    committer = {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    environment = {**os.environ, **author, **committer, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / "product ä" / "parts").mkdir(parents=True)
    (folder / "product ä" / "product.yaml").write_text("first")
    (folder / "product ä" / "parts" / "more.yaml").write_text("more\nlines")
    (folder / "product ä" / "picture.png").write_bytes(b"\0\n\0")
    (folder / "product ä" / "link.yaml").symlink_to("/etc/passwd")
    (folder / "top.yaml").write_text("top")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    git(folder, "tag", "v1.0")
    (folder / "product ä" / "product.yaml").write_text("second")
    (folder / "product ä" / "parts" / "more.yaml").unlink()
    return folder


def test_the_same_file_at_a_revision_with_those_beside_it(repository: Path) -> None:
    found = committed("v1.0", "product.yaml", repository / "product ä")
    assert found.name == "product.yaml"
    assert found.files == {"product.yaml": b"first", "parts/more.yaml": b"more\nlines"}


@pytest.mark.parametrize(
    "path", ["product.yaml", "./product.yaml", "../product ä/product.yaml", "parts/../product.yaml"]
)
def test_a_path_is_one_from_the_folder(repository: Path, path: str) -> None:
    assert committed("HEAD", path, repository / "product ä").files["product.yaml"] == b"first"
    assert committed("HEAD", str(repository / "top.yaml"), repository / "product ä").files["top.yaml"] == b"top"


def test_a_file_at_the_top(repository: Path) -> None:
    found = committed("HEAD", "top.yaml", repository)
    assert found.files["top.yaml"] == b"top"
    assert found.files["product ä/product.yaml"] == b"first"


@pytest.mark.parametrize("revision", ["", "-", "--upload-pack=touch x", "--output=x", "-p", "v1.0\0"])
def test_what_begins_like_an_option_is_no_revision(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="is no git revision"):
        committed(revision, "top.yaml", repository)


@pytest.mark.parametrize("revision", ["v9", "v1.0; touch x", "$(touch x)", "HEAD~9", "v1.0 -- top.yaml", "`touch x`"])
def test_a_revision_that_is_not_there(repository: Path, revision: str) -> None:
    with pytest.raises(UnreadableInputError, match="there is no git revision `"):
        committed(revision, "top.yaml", repository)
    assert not (repository / "x").exists()


@pytest.mark.parametrize(
    "path", ["missing.yaml", "--help", "../../outside.yaml", "/etc/passwd", "product ä/link.yaml", "*"]
)
def test_a_path_that_is_not_there(repository: Path, path: str) -> None:
    with pytest.raises(
        UnreadableInputError, match=r"there is no file `.*` in the git revision `v1\.0`; paths count from `"
    ):
        committed("v1.0", path, repository)


def test_a_folder_at_a_revision_is_told_from_what_is_not_there(repository: Path) -> None:
    with pytest.raises(
        UnreadableInputError, match=r"`product ä` is a folder in the git revision `v1\.0`: name the file"
    ):
        committed("v1.0", "product ä", repository)


def test_a_folder_without_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(DcsgenError, match="not a git repository"):
        committed("HEAD", "product.yaml", tmp_path)


def test_git_that_is_not_installed(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DcsgenError, match="the program git, which is not installed"):
        committed("HEAD", "top.yaml", repository)
