"""What ships with dcsgen, one thing per file: `builtin/<kind>/` holds rules, change rules, match rules, workflows,
kinds of requirements, layouts, formats, reporters (of findings, changes, matches, matrices, objects, assessments),
importers, starters, commands.

A file takes part by being there: it defines the constant of its kind (`RULE`, `WORKFLOW`, `KIND`, `LAYOUTS`, `FORMAT`,
`REPORTER`, `IMPORTER`, `STARTERS`, `COMMAND`). Files whose name begins with `_` are shared helpers and define none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dcsgen.plugin.command import Command


def collected(kind: str, constant: str) -> list[Any]:
    """The constant of every file of `builtin/<kind>/`, by file name; AttributeError if a file has none."""
    import os
    from importlib import import_module

    # Not pkgutil.iter_modules: it imports `inspect`, which takes longer than all of `dcsgen --help` should.
    package = import_module(f"{__name__}.{kind}")
    files = sorted({file.name for folder in package.__path__ for file in os.scandir(folder)})
    modules = [file.removesuffix(".py") for file in files if file.endswith(".py") and not file.startswith("_")]
    return [getattr(import_module(f"{package.__name__}.{module}"), constant) for module in modules]


def builtin_commands() -> tuple[Command, ...]:
    """dcsgen's own commands, by file name; needs neither pluggy nor msgspec, so that `dcsgen --help` is instant."""
    return tuple(collected("command", "COMMAND"))
