"""How large and how deep an input may be before it is refused."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """Bounds that keep a hostile file from taking all memory or time; no real description comes near them."""

    size: int = 16 * 1024 * 1024
    """Bytes of one file."""
    depth: int = 100
    """Mappings and lists inside each other; the outermost one counts as 1."""
    nodes: int = 1_000_000
    """Keys, values, mappings and lists written in one file."""
    alias_nodes: int = 100_000
    """Nodes that appear because aliases are replaced by copies of what they name."""
    too_large: str = "split it over several files and join them with `include`"
    """What to do about a file with more bytes."""


DEFAULT = Limits()
"""The limits for whatever a user hands in."""
