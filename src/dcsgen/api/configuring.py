"""Finds and reads the configuration of a project: `dcsgen.toml`, or `[tool.dcsgen]` of `pyproject.toml`."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import structs

from dcsgen.api.policies import days_as_text, policy_of
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import dotted
from dcsgen.base.text import with_hint
from dcsgen.check.configuration import DEFAULT, Configuration, configured
from dcsgen.load.toml_places import Places
from dcsgen.load.validate import validate

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
    return common(configurations(files or [Path(NAME)], named=named))


def configurations(files: Sequence[Path], *, named: Path | None = None) -> dict[Path, Configuration]:
    """The same for each description by itself: its own nearest configuration, with its own nearest list.

    Raises `UsageError` for a configuration that cannot be read or has wrong keys or values.
    """
    each: dict[Path, Configuration] = {}
    for folder in _folders(files):
        found = _nearest(folder) if named is None else _named(named)
        each[folder] = found if found.accepted else structs.replace(found, accepted=_nearest_accepted(folder))
    return {file: each[file.parent] for file in files}


def common(each: Mapping[Path, Configuration]) -> Configuration:
    """The only configuration that descriptions have; raises `UsageError` if there are several."""
    found = list(each.values())
    _one_of((one.file for one in found), "configurations", "--config")
    _one_of((one.accepted for one in found), "lists of accepted findings", "--accepted")
    return found[0] if found else DEFAULT


def place_of_accepted(files: Sequence[Path], configuration: Configuration) -> Path:
    """Where the list of accepted findings of a project is, or where it belongs if there is none yet."""
    if configuration.accepted is not None:
        return configuration.accepted
    return (configuration.file.parent if configuration.file else _common(files)) / ACCEPTED


def _named(file: Path) -> Configuration:
    found = _read(file)
    if found is None:
        raise UsageError(f"the configuration {file} has no table [tool.dcsgen]")
    return found


def _nearest(folder: Path) -> Configuration:
    return next((read for candidate in _above(folder) if (read := _read(candidate)) is not None), DEFAULT)


def _nearest_accepted(folder: Path) -> Path | None:
    return next((above / ACCEPTED for above in _upward(folder) if (above / ACCEPTED).is_file()), None)


def _one_of(files: Iterable[Path | None], what: str, option: str) -> None:
    each = {file.resolve() if file else None: file for file in files}
    if len(each) > 1:
        names = " and ".join(sorted(str(file) if file else "none" for file in each.values()))
        raise UsageError(f"the files have different {what}: {names}; take them one by one, or name one by {option}")


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
    places = Places(text, str(file))
    above: tuple[str, ...] = ("tool", "dcsgen") if project else ()
    days_as_text(data)
    for problem in validate(data, {}, "configuration"):
        where = f"{dotted(problem.path)}: " if problem.path and not problem.on_key else ""
        place = places.of((*above, *problem.path), on_key=problem.on_key)
        raise UsageError(f"{place or file}: {where}{with_hint(problem.message, problem.hint)}")
    policy = policy_of(data.get("diff", {}), lambda path, key: places.of((*above, "diff", *path), on_key=key))
    return structs.replace(configured(data, file), diff=policy)


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
