"""`dcsgen import` with a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from libraries import CT, DEFLATED, EXPLICIT, PLAN, library, statement

from dcsgen import api
from dcsgen.cli.main import main


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path)

    def runner(*words: str) -> Ran:
        code = main([*words, "--no-plugins"])
        return Ran(code, *capfd.readouterr())

    return runner


def test_a_folder_becomes_drafts_and_a_catalogue(run: Run) -> None:
    library(Path("statements"))
    first = run("import", "statements", "-o", "drafts", "--jobs", "1")
    assert first.code == 1
    lines = first.out.splitlines()
    assert lines[0] == (
        "statements: 10 files; 9 read now, 1 the same as others, 1 not read, or not whole, 1 of no kind that is read"
    )
    assert lines[1].startswith("  broken.pdf: unreadable: broken.pdf cannot be read")
    assert lines[2] == "  photo.tiff: passed over, it is of no kind that is read"
    assert lines[3] == "  more/alpha again.md: the same as alpha.md"
    draft = yaml.safe_load(Path("drafts/alpha.draft.yaml").read_text())
    services = [(one["role"], one["sop_classes"], one["transfer_syntaxes"]) for one in draft["services"].values()]
    assert ("SCP", ["RTPlanStorage"], ["ExplicitVRLittleEndian", "DeflatedExplicitVRLittleEndian"]) in services
    second = run("import", "statements", "-o", "drafts", "--jobs", "1")
    assert "0 read now, 9 known from before" in second.out
    assert run("import", "statements", "-o", "drafts", "--jobs", "1", "--exit-zero").code == 0
    answer = run("catalog", "query", "drafts", "which products provide RT Plan Storage with Deflated")
    assert answer.code == 0
    assert "Alpha 3.1" in answer.out


def test_drafts_in_several_forms(run: Run) -> None:
    Path("in").mkdir()
    Path("in/a.md").write_text(statement("Alpha", [(CT, "SCU", [EXPLICIT])]))
    done = run("import", "in", "-o", "out", "--output", "json", "--output", "yaml", "--jobs", "1")
    assert done.code == 0
    assert {file.name for file in Path("out").iterdir() if ".draft." in file.name} == {
        "a.draft.json",
        "a.draft.yaml",
    }
    (document,) = api.catalog_documents(Path("out"))
    assert document.draft == "a.draft.json"


def test_nothing_could_be_read(run: Run) -> None:
    Path("in").mkdir()
    Path("in/a.pdf").write_bytes(b"%PDF-1.4")
    assert run("import", "in", "-o", "out", "--jobs", "1").code == 3


def test_an_empty_folder_is_no_fault(run: Run) -> None:
    Path("in").mkdir()
    assert run("import", "in", "-o", "out").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("in",), "with -o"),
        (("in", "in/a.md", "-o", "out"), "a folder is imported alone"),
        (("in", "-o", "out", "--output", "yaml=x.yaml"), "for single documents"),
        (("in", "-o", "out", "--output", "yml"), 'no form "yml"'),
        (("in/a.md", "--again"), "are for a folder"),
    ],
)
def test_what_does_not_go_together(run: Run, words: tuple[str, ...], said: str) -> None:
    Path("in").mkdir()
    Path("in/a.md").write_text(statement("Alpha", [(PLAN, "SCP", [DEFLATED])]))
    ran = run("import", *words)
    assert ran.code == 2
    assert said in ran.err
