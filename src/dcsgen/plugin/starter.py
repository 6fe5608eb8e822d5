"""Starters: small descriptions from which an author goes on."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class Starter(Struct, frozen=True):
    """A description to begin with, for one type of product: `dcsgen init --type NAME` writes it.

    `title` says in one line what the type is. The file is a description with placeholders: `<<product>>`,
    `<<vendor>>`, `<<version>>`, `<<date>>`, `<<identifier>>`, `<<ae_title>>`, `<<port>>`,
    `<<implementation_class_uid>>` and `<<implementation_version_name>>`. Each stands for a whole value;
    `<<port|104>>` has a default of its own. What has no placeholder is not asked for.
    """

    name: str
    title: str
    file: Path


def starter_from_file(file: Path) -> Starter:
    """The starter in a YAML file: named like the file, with the first line, a comment, as its title.

    Raises `ValueError` if the file does not begin with a comment, `OSError` if it cannot be read.
    """
    first = file.read_text("utf-8").partition("\n")[0]
    title = first.removeprefix("#").strip()
    if not first.startswith("#") or not title:
        raise ValueError(f"the starter {file.name} does not begin with a comment that says what it is")
    return Starter(file.stem, title, file)
