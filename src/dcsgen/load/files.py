"""Reads the bytes of a file that may be missing, forbidden, no file at all or far too large."""

from __future__ import annotations

import os
import pathlib
import stat
from typing import TYPE_CHECKING

from dcsgen.load import kinds
from dcsgen.load.unreadable import shown, whole_file

if TYPE_CHECKING:
    from dcsgen.base.errors import UnreadableInputError
    from dcsgen.load.limits import Limits

_NEIGHBOURS = 2000
"""Files beside a missing one that are looked at for a "did you mean"."""


def without_links(path: pathlib.Path) -> pathlib.Path:
    """The absolute path without links; one in a loop of links stays as it is, so that reading it fails properly."""
    return pathlib.Path(os.path.realpath(path))


def read_bytes_of(path: pathlib.Path, shown_as: str, limits: Limits) -> bytes:
    """The bytes of a file; `shown_as` is its name in messages, as the user typed it.

    A pipe or a device is read too, but never more than `limits.size` bytes of it.
    Raises `UnreadableInputError` if there is no such file, it is a folder, it may not be read or is too large.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            hint = "name the YAML file inside it"
            raise whole_file(kinds.NOT_A_FILE, shown_as, f"{shown(shown_as)} is a folder", hint)
        # A device or a pipe has no size to ask for, and a file may grow: so the read is bounded as well.
        if stat.S_ISREG(status.st_mode) and status.st_size > limits.size:
            raise too_large(shown_as, limits)
        with path.open("rb") as stream:
            data = stream.read(limits.size + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise _missing(path, shown_as) from None
    except PermissionError:
        hint = "change its permissions, or run dcsgen as a user who may read it"
        message = f"{shown(shown_as)} may not be read by this user"
        raise whole_file(kinds.NO_PERMISSION, shown_as, message, hint) from None
    except (OSError, ValueError) as trouble:
        # ValueError: a NUL in the name.
        reason = getattr(trouble, "strerror", None) or str(trouble)
        message = f"{shown(shown_as)} cannot be read as a file: {reason}"
        raise whole_file(kinds.NOT_A_FILE, shown_as, message, "give the name of a YAML file") from None
    if len(data) > limits.size:
        raise too_large(shown_as, limits)
    return data


def too_large(shown_as: str, limits: Limits) -> UnreadableInputError:
    """The error for more bytes than a description may have."""
    message = f"{shown(shown_as)} is larger than {limits.size:,} bytes, the most that is read"
    return whole_file(kinds.FILE_TOO_LARGE, shown_as, message, limits.too_large)


def _missing(path: pathlib.Path, shown_as: str) -> UnreadableInputError:
    near = _nearest(path)
    hint = f"did you mean {shown(near)}?" if near else "check the name and the folder you are in"
    return whole_file(kinds.FILE_NOT_FOUND, shown_as, f"there is no file {shown(shown_as)}", hint)


def _nearest(path: pathlib.Path) -> str:
    """The name in the same folder that is most like the missing one; empty if none is."""
    from difflib import get_close_matches
    from itertools import islice

    try:
        names = sorted(other.name for other in islice(path.parent.iterdir(), _NEIGHBOURS))
    except OSError:
        return ""
    return next(iter(get_close_matches(path.name, names, n=1, cutoff=0.7)), "")
