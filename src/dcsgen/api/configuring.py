"""Finds and reads the configuration of a project: `dcsgen.toml`, or `[tool.dcsgen]` of `pyproject.toml`."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from msgspec import structs

from dcsgen.base.errors import UsageError
from dcsgen.base.finding import dotted
from dcsgen.check.configuration import DEFAULT, Configuration, configured
from dcsgen.load.validate import validate

T = TypeVar("T")

NAME = "dcsgen.toml"
PROJECT = "pyproject.toml"
ACCEPTED = "dcsgen-accepted.yaml"

_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")


def configuration(files: Sequence[Path], *, named: Path | None = None) -> Configuration:
    """The configuration for some descriptions: the file `named`, or the nearest one at or above each of them.

    In one folder `dcsgen.toml` comes before `pyproject.toml`, which counts only if it has a table `tool.dcsgen`.
    Accepted findings are in the file that the configuration names, otherwise in the nearest `dcsgen-accepted.yaml`.
    Without `files` the search begins in the current folder.

    Raises `UsageError` for a configuration that cannot be read or has wrong keys or values, and for descriptions
    that have different ones.
    """
    if named is not None:
        found = _read(named)
        if found is None:
            raise UsageError(f"the configuration {named} has no table [tool.dcsgen]")
    else:
        found = _nearest(files)
    if found.accepted is None:
        return structs.replace(found, accepted=_nearest_accepted(files))
    return found


def place_of_accepted(files: Sequence[Path], configuration: Configuration) -> Path:
    """Where the list of accepted findings of a project is, or where it belongs if there is none yet."""
    if configuration.accepted is not None:
        return configuration.accepted
    return (configuration.file.parent if configuration.file else _common(files)) / ACCEPTED


def _nearest(files: Sequence[Path]) -> Configuration:
    each: dict[Path | None, Configuration] = {}
    for folder in _folders(files):
        found = next((read for candidate in _above(folder) if (read := _read(candidate)) is not None), DEFAULT)
        each[found.file.resolve() if found.file else None] = found
    return _only(list(each.values()), [found.file for found in each.values()], "configurations", "--config")


def _nearest_accepted(files: Sequence[Path]) -> Path | None:
    each: dict[Path | None, Path | None] = {}
    for folder in _folders(files):
        found = next((above / ACCEPTED for above in _upward(folder) if (above / ACCEPTED).is_file()), None)
        each[found.resolve() if found else None] = found
    return _only(list(each.values()), list(each.values()), "lists of accepted findings", "--accepted")


def _only(values: Sequence[T], files: Sequence[Path | None], what: str, option: str) -> T:
    if len(values) > 1:
        names = " and ".join(sorted(str(file) if file else "none" for file in files))
        raise UsageError(f"the files have different {what}: {names}; check them one by one, or name one by {option}")
    return values[0]


def _folders(files: Sequence[Path]) -> list[Path]:
    return list(dict.fromkeys(file.parent for file in files)) or [Path()]


def _common(files: Sequence[Path]) -> Path:
    """The folder at or above all files, where each of them finds what is in it."""
    folders = _folders(files)
    if len(folders) == 1:
        return folders[0]
    common = os.path.commonpath([os.path.normpath(folder.absolute()) for folder in folders])
    return Path(common if folders[0].is_absolute() else os.path.relpath(common))


def _above(folder: Path) -> Iterator[Path]:
    for above in _upward(folder):
        for name in (NAME, PROJECT):
            if (above / name).is_file():
                yield above / name


def _upward(folder: Path) -> Iterator[Path]:
    """A folder and those above it, relative like the first one is: messages name files as the user would."""
    absolute = folder.absolute()
    for above in (absolute, *absolute.parents):
        yield above if folder.is_absolute() else Path(os.path.relpath(above))


def _read(file: Path) -> Configuration | None:
    """The configuration in a file; None if it is a `pyproject.toml` that has none."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"the configuration {file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"the configuration {file} is no text in UTF-8") from None
    project = file.name == PROJECT
    # One that never mentions dcsgen may even be broken.
    if project and "dcsgen" not in text:
        return None
    data = _parsed(text, file)
    if project:
        tools = data.get("tool")
        data = tools.get("dcsgen") if isinstance(tools, dict) else None
        if data is None:
            return None
    for problem in validate(data, {}, "configuration"):
        where = f"{dotted(problem.path)}: " if problem.path and not problem.on_key else ""
        hint = f"; {problem.hint}" if problem.hint else ""
        raise UsageError(f"{file}: {where}{problem.message}{hint}")
    return configured(data, file)


def _parsed(text: str, file: Path) -> Any:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise UsageError(f"{file}: lists or tables stand too deep inside each other") from None
    except ValueError as error:
        message = str(error)
        at = _AT.search(message)
        place = f"{file}:{at[1]}:{at[2]}" if at else str(file)
        raise UsageError(f"{place}: this is no TOML: {_AT.sub('', message)}") from None
