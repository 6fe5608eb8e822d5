"""Value Representations: how long a value may be, and what it may be made of."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Fact, Section
from dcsgen.base.standard import value_representations


class ValueRepresentation(Entry, frozen=True, kw_only=True, tag_field="kind", tag="value-representation"):
    """A Value Representation. `longest` is the most characters of one value, null for binary ones.

    For PN it is that of each component group. `single`: there is never more than one value. `least` and `most` bound
    what a number may be.
    """

    longest: int | None
    single: bool
    number: bool
    whole: bool
    least: float | None
    most: float | None


def _hits() -> Iterator[Hit]:
    for one in value_representations.all_of_them():
        yield Hit("value-representation", one.vr, one.name, note="VR")


def _show(key: str) -> ValueRepresentation:
    found = value_representations.by_code(key)
    assert found is not None
    return ValueRepresentation(
        id=key,
        name=f"{key} {found.name}",
        longest=found.longest,
        single=found.single,
        number=found.number,
        whole=found.whole,
        least=found.least,
        most=found.most,
        sources=(source("Value Representation", value_representations.CLAUSE, ""),),
    )


def _sections(entry: ValueRepresentation) -> Iterator[Section]:
    each = " in each component group" if entry.id == "PN" else ""
    bounds = f"{entry.least:.0f} to {entry.most:.0f}" if entry.least is not None and entry.most is not None else ""
    number = ("whole number" if entry.whole else "number") if entry.number else ""
    facts = (
        Fact("Longest value", f"{entry.longest:,} characters{each}" if entry.longest is not None else ""),
        Fact("Values", "one only" if entry.single else "one or more"),
        Fact("Holds", number),
        Fact("Bounds", bounds),
    )
    yield Section("Values", facts=tuple(fact for fact in facts if fact.text))


KIND = Kind(
    key="value-representation",
    noun="Value Representation",
    plural="Value Representations",
    entry=ValueRepresentation,
    hits=_hits,
    show=_show,
    sections=_sections,
)
