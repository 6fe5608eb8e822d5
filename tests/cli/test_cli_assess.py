"""`dcsgen assess` from its words to what it writes, with the real library behind it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_fakes import Outcome

ROOT = Path(__file__).parents[2]
PLANNING = str(ROOT / "examples" / "planning")
DCMQRSCP = str(ROOT / "examples" / "dcmqrscp")
TENDER = str(ROOT / "examples" / "requirements" / "tender-planning.yaml")

Command = Callable[..., Outcome]


def test_the_ready_made_profiles_are_listed_and_shown(command: Command, tmp_path: Path) -> None:
    listed = command("assess", "--list")
    assert listed.code == 0
    assert "radiotherapy-department" in listed.out
    assert "ihe-swf.b-acquisition-modality" in listed.out
    shown = command("assess", "--show", "radiotherapy-planning")
    (tmp_path / "needs.yaml").write_text(shown.out)
    outcome = command("assess", "needs.yaml", PLANNING)
    assert outcome.code == 0
    assert "THISTLEDOWN Plan 7.0 meets all 9 mandatory requirements" in outcome.out
    assert command("assess", "--show", "nothing").code == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((PLANNING,), 0),
        ((PLANNING, "--fail-on", "not-stated"), 0),
        ((PLANNING, "--fail-on", "conditions"), 1),
        ((PLANNING, DCMQRSCP), 1),
        ((PLANNING, DCMQRSCP, "--exit-zero"), 0),
        ((PLANNING, DCMQRSCP, "--draft", DCMQRSCP), 0),
        ((PLANNING, DCMQRSCP, "--draft", DCMQRSCP, "--fail-on", "not-stated"), 1),
        ((), 2),
        ((PLANNING, "--draft", "else"), 2),
        ((PLANNING, "--date", "today"), 2),
        ((PLANNING, "--output", "pdf"), 2),
        ((PLANNING, "--output", "html=" + TENDER), 2),
        (("nothing.yaml",), 3),
    ],
)
def test_exit_codes(command: Command, words: tuple[str, ...], code: int) -> None:
    assert command("assess", TENDER, *words).code == code


def test_a_profile_with_errors_is_unreadable(command: Command, tmp_path: Path) -> None:
    (tmp_path / "needs.yaml").write_text("profile: P\nrequirements:\n  a: {purpose: p, importance: must, limits: {}}\n")
    outcome = command("assess", "needs.yaml", PLANNING)
    assert outcome.code == 3
    assert "needs.yaml has 2 errors" in outcome.err
    assert 'needs.yaml:3:31: L023 "must" is not' in outcome.err
    assert "Traceback" not in outcome.err


def test_several_outputs_at_once(command: Command, tmp_path: Path) -> None:
    words = ("--output", "json=a.json", "--output", "html=a.html", "--output", "xlsx=a.xlsx", "--output", "text")
    outcome = command("assess", TENDER, PLANNING, PLANNING + "/planning-6.5.yaml", *words, "--date", "2031-03-31")
    assert outcome.code == 1
    assert outcome.out.startswith("St. Anna, tender 2031-7, treatment planning: 2 products, 15 requirements")
    data = json.loads((tmp_path / "a.json").read_text())
    assert data["date"] == "2031-03-31"
    assert [product["fulfilment"] for product in data["products"]] == ["met with conditions", "not met"]
    assert "<!DOCTYPE html>" in (tmp_path / "a.html").read_text()
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_only_differences(command: Command) -> None:
    old = PLANNING + "/planning-6.5.yaml"
    outcome = command("assess", TENDER, PLANNING, old, "--only-differences", "--color", "always")
    assert "4.3.2" in outcome.out
    assert "4.1.1: " not in outcome.out
    assert "\x1b[" in outcome.out
