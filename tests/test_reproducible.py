"""Same input, same bytes: twice, from another directory, with another hash seed and clock zone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def build(out: Path, cwd: Path, description: str, **environment: str) -> dict[str, bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    command = [sys.executable, "-m", "dcsgen", "build", description, "--plugins", str(ROOT / "plugins")]
    command += ["-o", str(out), "--format", "html,pdf,docx,md,json", "--no-cache"]
    subprocess.run(command, cwd=cwd, env=env, check=True)
    return {file.name: file.read_bytes() for file in out.iterdir()}


@pytest.mark.slow
def test_same_bytes(tmp_path: Path) -> None:
    example = ROOT / "examples" / "xyz"
    first = build(tmp_path / "1", ROOT, "examples/xyz/xyz.yaml", PYTHONHASHSEED="1", TZ="UTC")
    second = build(tmp_path / "2", example, "xyz.yaml", PYTHONHASHSEED="2", TZ="Asia/Tokyo")
    assert sorted(first) == ["xyz.docx", "xyz.html", "xyz.json", "xyz.md", "xyz.pdf"]
    for name, content in first.items():
        assert content == second[name], name
        assert str(ROOT).encode() not in content
