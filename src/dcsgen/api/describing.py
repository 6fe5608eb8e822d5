"""A Capability as a description: YAML that people can read, change and check, and that says the same."""

from __future__ import annotations

from dcsgen.base.yaml_text import Comments, yaml_text
from dcsgen.model import Capability
from dcsgen.resolve.written import written


def describe(capability: Capability, comments: Comments | None = None) -> str:
    """The description of a Capability, in YAML; `load` makes the same Capability of it.

    Names of the standard stand where people write names, and what the standard knows is left out. Which plug-in gave a
    record is not told: the record is written down. `comments` are lines to stand above what is at a path.
    """
    return yaml_text(written(capability), comments)
