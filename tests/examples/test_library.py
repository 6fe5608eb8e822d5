"""The example of dcsgen as a library runs as its first lines say, and prints what the description says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "examples/library.py", *words], cwd=root, capture_output=True, text=True, timeout=120
    )


def test_it_prints_sop_classes_by_entity_and_role(root: Path) -> None:
    done = run(root, "examples/xyz/xyz.yaml", "--plugins", "plugins")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "XYZ_IMPORT SCP RT Plan Storage",
        "XYZ_IMPORT SCP Verification SOP Class",
        "XYZ_EXPORT SCU RT Beams Treatment Record Storage (with XYZ extension)",
        "XYZ_EXPORT SCU RT Image Storage",
        "XYZ_EXPORT SCU RT Treatment Summary Record Storage",
        "XYZ_QUERY SCU Study Root Query/Retrieve Information Model - FIND",
        "XYZ_QUERY SCU Study Root Query/Retrieve Information Model - MOVE",
        "XYZ_QUERY SCP CT Image Storage",
        "XYZ_QUERY SCP RT Image Storage",
        "XYZ_QUERY SCP RT Structure Set Storage",
        "XYZ_QUERY SCP Verification SOP Class",
        "XYZ_SERVICE SCU Verification SOP Class",
    ]


def test_it_prints_findings_of_a_description_with_errors(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "product.yaml"
    file.write_text("dcsgen: 1\nproduct: {name: P, vendor: V, version: '1'}\n", encoding="utf-8")

    done = run(root, str(file))

    assert done.returncode == 1
    assert f"{file}:1:1: error: " in done.stdout
    assert "document" in done.stdout
