"""Compiled templates are kept where nobody else can write, and are never needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen.base.cache import cache_folder
from dcsgen.render.templates import environment


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "dcsgen" / "templates"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "a.html").write_text("{{ 1 + 1 }}")
    return folder


def rendered(templates: Path) -> str:
    return environment([templates]).get_template("a.html").render()


def test_a_template_is_compiled_once_for_its_content(home: Path, templates: Path) -> None:
    assert rendered(templates) == "2"
    (kept,) = home.iterdir()
    before = kept.stat().st_mtime_ns
    assert rendered(templates) == "2"
    assert kept.stat().st_mtime_ns == before
    (templates / "a.html").write_text("{{ 2 + 2 }}")
    assert rendered(templates) == "4"


@pytest.mark.parametrize("content", [b"", b"j2", b"\0" * 100])
def test_a_damaged_file_is_made_again(home: Path, templates: Path, content: bytes) -> None:
    rendered(templates)
    (kept,) = home.iterdir()
    kept.write_bytes(content)
    assert rendered(templates) == "2"
    assert kept.read_bytes() != content


def test_a_folder_that_others_can_write_to_is_not_used(home: Path, templates: Path) -> None:
    home.mkdir(parents=True)
    home.chmod(0o777)
    assert cache_folder("templates") is None
    assert rendered(templates) == "2"
    assert list(home.iterdir()) == []


def test_a_home_that_is_none_does_not_matter(tmp_path: Path, templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert cache_folder("templates") is None
    assert rendered(templates) == "2"
