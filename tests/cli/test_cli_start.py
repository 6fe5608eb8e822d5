"""`dcsgen --version` and `dcsgen --help` are instant, because they import next to nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from dcsgen.version import __version__

SOURCE = Path(__file__).parents[2] / "src"

PROGRAM = f"""
import sys
sys.path.insert(0, {str(SOURCE)!r})
from dcsgen.__main__ import main
code = main()
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""

HEAVY = {
    "weasyprint",
    "pydicom",
    "jinja2",
    "jsonschema",
    "referencing",
    "msgspec",
    "pluggy",
    "rich",
    "yaml",
    "rapidfuzz",
    "markdown_it",
    "dataclasses",
    "inspect",
    "pathlib",
    "shutil",
    "json",
    "importlib.metadata",
}


def started(*words: str) -> tuple[str, set[str]]:
    """Output and modules of a run without site-packages: it can only work if it needs none of them."""
    command = [sys.executable, "-S", "-c", PROGRAM, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout, set(done.stderr.split())


@pytest.mark.parametrize("word", ["--version", "-V"])
def test_the_version_needs_not_even_argparse(word: str) -> None:
    out, modules = started(word)
    assert out == f"dcsgen {__version__}\n"
    assert not modules & (HEAVY | {"argparse", "typing", "re"})


@pytest.mark.parametrize(
    "words", [("--help",), ("-h",), ("build", "--help"), ("--color", "never", "check", "-h"), ("about", "-V")]
)
def test_help_needs_only_argparse(words: tuple[str, ...]) -> None:
    out, modules = started(*words)
    assert out
    assert not modules & HEAVY
    assert not [name for name in modules if re.match(r"dcsgen\.(api|host|load|resolve|check|render|model)\b", name)]


def test_command_modules_import_nothing_at_their_top_but_the_command_class() -> None:
    allowed = re.compile(
        r"(from __future__ import annotations|from typing import .*|from dcsgen\.plugin\.command import .*)"
    )
    for file in (SOURCE / "dcsgen" / "builtin" / "command").glob("*.py"):
        top = [line for line in file.read_text(encoding="utf-8").splitlines() if re.match(r"(from|import)\s", line)]
        assert [line for line in top if not allowed.fullmatch(line)] == [], file.name


def test_the_end_looks_through_no_object() -> None:
    """A process that has made a PDF would else need half a second to end."""
    script = """
import atexit, gc
from dcsgen.cli.main import main
atexit.register(lambda: print("at the end", gc.get_freeze_count() > 0))
main(["about"])
print("before", gc.get_freeze_count() > 0)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-2:] == ["before False", "at the end True"]
