"""What several single values have in common, or what at least one of them is, by the form of their field."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from msgspec import NODEFAULT, Struct, structs

from dcsgen.base.words import Stance
from dcsgen.compare.values import extent_of, size_of
from dcsgen.model.compared import Empty, Everything, Field, Form


class Way(StrEnum):
    """How products become one."""

    INTERSECTION = "intersection"
    UNION = "union"


class Nothing:
    """Stands for what cannot be said of all at once."""


NOTHING = Nothing()


@cache
def _defaults(of: type[Struct]) -> dict[str, structs.FieldInfo]:
    return {field.name: field for field in structs.fields(of)}


def default_of(of: type[Struct], name: str) -> Any:
    """What a field is if nothing is said; `NODEFAULT` if something has to be."""
    field = _defaults(of)[name]
    return field.default_factory() if field.default_factory is not NODEFAULT else field.default


def demanded(field: Field) -> bool:
    """Whether more of a field is always more that peers have to meet, whatever the role of the product."""
    return field.stance is Stance.DEMANDS


def states(field: Field, value: Any) -> bool:
    """Whether a value says something about its field."""
    if value is None or value == "":
        return False
    return bool(value) or not isinstance(value, tuple | dict) or field.empty is not Empty.UNSTATED


def single(values: Sequence[Any], field: Field, way: Way) -> Any:
    """One value for several that are all stated; `NOTHING` where they cannot be brought together."""
    if all(value == values[0] for value in values):
        return values[0]
    # A peer that is to get along with each of them has to meet what the most demanding one asks for.
    most = (way is Way.UNION) != demanded(field)
    if field.standard:
        return min(values, key=str)
    if field.form is Form.SIZE:
        return (max if most else min)(values, key=lambda value: (size_of(field, value), str(value)))
    if field.form is Form.SCALE and all(value in field.scale for value in values):
        return (max if most else min)(values, key=field.scale.index)
    if field.form is Form.EXTENT:
        return _extent(values, field, most)
    if field.form is Form.RANGE:
        return _range(values, most)
    return NOTHING


def agreed(values: Sequence[Any]) -> Any:
    """One value for several where there has to be one: the shortest."""
    return min(values, key=lambda value: (len(str(value)), str(value)))


def _extent(values: Sequence[Any], field: Field, most: bool) -> Any:
    """The word, or the list, that stands for what all of them or any of them stand for."""
    extents = [extent_of(field, value) for value in values]
    limited = [one for one in extents if not isinstance(one, Everything)]
    if len(limited) < len(extents) and (most or not limited):
        return next(value for value, one in zip(values, extents, strict=True) if isinstance(one, Everything))
    found = frozenset.union(*limited) if most else frozenset.intersection(*limited)
    words = [*values, *field.extents]
    for word in sorted(words, key=str):
        if extent_of(field, word) == found:
            return word
    # A list and a word that means something else than its items cannot be one list.
    lists = all(isinstance(value, tuple) or value in field.extents for value in values)
    return tuple(sorted(found)) if found and lists else NOTHING


def _range(values: Sequence[tuple[Any, Any]], most: bool) -> Any:
    lows = [-math.inf if low is None else low for low, _ in values]
    highs = [math.inf if high is None else high for _, high in values]
    low, high = (min(lows), max(highs)) if most else (max(lows), min(highs))
    if low > high:
        return NOTHING
    return None if low == -math.inf else low, None if high == math.inf else high
