"""The starters that are written down in `templates/starters/`: a new file there is a new starter."""

from __future__ import annotations

from pathlib import Path

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.resources import folder
from dcsgen.plugin.starter import Starter, starter_from_file


def starters_in(place: Path) -> tuple[Starter, ...]:
    """The starters of all `*.yaml` files in a folder, by file name; UnreadableInputError names a damaged file."""
    return tuple(_starter(file) for file in sorted(place.glob("*.yaml")))


def _starter(file: Path) -> Starter:
    try:
        return starter_from_file(file)
    except (ValueError, OSError) as error:
        raise UnreadableInputError(f"the starter {file.name} cannot be read: {error}") from error


STARTERS = starters_in(folder("templates") / "starters")
