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


class Unseen(StrEnum):
    """What of a section no text of the standard was seen for."""

    TITLE = "title"
    PLACE = "place"
    SECTION = "section"


class OutlineSection(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A section of the outline.

    `id` is stable across layouts and editions. `part` is a template of `templates/parts/`. `each` names a collection of
    the current view; the section then stands once for each item, with the item as what `as` says. `title` is a Jinja
    expression over the views. `about` names the view value that says whether the section has content, and which `as`
    names if there is no `each`; `empty` what to do without, and what to do with a section that has neither a part nor
    sections. `none` names a view value with the sentence that stands there if it is stated that there is nothing of
    what the section is about. `number` says how it is numbered among its siblings: a first number, "1" by default, "A"
    for letters, "A.A" for letters behind a letter, or "" for none. `needs` are the keys of the description that make
    the section complete: dotted, `*` for each record, `{ae}` for the item that `as` calls so, alternatives apart by
    `|`. `unverified` names what of the section no text of the standard was seen for: its `title`, its `place`, or the
    whole `section` where it is an addition.
    """

    id: str
    title: str
    part: str = ""
    each: str = ""
    as_: str = msgspec.field(default="", name="as")
    about: str = ""
    empty: WhenEmpty = WhenEmpty.KEEP
    none: str = ""
    number: str = "1"
    landscape: bool = False
    needs: tuple[str, ...] = ()
    unverified: tuple[Unseen, ...] = ()
    sections: tuple[OutlineSection, ...] = ()


class Layout(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named outline. `clause` says where the standard describes it.

    `own_templates` is the folder of its own templates, beside the outline and called like the layout unless the
    outline says otherwise. A template there comes before the shared one of the same name. Without `front_matter`
    there is no cover and no list of contents.
    """

    name: str
    title: str
    clause: str
    own_templates: str = ""
    front_matter: bool = True
    sections: tuple[OutlineSection, ...]


def layout_from_file(file: Path) -> Layout:
    """The layout in a YAML file in the form of `schemas/layout.schema.json`.

    Raises `ValueError`, which names the file, if it has another form.
    """
    try:
        layout = msgspec.yaml.decode(file.read_bytes(), type=Layout)
    except msgspec.DecodeError as trouble:
        reason = " ".join(str(trouble).replace('in "<byte string>",', "in").split())
        raise ValueError(f"{file.name}: {reason}") from trouble
    return msgspec.structs.replace(layout, own_templates=str(file.parent / (layout.own_templates or layout.name)))
