"""Libraries that reading statements needs, and dcsgen does without otherwise."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def needed(name: str) -> Any:
    """The module of that name; raises `NotInstalledError` with what to install where it is missing."""
    from dcsgen.base.errors import NotInstalledError

    try:
        return import_module(name)
    except ImportError as error:
        hint = "pip install 'dcsgen[import]'"
        raise NotInstalledError(f"to read this file, {name} has to be installed: {hint}") from error
