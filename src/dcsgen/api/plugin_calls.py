"""Calls what a plug-in gives, so that its failure is the plug-in's and what it prints is no result."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dcsgen.base.errors import DcsgenError, PluginError
from dcsgen.base.terminal import aside
from dcsgen.base.text import quoted

T = TypeVar("T")


def call(work: Callable[[], T], kind: type[T], what: str, provider: str) -> T:
    """The value that `what` gives. The provider of what is dcsgen's own is empty: its faults are bugs.

    Raises `PluginError` if a plug-in's function raises or gives something else than `kind`.
    """
    if not provider:
        return work()
    sentence = f"the {what} of the plug-in {quoted(provider)} failed"
    try:
        with aside():
            given: object = work()
    except (DcsgenError, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise PluginError(f"{sentence}: {type(error).__name__}: {error}") from error
    if not isinstance(given, kind):
        raise PluginError(f"{sentence}: it gave no {'text' if kind is str else kind.__name__}")
    return given
