"""The AE Titles of a configuration, with their places."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.plugin import Kind, Path, Problem, Repair


def local_titles(capability: Capability) -> Iterator[tuple[Path, str]]:
    """The AE Titles of the product, as delivered."""
    for name, address in capability.configuration.local.items():
        yield ("configuration", "local", name, "ae_title"), address.ae_title


def remote_titles(capability: Capability) -> Iterator[tuple[Path, str]]:
    """The AE Titles of the peers that the product knows; they are keys."""
    for title in capability.configuration.remote:
        yield ("configuration", "remote", title), title


def about_title(
    kind: Kind, path: Path, message: str, *, hint: str, related: tuple[Path, ...] = (), repair: Repair | None = None
) -> Problem:
    """A problem with an AE Title, which points at the key if the title is one."""
    on_key = path[:2] == ("configuration", "remote")
    return Problem(kind=kind, path=path, message=message, hint=hint, related=related, on_key=on_key, repair=repair)
