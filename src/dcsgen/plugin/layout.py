"""Layouts: the outline of a document as data."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct


class WhenEmpty(StrEnum):
    """What becomes of a section that has nothing to say."""

    KEEP = "keep"
    DROP = "drop"
    NOT_APPLICABLE = "not_applicable"


class OutlineSection(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A section of the outline.

    `id` is stable across layouts and editions. `part` is a template of `templates/parts/`. `each` names a
    collection of the current view; the section then stands once for each item, with the item as what `as` says.
    `title` is a Jinja expression over the views. `about` names the view value that says whether the section
    has content; `empty` what to do without. `number` says how it is numbered among its siblings: a first number,
    "1" by default, "A" for letters, or "" for none.
    """

    id: str
    title: str
    part: str = ""
    each: str = ""
    as_: str = msgspec.field(default="", name="as")
    about: str = ""
    empty: WhenEmpty = WhenEmpty.KEEP
    number: str = "1"
    landscape: bool = False
    sections: tuple[OutlineSection, ...] = ()


class Layout(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named outline. `clause` says where the standard describes it."""

    name: str
    title: str
    clause: str
    sections: tuple[OutlineSection, ...]


def layout_from_file(file: Path) -> Layout:
    """The layout in a YAML file in the form of `schemas/layout.schema.json`; raises `msgspec.ValidationError`."""
    return msgspec.yaml.decode(file.read_bytes(), type=Layout)
