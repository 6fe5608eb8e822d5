"""The columns of tables as the layout at work has them, from the template folders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import DecodeError

from dcsgen.base.errors import UsageError
from dcsgen.plugin.tables import FILE, Column, Table, tables_from_file


class Tables:
    """Knows the columns of each kind of table; a folder that comes first decides about the kinds that it has."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._files = [file for folder in folders if (file := folder / FILE).is_file()]

    def columns_of(self, kind: str) -> tuple[Column, ...]:
        """The columns of a kind of table; raises `UsageError` if no folder has any."""
        for file in self._files:
            table = _tables(file, file.stat().st_mtime_ns).get(kind)
            if table is not None:
                return table.columns
        raise UsageError(f"a template asks for the columns of {kind}, which stand in no {FILE} of the template folders")


@lru_cache(maxsize=16)
def _tables(file: Path, written: int) -> Mapping[str, Table]:
    """The tables of a file; `written` is when it was changed last, so that a change is seen."""
    try:
        return tables_from_file(file)
    except DecodeError as trouble:
        # What a YAML parser says is several lines long, and knows no name of the file.
        reason = " ".join(str(trouble).replace('in "<byte string>"', "").split()).replace(" ,", ",")
        raise UsageError(f"{file} is broken: {reason}") from trouble
