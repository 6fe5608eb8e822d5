"""`dcsgen standard` from its words to what it writes, with the real library behind it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_fakes import Outcome

from dcsgen.cli.main import main

SOURCE = Path(__file__).parents[2] / "src"
Ask = Callable[..., Outcome]

# What a look-up must not import, because each takes longer than all of it may.
HEAVY = {"pydicom", "jinja2", "jsonschema", "referencing", "weasyprint", "pluggy", "rich", "yaml", "markdown_it"}


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    for variable in ("NO_COLOR", "FORCE_COLOR", "DCSGEN_DEBUG", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)

    def asker(*words: str) -> Outcome:
        code = main(["standard", *words])
        return Outcome(code, *capfd.readouterr())

    return asker


def test_show_is_a_page(ask: Ask) -> None:
    outcome = ask("show", "RTPlanStorage")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[:2] == ["RT Plan Storage", "SOP Class"]
    assert "  UID             1.2.840.10008.5.1.4.1.1.481.5" in lines
    assert any(re.fullmatch(r"  Service +PS3\.4 B\.5, edition 2020c", line) for line in lines)
    assert "Known gaps of this data" in lines
    assert "\x1b" not in outcome.out


def test_words_may_come_one_by_one_or_together(ask: Ask) -> None:
    assert ask("show", "A710", "C-STORE") == ask("show", "A710 C-STORE")


def test_the_width_is_that_of_the_terminal(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert 45 < max(map(len, ask("show", "PatientID").out.splitlines())) <= 50
    monkeypatch.setenv("COLUMNS", "1")
    assert max(map(len, ask("show", "PatientID").out.splitlines())) <= 40


def test_colour_is_for_who_wants_it(ask: Ask) -> None:
    assert "\x1b[1mRT Plan Storage\x1b[0m" in ask("show", "RTPlanStorage", "--color", "always").out


def test_all_cuts_nothing(ask: Ask) -> None:
    assert "--all shows them" in ask("show", "rt-beams").out
    whole = ask("show", "rt-beams", "--all").out
    assert "--all" not in whole
    assert len(whole.splitlines()) > 364
    assert "66 more" not in ask("search", "plan", "--all").out


@pytest.mark.parametrize(
    "words",
    [
        *(("show", "RTPlanStorage"), ("show", "CT Image"), ("search", "ion plan")),
        *(("list", "transfer-syntax", "--in-force"), ("show", "A710")),
    ],
)
def test_json_fits_its_schema(ask: Ask, words: tuple[str, ...], fits: Callable[[str, Any], None]) -> None:
    written = json.loads(ask(*words, "--json").out)
    fits("standard", written)
    assert written["entry"] or written["hits"]


def test_several_meanings_are_listed_and_chosen_from(ask: Ask) -> None:
    outcome = ask("show", "CT Image")
    assert outcome.code == 0
    assert outcome.out.startswith("CT Image may mean\n")
    assert ask("show", "CT Image", "--kind", "module").out.startswith("CT Image\nModule\n")


def test_unknown_words_are_wrong_usage(ask: Ask) -> None:
    outcome = ask("show", "PatientNam")
    assert (outcome.code, outcome.out) == (2, "")
    assert 'did you mean "PatientName"' in outcome.err


def test_list_without_a_kind_lists_the_kinds(ask: Ask) -> None:
    outcome = ask("list")
    assert "  sop-class             SOP Classes                         dimse, service-class\n" in outcome.out


def test_list_is_filtered(ask: Ask) -> None:
    only = ask("list", "sop-class", "--service-class", "Storage Commitment", "--in-force").out
    assert "StorageCommitmentPushModel" in only
    assert "StorageCommitmentPullModel" not in only
    assert "StorageCommitmentPullModel" in ask("list", "sop-class", "--retired").out
    media = ask("list", "application-profile", "--medium", "cd-r").out
    assert "STD-GEN-CD" in media


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("show",), "there is nothing to look for"),
        (("search",), "there is nothing to look for"),
        (("shwo", "x"), 'must be show, search or list, not "shwo"'),
        (("list", "--json"), "a list is of one kind"),
        (("list", "--retired"), "a list is of one kind"),
        (("list", "module", "--retired", "--in-force"), "leave nothing"),
        (("list", "module", "--vr", "DS"), "cannot be filtered by vr"),
        (("list", "module", "--kind", "module"), "list takes the kind as a word"),
        (("show", "x", "--vr", "DS"), "filters are for"),
        (("search", "x", "--retired"), "filters are for"),
        (("show", "x", "--kind", "module", "--kind", "iod"), "one --kind"),
        (("show", "x", "--kind", "modul"), 'did you mean "module"'),
    ],
)
def test_wrong_usage(ask: Ask, words: tuple[str, ...], problem: str) -> None:
    outcome = ask(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert problem in outcome.err


@pytest.mark.parametrize("words", [("show", "RTPlanStorage"), ("show", "0010,0020", "--json"), ("search", "plan")])
def test_nothing_heavy_is_imported(words: tuple[str, ...]) -> None:
    program = (
        "import sys; from dcsgen.__main__ import main; code = main(); print(*sys.modules, file=sys.stderr); "
        "sys.exit(code)"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-c", program, "standard", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    imported = set(done.stderr.split())
    assert "dcsgen.api.standard.asking" in imported
    assert not imported & HEAVY
    assert not [name for name in imported if re.match(r"dcsgen\.(host|load|resolve|check|render|model)\b", name)]
