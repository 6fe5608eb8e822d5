"""What a result depends on beside what it is made from: dcsgen itself, libraries, fonts."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from dcsgen.base.resources import folder
from dcsgen.version import __version__

_FONTS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/etc/fonts",
    "~/.config/fontconfig",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
    "~/AppData/Local/Microsoft/Windows/Fonts",
)
"""Where fonts are, and what says which of them stands for which name."""

_LIBRARIES = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt/homebrew/lib")

_DRAWING = ("libpango", "libharfbuzz", "libfontconfig", "libfreetype", "libfribidi", "libglib")
"""Beginnings of the names of the libraries that set text."""

_PASSED_OVER = ("__pycache__", "node_modules", ".git", ".venv")

_VARIABLES = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_DATA_HOME", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")


@cache
def surroundings() -> str:
    """A hash that changes with dcsgen, with Python and its packages, with fonts and the libraries that draw them.

    Files are looked at from outside alone, by their size and time: that takes some hundredths of a second.
    """
    found = sha256(f"{__version__} {sys.version} {platform.platform()}".encode())
    for name in _VARIABLES:
        found.update(f"{name}={os.environ.get(name, '')}\0".encode("utf-8", "surrogateescape"))
    places = (Path(__file__).parents[1], folder("templates"), folder("schemas"), *_fonts())
    lines = chain(*map(seen, places), _packages(), _libraries())
    for line in lines:
        found.update(f"{line}\0".encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _fonts() -> list[Path]:
    named = os.environ.get("XDG_DATA_HOME", "")
    places = [Path(place).expanduser() for place in _FONTS]
    return [*places, Path(named, "fonts")] if named else places


def seen(place: Path) -> Iterator[str]:
    """A file, or the files below a folder, each with its size and time."""
    return map(_outside, below(place))


def below(place: Path) -> Iterator[Path]:
    """A file itself, or the files below a folder; links are followed to files, not to folders."""
    if place.is_file():
        yield place
    for name, folders, files in os.walk(place):
        folders[:] = sorted(each for each in folders if each not in _PASSED_OVER)
        yield from (Path(name, file) for file in sorted(files))


def _outside(file: Path) -> str:
    try:
        found = file.stat()
    except OSError:
        return f"{file} gone"
    return f"{file} {found.st_size} {found.st_mtime_ns}"


def _packages() -> Iterator[str]:
    """The packages that Python finds, with their versions, which are in the names of their folders."""
    for place in sys.path:
        try:
            names = sorted(os.listdir(place or "."))  # noqa: PTH208
        except OSError:
            continue
        yield from (name for name in names if name.endswith((".dist-info", ".egg-info", ".egg")))


def _libraries() -> Iterator[str]:
    paths = os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep)
    paths += os.environ.get("DYLD_FALLBACK_LIBRARY_PATH", "").split(os.pathsep)
    places = [Path(path) for path in (*_LIBRARIES, *paths) if path]
    # Debian has a folder for each sort of machine.
    places += sorted(each for place in places for each in place.glob("*-linux-*") if each.is_dir())
    for place in places:
        files = sorted(file for beginning in _DRAWING for file in place.glob(f"{beginning}*"))
        yield from map(_outside, files)
