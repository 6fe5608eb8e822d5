"""Change reporters: forms in which differences are written out."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from dcsgen.plugin.change_rule import Difference


class ChangeReporter(Struct, frozen=True):
    """A named form. `write` takes the difference and whether colours are wanted, and gives the whole text.

    With `binary`, it gives the bytes of a file instead, which can only go to one: the same difference, the same bytes.
    `write` raises `DcsgenError` with a sentence for people when the form cannot be had on this machine.
    """

    name: str
    write: Callable[[Difference, bool], str | bytes]
    binary: bool = False
