"""What README and the pages of docs/ show is what happens: their commands and programs are run, their links lead on."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from markdown_pages import COMMANDS, PAGES, ROOT, Fence, anchors, commands, fences, fits, links, name_of

TIME_LIMIT = 300
"""Seconds for one command; a PDF on a slow machine is the longest."""


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """The environment of a user who has installed dcsgen and git: the command `dcsgen` is this checkout's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "dcsgen"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m dcsgen "$@"\n')
    command.chmod(0o755)
    path = os.pathsep.join([str(folder), str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    names = ("LANG", "TMPDIR", "HOME", "FONTCONFIG_FILE", "XDG_CACHE_HOME")
    kept = {name: value for name, value in os.environ.items() if name in names}
    git = {f"GIT_{who}_{what}": "reader" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {**kept, **git, "PATH": path, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}


def shown_by(page: Path) -> list[Fence]:
    return [fence for fence in fences(page) if "not run" not in fence.marks]


def run(words: list[str], folder: Path, environment: Mapping[str, str]) -> tuple[str, int]:
    done = subprocess.run(
        words,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=TIME_LIMIT,
        check=False,
    )
    return done.stdout.decode(), done.returncode


WITH_COMMANDS = [page for page in PAGES if any(fence.language in (*COMMANDS, "python") for fence in shown_by(page))]
LONG = ("docs/keys-by-example.md", "docs/output.md", "docs/tutorial.md", "docs/tutorial-match.md")
"""Pages with a dozen commands or several PDFs."""


@pytest.mark.parametrize(
    "page",
    [pytest.param(page, marks=pytest.mark.slow if name_of(page) in LONG else ()) for page in WITH_COMMANDS],
    ids=name_of,
)
def test_the_page_shows_what_happens(page: Path, tmp_path: Path, environment: Mapping[str, str]) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    for fence in shown_by(page):
        where = f"{name_of(page)}:{fence.line}"
        place = ROOT if "in the checkout" in fence.marks else folder / fence.marks.get("folder", "")
        if "in a copy" in fence.marks and not (folder / "examples").exists():
            for name in ("examples", "plugins"):
                shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        if "file" in fence.marks:
            file = folder / fence.marks["file"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(fence.text, encoding="utf-8")
        elif fence.language in COMMANDS:
            for command in commands(fence):
                output, code = run(["bash", "-euo", "pipefail", "-c", command.line], place, environment)
                assert code == int(fence.marks.get("exit code", "0")), f"{where}: {command.line}\n{output}"
                assert fits(command.output, output), f"{where}: {command.line}\n{output}"
        elif fence.language == "python":
            output, code = run([sys.executable, "-c", fence.text], place, environment)
            assert code == 0, f"{where}:\n{output}"
    for schema in folder.rglob("*.schema.json"):
        for name in re.findall(r'"\$ref": "([^#"]+)', schema.read_text("utf-8")):
            assert (schema.parent / name).exists(), f"{name_of(page)} writes {schema.name} without {name}"


def test_readme_has_the_two_commands_that_set_up() -> None:
    left_out = [
        line for fence in fences(ROOT / "README.md") if "not run" in fence.marks for line in fence.text.split("\n")
    ]
    for script in ("scripts/build-xyz", "scripts/test"):
        assert script in [line.removeprefix("$ ") for line in left_out]
        assert os.access(ROOT / script, os.X_OK)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_data_on_the_page_can_be_read(page: Path) -> None:
    for fence in fences(page):
        if fence.language == "json":
            json.loads(fence.text)
        elif fence.language == "yaml":
            yaml.safe_load(fence.text)
        elif fence.language == "python":
            compile(fence.text, f"{name_of(page)}:{fence.line}", "exec")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        address, _, anchor = link.partition("#")
        if ":" in address:
            assert address.startswith("https://"), link
            continue
        target = (page.parent / address).resolve() if address else page
        assert target.exists(), f"{name_of(page)} links to {link}, which is not there"
        assert target.is_relative_to(ROOT), link
        if anchor:
            assert target.suffix == ".md", link
            assert anchor in anchors(target), f"{name_of(page)} links to {link}, but there is no such heading"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_anchors_are_unique(page: Path) -> None:
    found = anchors(page)
    assert sorted(set(found)) == sorted(found)


@pytest.mark.parametrize(
    ("shown", "output", "fitting"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n", "a\nb\n", False),
        ("a\n…\n", "a\nb\nc\n", True),
        ("…\nc\n", "a\nb\n", False),
        ("", "a\n", False),
    ],
)
def test_an_output_is_compared(shown: str, output: str, fitting: bool) -> None:
    assert fits(shown, output) is fitting


def test_marks_belong_to_the_next_fence(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "<!-- exit code: 1 -->\n<!-- in the checkout -->\n```console\n$ false\nout\n$ a \\\n  b\n```\n\n"
        "<!-- not run: no -->\n\nText\n\n```sh\nx\n```\n"
    )
    first, second = fences(page)
    assert first.marks == {"exit code": "1", "in the checkout": ""}
    assert [tuple(command) for command in commands(first)] == [("false", "out\n"), ("a \\\n  b", "")]
    assert second.marks == {}
