"""The fence around a plug-in's code: whatever it raises becomes a reason in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from traceback import walk_tb
from typing import NamedTuple, TypeVar

from dcsgen.base.terminal import aside
from dcsgen.base.tree import harmless

T = TypeVar("T")

LONGEST_REASON = 300
"""Characters of an exception's text that a message keeps."""

_HOST = Path(__file__).parent


class Failed(NamedTuple):
    """Work that ended with an exception, and why: `ValueError: no such thing (acme.py, line 7)`."""

    reason: str


def fenced(work: Callable[[], T]) -> T | Failed:
    """What `work` gives, or why it failed. Only the user's own Ctrl-C gets through.

    A plug-in may call `sys.exit` or raise what is no `Exception`; neither may end the run of all others. What it prints
    goes to standard error.
    """
    try:
        with aside():
            return work()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return Failed(reason(error))


def reason(error: BaseException) -> str:
    """An exception in one line: its class, the first line of its text, and the line of the plug-in at fault."""
    try:
        text = next(iter(str(error).strip().splitlines()), "")
    except Exception:
        text = "its text could not be had"
    sentence = f"{type(error).__name__}: {text}" if text else type(error).__name__
    return harmless(sentence[:LONGEST_REASON]) + _where(error)


def _where(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return ""  # its text names file and line already
    frames = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    theirs = [(file, line) for file, line in frames if file.parent != _HOST and not _imports(file)]
    if not theirs:
        return ""
    # The deepest line in the plug-in's own folder tells more than the line of a library that it called.
    home = theirs[0][0].parent
    file, line = [(file, line) for file, line in theirs if file.is_relative_to(home)][-1]
    return f" ({file.name}, line {line})"


def _imports(file: Path) -> bool:
    return str(file).startswith("<") or "importlib" in file.parts
