"""The units in which PS3.3 wants Attributes to be, by Module; those of radiotherapy only.

The facts are in `data/attribute_units.json`, made by `scripts/generate_attribute_values.py`. What they lack,
`origin` tells.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dcsgen.base.standard import module_rows
from dcsgen.base.standard.origins import Origin


class AttributeUnits(NamedTuple):
    """The unit of an Attribute. There are several where another Attribute says which of them holds."""

    units: tuple[str, ...]
    clause: str


def origin() -> Origin:
    """Where the facts are from, and what they lack."""
    return _facts()


def units_of(module_key: str, keyword: str) -> AttributeUnits | None:
    """The units of an Attribute in a Module; None if it has none, or none that is known.

    >>> units_of("rt-beams", "GantryAngle").units
    ('°',)
    """
    place = _by_place().get((module_key, keyword))
    return None if place is None else AttributeUnits(place.values, place.clause)


def same_unit(one: str, other: str) -> bool:
    """Whether two texts mean the same unit: `degrees` and `°`, `Monitor Units` and `MU`, `sec` and `s`."""
    return _form(one) == _form(other)


_SPELLINGS = {
    "°": ("deg", "degree", "degrees"),
    "cm³": ("cm3", "cm^3", "ccm", "cc", "ml", "cubic centimetres", "cubic centimeters"),
    "d": ("day", "days"),
    "gy": ("gray", "grays"),
    "kg": ("kilogram", "kilograms"),
    "kg/m²": ("kg/m2", "kg/m^2"),
    "kv": ("kilovolt", "kilovolts", "kvp"),
    "m": ("metre", "metres", "meter", "meters"),
    "ma": ("milliampere", "milliamperes"),
    "mev": ("megaelectronvolt", "megaelectronvolts"),
    "min": ("minute", "minutes"),
    "mm": ("millimetre", "millimetres", "millimeter", "millimeters"),
    "ms": ("msec", "millisecond", "milliseconds"),
    "mu": ("monitor unit", "monitor units"),
    "mv": ("megavolt", "megavolts"),
    "s": ("sec", "second", "seconds"),
    "%": ("percent", "per cent"),
    # The micro sign and the Greek letter look alike.
    "µs": ("us", "μs", "microsecond", "microseconds"),
    "mev/u": ("mev per nucleon", "mev/nucleon", "mev/n"),
}
_FORMS = {spelling: form for form, spellings in _SPELLINGS.items() for spelling in spellings}


def _form(unit: str) -> str:
    text = re.sub(r"\s+", " ", unit.strip()).lower()
    return _FORMS.get(text, text)


@cache
def _facts() -> module_rows.ModuleRows:
    return module_rows.read("attribute_units")


@cache
def _by_place() -> dict[tuple[str, str], module_rows.Place]:
    return module_rows.by_place(_facts())
