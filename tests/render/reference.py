"""The collected facts about PS3.2, its tables and section lists, which lie beside the checkout where there are any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

FILE = Path(__file__).parents[3] / "shared" / "reference" / "ps32-layouts.md"

needs_reference = pytest.mark.skipif(
    not FILE.exists(), reason="the collected facts about PS3.2 are not beside the checkout"
)


def chapter(start: str, end: str) -> str:
    """The text between two headings."""
    text = FILE.read_text("utf-8")
    return text[text.index(start) : text.index(end)]


def rows(text: str) -> Iterator[list[str]]:
    """The cells of the rows of tables, without heads and lines."""
    for line in text.splitlines():
        if line.startswith("|") and not line.startswith("| ---"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def numbered(text: str, parent: str = "") -> Iterator[tuple[str, str]]:
    """Numbers of sections with the titles behind them: `A.4.1.1 Application Data Flow`, also `.1 General` below it."""
    for found in re.finditer(
        r"(?<![\w.])((?:[AN]\.\d+(?:\.\d+)*|A\.[A-E](?:\.\d)+)|\.\d(?:\.\d)*) ([A-Z<`][^:;,·(→\n*—]*)", text
    ):
        number, title = found[1], re.split(r" (?:\(|\[|…|and \.|with \.)", found[2])[0].strip(" .)")
        if "[M]" in found[2] or text[: found.start()].endswith("each with "):
            continue  # From general knowledge and not read, or below each of those before.
        if number.startswith("."):
            number = parent + number
        else:
            parent = number
        yield number, title
