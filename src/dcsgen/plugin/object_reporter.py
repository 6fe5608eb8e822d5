"""Object reporters: forms in which it is written out what becomes of DICOM objects at a receiver."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from dcsgen.base.object_fate import ObjectMatch


class ObjectReporter(Struct, frozen=True):
    """A named form. `write` takes the match and whether colours are wanted, and gives the whole text.

    With `binary`, it gives the bytes of a file instead, which can only go to one: the same match, the same bytes.
    `write` raises `DcsgenError` with a sentence for people when the form cannot be had on this machine.
    """

    name: str
    write: Callable[[ObjectMatch, bool], str | bytes]
    binary: bool = False
