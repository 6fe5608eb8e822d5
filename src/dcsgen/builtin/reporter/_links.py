"""Links to files in terminals (OSC 8): a click on the name of a file opens it."""

from __future__ import annotations

import os
from pathlib import Path

_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"})
_TERMINALS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour", "wezterm")
_SIGNS = ("VTE_VERSION", "WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM")


def understands_links() -> bool:
    """Whether the terminal is known to understand links, by what it has put into the environment.

    `FORCE_HYPERLINK` decides if it is set: `0` is no, anything else yes. Logs of CI are no terminals.
    """
    forced = os.environ.get("FORCE_HYPERLINK", "")
    if forced:
        return forced != "0"
    if os.environ.get("CI"):
        return False
    # VTE before 0.50 shows links as rubbish.
    old = os.environ.get("VTE_VERSION", "5000")
    if old.isdecimal() and int(old) < 5000:
        return False
    known = os.environ.get("TERM_PROGRAM") in _PROGRAMS or os.environ.get("TERM", "").startswith(_TERMINALS)
    return known or any(map(os.environ.get, _SIGNS))


def linked(text: str, file: str) -> str:
    """Text that leads to a file when it is clicked."""
    try:
        address = Path(file).absolute().as_uri()
    except (ValueError, OSError):
        return text
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"
