"""The rule S561: a term that needs another before it has one."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import character_sets
from dcsgen.base.standard.character_sets import Position
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._character_sets import values_of
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S561",
    slug="code-extension-term-alone",
    severity=Severity.WARNING,
    what=(
        "Multi-byte Defined Terms with code extensions, such as ISO 2022 IR 87, are supported, but no ISO 2022 term "
        "that can be the first value, or a combination begins with one that can only come later."
    ),
    why=(
        "These terms are for the second and later values: the first one says what holds before the first escape "
        "sequence. Alone they are not lawful."
    ),
    instead=(
        "Add the term for the first value, such as ISO 2022 IR 6, or write the combination with an empty first value."
    ),
    clause="PS3.3 C.12.1.1.2, PS3.5 6.1.2.5",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such term, if nothing in the list can stand before it."""
    supported = capability.character_sets.supported or ()
    first = any(_position(value) is Position.ANY for each in supported for value in values_of(each))
    for index, each in enumerate(supported):
        values = values_of(each)
        if _position(values[0]) is Position.LATER and (len(values) > 1 or not first):
            message = f"{quoted(values[0])} cannot be the first value of Specific Character Set (0008,0005)"
            hint = f"write \\{each} for an empty first value, or add the term that comes first"
            yield KIND.at(("character_sets", "supported", index), message, hint=hint, subject=each)


def _position(term: str) -> Position | None:
    found = character_sets.find(term)
    return found.position if found is not None else None


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
