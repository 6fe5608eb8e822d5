"""The Enumerated Values and Defined Terms of Attributes (PS3.5 6.3), by Module; those of radiotherapy only.

The facts are in `data/enumerated_values.json`, made by `scripts/generate_attribute_values.py`. What they lack,
`origin` tells.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dcsgen.base.standard import module_rows
from dcsgen.base.standard.origins import Origin


class Terms(NamedTuple):
    """The values that PS3.3 lists for an Attribute.

    No other value is allowed if they are `enumerated`; Defined Terms may be extended by those that a Conformance
    Statement names. `unverified` says that a later source has another list, or none.
    """

    values: tuple[str, ...]
    enumerated: bool
    clause: str
    unverified: bool = False


def origin() -> Origin:
    """Where the facts are from, and what they lack."""
    return _facts()


def terms_of(module_key: str, keyword: str) -> Terms | None:
    """The listed values of an Attribute in a Module, wherever in it; None if PS3.3 or the facts have no list.

    >>> terms_of("patient", "PatientSex").values
    ('M', 'F', 'O')
    """
    place = _by_place().get((module_key, keyword))
    if place is None:
        return None
    return Terms(place.values, place.cells == ("enumerated",), place.clause, place.unverified)


@cache
def _facts() -> module_rows.ModuleRows:
    return module_rows.read("enumerated_values")


@cache
def _by_place() -> dict[tuple[str, str], module_rows.Place]:
    return module_rows.by_place(_facts())
