"""Importers: kinds of files from which statements are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from dcsgen.plugin.document import Document

HEAD = 4096
"""Bytes of a file that an importer sees when it is asked whether it can read it."""


class Reading(Struct, frozen=True, kw_only=True):
    """How a file is to be read.

    `said` is called with pages done and pages in all. `until` is the value of `time.monotonic` at which reading has to
    stop, with what was read until then and a sentence in `unread`. `recognise` asks for optical recognition of pages
    that are pictures. `processes` is how many may read pages side by side.
    """

    said: Callable[[int, int], None] = lambda done, pages: None
    until: float | None = None
    recognise: bool = False
    processes: int = 1


class Strip(Struct, frozen=True, order=True):
    """A part of a page over its whole width, from `top` to `bottom` in points from its upper edge."""

    page: int
    top: float
    bottom: float


class Picture(Struct, frozen=True, kw_only=True):
    """What a strip of a page looks like. `width` is that of the page in points; `media_type` is e.g. `image/png`."""

    strip: Strip
    width: float
    media_type: str
    data: bytes


def no_pictures(file: Path, strips: Sequence[Strip]) -> Iterator[Picture]:
    """What a kind of file gives that has no pages."""
    return iter(())


class Importer(Struct, frozen=True):
    """A kind of file by its name. `suffixes` are the ends of file names, in small letters with the dot.

    `recognises` looks at the first bytes of a file and its name; of several importers that recognise a file, that of a
    plug-in goes before dcsgen's own. `read` gives the document; it raises `UnreadableInputError` with a sentence for
    people for a file that is damaged, encrypted or a picture only. `pictures` shows places of pages, for people who
    check what was read; it gives those that it can, in the order of the strips.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, str], bool]
    read: Callable[[Path, Reading], Document]
    pictures: Callable[[Path, Sequence[Strip]], Iterator[Picture]] = no_pictures
