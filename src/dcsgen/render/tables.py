"""The columns of tables as the layout at work has them, from the template folders."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import DecodeError

from dcsgen.base.errors import UsageError
from dcsgen.base.resources import folder
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.plugin.tables import FILE, Column, Table, tables_from_file


class Tables:
    """Knows the columns of each kind of table; a folder that comes first decides about the kinds that it has."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._files = [file for each in folders if (file := each / FILE).is_file()]

    def columns_of(self, kind: str) -> tuple[Column, ...]:
        """The columns of a kind of table; raises `UsageError` if no folder has any, or one has a kind that is none."""
        for file in self._files:
            table = _known(file, file.stat().st_mtime_ns, self._folders).get(kind)
            if table is not None:
                return self.columns_of(table.like) if table.like else table.columns
        raise UsageError(f"a template asks for the columns of {kind}, which stand in no {FILE} of the template folders")


@lru_cache(maxsize=16)
def _known(file: Path, written: int, folders: tuple[Path, ...]) -> Mapping[str, Table]:
    """The tables of a file, all of which are of a kind that some template asks for."""
    tables, own = _tables(file, written), folder("templates")
    if file.is_relative_to(own):
        return tables
    known = set(_tables(own / FILE, 0))
    unknown = [kind for kind in tables if kind not in known]
    if unknown:
        known |= {kind for other in (own / "layouts").glob(f"*/{FILE}") for kind in _tables(other, 0)}
    for kind in unknown:
        if kind not in known and not _is_asked_for(kind, folders):
            hint = did_you_mean(kind, known) or "no template asks for its columns"
            raise UsageError(f"{file}, line {_line(kind, file)}: there is no kind of table {quoted(kind)}: {hint}")
    return tables


def _is_asked_for(kind: str, folders: Sequence[Path]) -> bool:
    """Whether a template that is not dcsgen's own names a kind of table."""
    own = folder("templates")
    files = (file for each in folders if not each.is_relative_to(own) for file in each.rglob("*.html"))
    return any(re.search(rf"""["']{re.escape(kind)}["']""", file.read_text("utf-8", "replace")) for file in files)


def _line(kind: str, file: Path) -> int:
    """The line in which a kind of table begins."""
    lines = file.read_text("utf-8", "replace").splitlines()
    key = re.compile(rf"""["']?{re.escape(kind)}["']?\s*:""")
    return next((number for number, line in enumerate(lines, 1) if key.match(line)), 1)


@lru_cache(maxsize=16)
def _tables(file: Path, written: int) -> Mapping[str, Table]:
    """The tables of a file; `written` is when it was changed last, so that a change is seen."""
    try:
        return tables_from_file(file)
    except DecodeError as trouble:
        # What a YAML parser says is several lines long, and knows no name of the file.
        reason = " ".join(str(trouble).replace('in "<byte string>"', "").split()).replace(" ,", ",")
        raise UsageError(f"{file} is broken: {reason}") from trouble
