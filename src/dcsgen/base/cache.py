"""The folder for what can be made again at any time: `dcsgen` in the user's cache folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def cache_folder(name: str) -> Path | None:
    """A folder of this name that nobody but the user can write to, made if need be; None if there can be none.

    It is below `XDG_CACHE_HOME`, `~/.cache` if that is not set.
    """
    try:
        home = os.environ.get("XDG_CACHE_HOME", "")
        folder = (Path(home) if Path(home).is_absolute() else Path.home() / ".cache") / "dcsgen" / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
        safe = os.name == "nt" or (found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
        return folder if safe and os.access(folder, os.W_OK) else None
    except (OSError, RuntimeError):
        return None
