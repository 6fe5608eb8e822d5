"""Why a repair cannot be made."""

from __future__ import annotations


class CannotRepairError(Exception):
    """A repair that would touch more than it may; its text is a part of a sentence: "not repaired, because …"."""
