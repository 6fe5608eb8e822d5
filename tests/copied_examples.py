"""Copies of the examples, for tests that change them."""

from __future__ import annotations

import shutil
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"

LONG = "  - web-desk.yaml\n"
"""The longest part of the archive, which has no sort of table that others lack."""


def copied(example: str, folder: Path) -> Path:
    """The description of an example in a folder below another one; of the archive without its longest part."""
    shutil.copytree(EXAMPLES / example, folder / example)
    description = folder / example / f"{example}.yaml"
    description.write_text(description.read_text("utf-8").replace(LONG, ""), "utf-8")
    return description
