"""What was found on a page."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.builtin.importer._pdf.lines import Line
from dcsgen.builtin.importer._pdf.tables import PageTable

FEW = 20
"""Letters of a page under which it may be a picture of a page."""


class Page(Struct, frozen=True, kw_only=True):
    """What was found on a page."""

    number: int
    height: float
    text: str
    lines: tuple[Line, ...]
    tables: tuple[PageTable, ...] = ()
    width: float = 0.0
    damaged: bool = False
    recognised: bool = False
