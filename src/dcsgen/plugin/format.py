"""Formats: file types in which a Statement is written."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from dcsgen.plugin.statement import Statement


class Format(Struct, frozen=True):
    """A file type. `write` gives the whole file; the same Statement gives the same bytes.

    `write` raises `DcsgenError` with a sentence for people when the format cannot be had on this machine.
    """

    name: str
    suffix: str
    write: Callable[[Statement], bytes]
