"""`dcsgen union` and `dcsgen intersection` as people run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dcsgen.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
ARCHIVE, MODALITY = (str(ROOT / "examples" / name) for name in ("archive", "modality"))


def test_an_intersection_is_checked_like_any_description(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "common.yaml"
    assert main(["intersection", ARCHIVE, MODALITY, "-o", str(out), "--no-plugins"]) == 0
    assert "have in common" in out.read_text("utf-8")
    told = capfd.readouterr().err
    assert told.startswith("Intersection of NORTHLIGHT Archive 3.2 and ALPENGLOW CT 2.0: ")
    assert "does not state, so that it is left out" in told
    assert main(["check", str(out), "--profile", "draft", "--no-plugins", "--no-config"]) == 0


@pytest.mark.parametrize(("command", "other"), [("intersection", "dicomweb-server"), ("union", "xyz")])
def test_no_rule_finds_an_error_in_what_was_combined(command: str, other: str, tmp_path: Path) -> None:
    out, plugins = tmp_path / "made.yaml", str(ROOT / "plugins")
    assert main([command, ARCHIVE, str(ROOT / "examples" / other), "-o", str(out), "--plugins", plugins]) == 0
    assert main(["check", str(out), "--profile", "draft", "--no-plugins", "--no-config"]) == 0


def test_a_union_as_json_is_a_resolved_description(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "all.json"
    assert main(["union", ARCHIVE, MODALITY, "-o", str(out), "--no-plugins"]) == 0
    assert json.loads(out.read_bytes())["product"]["version"] == "2.0, 3.2"
    capfd.readouterr()
    assert main(["intersection", str(out), MODALITY, "--no-plugins"]) == 0
    assert "\nservices:\n" in capfd.readouterr().out


def test_one_product_is_not_enough(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["union", ARCHIVE, "--no-plugins"]) == 2
    assert "two or more" in capfd.readouterr().err
