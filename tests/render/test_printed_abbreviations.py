"""The abbreviations that the rule S618 lets pass are in the words that dcsgen prints whatever a description says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dcsgen.builtin.rule.unused_abbreviation import PRINTED

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [*(ROOT / "templates").rglob("*.*"), *(ROOT / "src/dcsgen/render/views").glob("*.py")]


@pytest.mark.parametrize("abbreviation", PRINTED)
def test_dcsgen_prints_it(abbreviation: str) -> None:
    word = re.compile(rf"\b{abbreviation}\b")
    texts = (file.read_text("utf-8") for file in SOURCES if file.suffix in (".html", ".py", ".yaml"))
    assert any(word.search(text) for text in texts)
