"""How much of what a layout asks for a Capability says: a grade for each section, and the keys that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import product
from typing import Any

from msgspec import NODEFAULT, Struct, structs

from dcsgen.base.place import Path
from dcsgen.model import Capability
from dcsgen.render.outline import Context, Node, look_up


class Grade(StrEnum):
    """How complete a section is."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    MISSING = "missing"
    NOT_APPLICABLE = "not applicable"


class SectionGrade(Struct, frozen=True):
    """The grade of a section with content of its own; `paths` lead to keys that the description lacks."""

    number: str
    title: str
    grade: Grade
    paths: tuple[Path, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys that are missing, with dots."""
        return tuple(".".join(map(str, path)) for path in self.paths)


class Completeness(Struct, frozen=True):
    """The grades of all sections in the order of the document."""

    layout: str
    sections: tuple[SectionGrade, ...]

    def count(self, grade: Grade) -> int:
        """How many sections have a grade."""
        return sum(section.grade is grade for section in self.sections)


def completeness(layout: str, nodes: Sequence[Node], capability: Capability) -> Completeness:
    """The completeness of a Capability for the layout that the nodes come from."""
    return Completeness(layout, tuple(_grades(nodes, capability)))


def _grades(nodes: Sequence[Node], capability: Capability) -> Iterator[SectionGrade]:
    for node in nodes:
        if node.part or node.needs or not node.applicable:
            grade, paths = _grade(node, capability)
            yield SectionGrade(node.number, node.title, grade, paths)
        yield from _grades(node.children, capability)


def _grade(node: Node, capability: Capability) -> tuple[Grade, tuple[Path, ...]]:
    if not node.applicable:
        return Grade.NOT_APPLICABLE, ()
    wanted = [alternatives for need in node.needs for alternatives in _concrete(need, node.context, node.id)]
    lacking = [lack for alternatives in wanted if (lack := _lacking(alternatives, capability))]
    keys = tuple(dict.fromkeys(key for lack in lacking for key in lack))
    if not lacking:
        return Grade.COMPLETE, ()
    return (Grade.MISSING if len(lacking) == len(wanted) else Grade.PARTIAL), keys


def _concrete(need: str, context: Context, section: str) -> Iterator[list[tuple[str, ...]]]:
    """A need with the names of records instead of `{…}`: the paths of its alternatives, once for each combination."""
    alternatives = [alternative.split(".") for alternative in _outside_braces(need)]
    holes = list(dict.fromkeys(part for path in alternatives for part in path if part.startswith("{")))
    for names in product(*(_names(hole, context, section) for hole in holes)):
        filled = dict(zip(holes, names, strict=True))
        yield [tuple(filled.get(part, part) for part in path) for path in alternatives]


def _outside_braces(need: str) -> list[str]:
    """The alternatives of a need, with the dots inside of braces as colons."""
    text, depth = "", 0
    for letter in need:
        depth += (letter == "{") - (letter == "}")
        text += ":" if letter == "." and depth else letter
    return text.split("|")


def _names(hole: str, context: Context, section: str) -> list[str]:
    found = look_up(hole.strip("{}").replace(":", "."), context, section)
    return [item.id for item in found] if isinstance(found, tuple) else [found.id]


def _lacking(alternatives: Sequence[Sequence[str]], capability: Capability) -> tuple[Path, ...]:
    """The keys that the first alternative lacks, if none of them is stated."""
    lacks = [tuple(_not_stated(path, capability, ())) for path in alternatives]
    return () if any(not lack for lack in lacks) else lacks[0]


def _not_stated(path: Sequence[str], value: Any, before: tuple[str, ...]) -> Iterator[Path]:
    """The keys on a path, each record for `*`, that the description does not have."""
    if not path:
        return
    first, *rest = path
    if first == "*":
        if not value:
            yield before
        for key in value:
            yield from _not_stated(rest, value[key], (*before, key))
        return
    inner = _stated(value, first)
    if inner is None:
        yield (*before, *path)
    else:
        yield from _not_stated(rest, inner, (*before, first))


def _stated(value: Any, name: str) -> Any:
    """What a record or map says under a name; None if that is nothing, or what holds without it."""
    if isinstance(value, Mapping):
        return value.get(name)
    field = _fields(type(value))[name]  # type: ignore[arg-type]  # mypy takes no class for something hashable
    found = getattr(value, name)
    if isinstance(found, Struct):
        return found
    usual = field.default if field.default is not NODEFAULT else None
    if field.default_factory is not NODEFAULT:
        usual = field.default_factory()
    return None if found == usual or found == "" else found


@cache
def _fields(record: type[Struct]) -> dict[str, structs.FieldInfo]:
    # msgspec evaluates all annotations of the class for it, which takes a millisecond.
    return {field.name: field for field in structs.fields(record)}
