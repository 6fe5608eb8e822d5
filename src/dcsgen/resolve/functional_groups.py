"""Adds what the standard knows to the Functional Group Macros of created objects."""

from __future__ import annotations

from typing import Any

from dcsgen.base.finding import Path, Problem
from dcsgen.base.standard import iods
from dcsgen.base.text import listed, quoted
from dcsgen.resolve import kinds
from dcsgen.resolve.attributes import completed, with_texts
from dcsgen.resolve.objects import members_of, modules_of

Record = dict[str, Any]

_PLACES = {"shared": ("SharedFunctionalGroupsSequence",), "per_frame": ("PerFrameFunctionalGroupsSequence",)}
_BOTH = (*_PLACES["shared"], *_PLACES["per_frame"])


def complete_functional_groups(name: str, record: Record, root: Record, problems: list[Problem]) -> Record:
    """An applied IOD with name, Tag, VR and Type of the Attributes of its Functional Group Macros."""
    if "functional_groups" not in record:
        return record
    keys = [module.key for module in modules_of(record, root) if module.key.endswith("multi-frame-functional-groups")]
    groups: dict[str, Record] = {}
    for macro, group in members_of(record, "functional_groups"):
        at: Path = ("iods", name, "functional_groups", macro, "attributes")
        groups[macro] = {**group, "attributes": _attributes(group, keys, root, at, problems)}
    return {**record, "functional_groups": groups}


def complete_common_functional_group(name: str, record: Record, root: Record, problems: list[Problem]) -> Record:
    """A common Functional Group Macro with name, Tag and VR of its Attributes; their Types differ between IODs."""
    at: Path = ("common_functional_groups", name, "attributes")
    rows = completed(record.get("attributes"), root, at, problems, lambda steps: {})
    return {**record, "attributes": {path: with_texts(row, "values") for path, row in rows.items()}}


def _attributes(group: Record, keys: list[str], root: Record, at: Path, problems: list[Problem]) -> Record:
    tops = _PLACES.get(str(group.get("placement")), _BOTH)

    def standard(steps: tuple[str, ...]) -> Record:
        found = [iods.attribute_in(key, (top, *steps)) for key in keys for top in tops]
        return next(({"type": one.type} for one in found if one is not None), {})

    rows = completed(group.get("attributes"), root, at, problems, standard)
    sequences = {a.path[1] for key in keys for a in iods.attributes_of(key) if len(a.path) == 2 and a.path[0] in tops}
    for path in rows:
        first = path.partition(".")[0]
        # Without facts about the macros of an IOD nothing can be said against one; private ones are the vendor's.
        if sequences and first not in sequences and not first.startswith("("):
            message = f"{quoted(first)} is no Functional Group of the IOD in {listed(tops, 'or')}"
            problems.append(Problem(kind=kinds.NOT_IN_MODULE, path=(*at, path), message=message, on_key=True))
    return {path: with_texts(row, "values") for path, row in rows.items()}
