"""Attributes by path, in whatever record they stand: what the dictionary says of them, and their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dcsgen.base.finding import Path, Problem
from dcsgen.base.repair import RenameKey, Repair
from dcsgen.base.standard import elements
from dcsgen.base.text import listed, quoted, scalar
from dcsgen.resolve import kinds

Record = dict[str, Any]
Standard = Callable[[tuple[str, ...]], Record]
"""What a service or Module says more about the Attribute at a path."""


def described(steps: Sequence[str], own: Mapping[str, Any]) -> Record | None:
    """Name, Tag, VR and VM of the Attribute at a path, the standard's or one of the private ones; None if unknown."""
    for above in steps[:-1]:
        private = own.get(above)
        element = elements.by_keyword(above)
        vr = private.get("vr", "") if isinstance(private, dict) else element.vr if element else ""
        if vr != "SQ":
            return None
    private = own.get(steps[-1])
    if isinstance(private, dict):
        return {key: private.get(key, "") for key in ("name", "vr", "vm")} | {"tag": steps[-1]}
    element = elements.by_keyword(steps[-1])
    if element is None:
        return None
    return {"name": element.name, "tag": element.tag, "vr": element.vr, "vm": element.vm}


def completed(
    written: Any,
    root: Mapping[str, Any],
    at: Path,
    problems: list[Problem],
    standard: Standard,
    implied: Mapping[str, Any] | None = None,
) -> dict[str, Record]:
    """Attributes with name, Tag and VR, Items below their Sequence, else in the author's order.

    A Sequence that is not listed although something inside it is gets a row of its own, marked `implied`, which has
    what `implied` says besides.
    """
    own = root.get("private_attributes")
    own = own if isinstance(own, dict) else {}
    rows: dict[tuple[str, ...], Record] = {}
    for text, attribute in written.items() if isinstance(written, dict) else ():
        steps = tuple(text.split("."))
        known = described(steps, own)
        if known is None:
            problems.append(_unknown(text, steps, own, (*at, text)))
            continue
        rows[steps] = {**(attribute if isinstance(attribute, dict) else {}), **_named(known), **standard(steps)}
        for length in range(1, len(steps)):
            above = steps[:length]
            if above not in rows and ".".join(above) not in written:
                named = _named(described(above, own) or {})
                rows[above] = {**(implied or {}), "implied": True, **named, **standard(above)}
    return {".".join(steps): rows[steps] for steps in in_order(rows)}


def with_texts(row: Record, *keys: str) -> Record:
    """The row with numbers and booleans of these keys as text, as they are printed."""
    texts = {
        key: [scalar(each) for each in row[key]] if isinstance(row[key], list) else scalar(row[key])
        for key in keys
        if key in row
    }
    return {**row, **texts}


def in_order(paths: Sequence[tuple[str, ...]] | Mapping[tuple[str, ...], Any]) -> list[tuple[str, ...]]:
    """Paths with Items below their Sequence even if they were written elsewhere; else the order is kept."""
    first: dict[tuple[str, ...], int] = {}
    for steps in paths:
        for length in range(1, len(steps) + 1):
            first.setdefault(steps[:length], len(first))
    return sorted(paths, key=lambda steps: [first[steps[: length + 1]] for length in range(len(steps))])


def _named(known: Mapping[str, Any]) -> Record:
    return {key: known[key] for key in ("name", "tag", "vr") if key in known}


def _unknown(text: str, steps: tuple[str, ...], own: Mapping[str, Any], at: Path) -> Problem:
    """What to say about a path that leads to nothing, at the first step that is wrong."""
    wrong = next((step for step in steps if described((step,), own) is None), None)
    if wrong is None:
        above = next(step for step in steps[:-1] if (described((step,), own) or {}).get("vr") != "SQ")
        message = f"{quoted(above)} is no Sequence, so that nothing stands in it"
        return Problem(kind=kinds.UNKNOWN_ATTRIBUTE, path=at, message=message, on_key=True)
    message = f"{quoted(wrong)} is no Attribute that the standard or this description knows"
    near = elements.suggest(wrong)
    hint = f"did you mean {listed([quoted(word) for word in near[:3]], 'or')}?" if near else ""
    found = [elements.find(step) if described((step,), own) is None else None for step in steps]
    keywords = ".".join(each.keyword if each else step for each, step in zip(found, steps, strict=True))
    meant = described(tuple(keywords.split(".")), own) is not None and keywords != text
    repair = Repair(title=f"write {quoted(keywords)}", changes=(RenameKey(at, keywords),)) if meant else None
    return Problem(kind=kinds.UNKNOWN_ATTRIBUTE, path=at, message=message, hint=hint, on_key=True, repair=repair)


def found_attribute(attribute: str, root: Mapping[str, Any], at: Path, problems: list[Problem]) -> Record | None:
    """Name, Tag and VR of the Attribute that a value names by its path; None, and a problem, for an unknown."""
    found: list[Problem] = []
    rows = completed({attribute: {}}, root, at, found, lambda steps: {})
    # The path is a value here, not a key: the problem stands at the value, and nothing can be renamed.
    problems += (Problem(kind=one.kind, path=at, message=one.message, hint=one.hint) for one in found)
    return rows.get(attribute)
