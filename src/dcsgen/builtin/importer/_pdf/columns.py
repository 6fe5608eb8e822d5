"""Tables without rules."""

from __future__ import annotations

from collections.abc import Sequence

from dcsgen.builtin.importer._pdf.letters import Word
from dcsgen.builtin.importer._pdf.tables import PageTable


def columns_of(words: Sequence[Word], ruled: Sequence[PageTable], number: int) -> list[PageTable]:
    """The tables of a page whose columns show only by where words stand."""
    return []
