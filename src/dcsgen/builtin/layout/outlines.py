"""The layouts that are written down as outlines in `templates/layouts/`: a new file there is a new layout."""

from __future__ import annotations

from pathlib import Path

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.resources import folder
from dcsgen.plugin.layout import Layout, layout_from_file


def layouts_in(outlines: Path) -> tuple[Layout, ...]:
    """The layouts of all `*.yaml` files in a folder, by file name; UnreadableInputError names a damaged file."""
    return tuple(_layout(file) for file in sorted(outlines.glob("*.yaml")))


def _layout(file: Path) -> Layout:
    try:
        return layout_from_file(file)
    except (ValueError, OSError) as error:
        raise UnreadableInputError(f"the outline of a layout cannot be read: {error}") from error


LAYOUTS = layouts_in(folder("templates") / "layouts")
