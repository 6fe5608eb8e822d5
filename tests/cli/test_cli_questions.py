"""`dcsgen questions` as people run it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
SERVER = str(ROOT / "examples" / "dcmqrscp")


def test_questions_are_shown_or_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "q.md"
    words = ["questions", SERVER, "--no-plugins", "--output", "text", "--output", f"markdown={sheet}"]
    assert main(words) == 0
    shown = capfd.readouterr().out
    assert shown.startswith("Questions about DCMTK dcmqrscp 3.6.7: ")
    assert "application_entities.DCMQRSCP.association.max_pdu_received" in shown
    assert "### Question 1 (A-" in sheet.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--output", "xlsx"], "xlsx=FILE"),
        (["--output", "word=q"], "there is no form of questions"),
        (["--output", "text", "--output", "markdown"], "only one form"),
        (["--for", "b"], "there is no product b"),
    ],
)
def test_words_that_mean_nothing_are_told(words: list[str], message: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", SERVER, "--no-plugins", *words]) == 2
    assert message in capfd.readouterr().err


def test_a_draft_is_not_replaced_unasked(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sheet, draft = tmp_path / "q.md", tmp_path / "draft.yaml"
    assert main(["questions", SERVER, "--no-plugins", "--output", f"markdown={sheet}"]) == 0
    draft.write_text("mine")
    words = ["questions", SERVER, "--no-plugins", "--answers", str(sheet), "-o", str(draft)]
    assert main(words) == 2
    assert draft.read_text() == "mine"
    assert "--force" in capfd.readouterr().err
