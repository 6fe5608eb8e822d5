"""Repairs of what the schema finds wrong, where only one thing can be meant: never where a word is merely like it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from dcsgen.base.finding import Path
from dcsgen.base.repair import RenameKey, Repair, SetValue
from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import quoted, scalar

_CODE = re.compile("[0-9A-F][0-9A-Fx]{3}(?:-[0-9A-F]{4})?")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})", re.ASCII)


def as_text(path: Path, value: Any) -> Repair:
    """Quotation marks around a number or a truth value that is to be text."""
    text = scalar(value)
    return Repair(title=f"put {text} in quotes", changes=(SetValue(path, text),))


def same_word(path: Path, written: Any, allowed: Iterable[Any]) -> Repair | None:
    """The allowed word that differs from what is written only in case, spaces and punctuation, if there is just one."""
    meant = _same(written, allowed)
    return Repair(title=f"write {quoted(meant)}", changes=(SetValue(path, meant),)) if meant else None


def same_key(path: Path, known: Iterable[str], present: Iterable[str]) -> Repair | None:
    """The known key that differs from the one at the end of `path` likewise, if there is just one and it is free."""
    meant = _same(path[-1], known)
    return renamed(path, meant) if meant and meant not in present else None


def whole_date(path: Path, written: Any) -> Repair | None:
    """A date with two digits for month and day; the year stands first, so that nothing else can be meant."""
    found = _YEAR_FIRST.fullmatch(written) if isinstance(written, str) else None
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[3]), int(found[4])).isoformat()
    except ValueError:
        return None
    return Repair(title=f"write {day}", changes=(SetValue(path, day),))


def status_key(path: Path) -> Repair | None:
    """The key of a row of status codes as it must be: `0xA700` and `A700H` are `A700`, `Other` is `other`."""
    written = "".join(str(path[-1]).split()).upper().replace("–", "-")
    if written == "OTHER":
        return renamed(path, "other")
    parts = (part.removeprefix("0X").removesuffix("H").replace("X", "x") for part in written.split("-"))
    code = "-".join(parts)
    return renamed(path, code) if _CODE.fullmatch(code) else None


def renamed(path: Path, key: str) -> Repair:
    """Another key, in the same place."""
    return Repair(title=f"write {quoted(key)}", changes=(RenameKey(path, key),))


def _same(written: Any, known: Iterable[Any]) -> str:
    if not isinstance(written, str):
        return ""
    meant = [word for word in known if isinstance(word, str) and spelled(word) == spelled(written) != ""]
    return meant[0] if len(meant) == 1 else ""
