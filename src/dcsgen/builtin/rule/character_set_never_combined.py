"""The rule S562: only terms with code extensions are combined."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import character_sets
from dcsgen.base.standard.character_sets import Position
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._character_sets import values_of
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S562",
    slug="character-set-never-combined",
    severity=Severity.ERROR,
    what=(
        "A combination of Defined Terms has one that can only stand alone, such as ISO_IR 192, GB18030, GBK or ISO_IR "
        "100."
    ),
    why=(
        "Values of Specific Character Set are combined by the escape sequences of ISO/IEC 2022, which these do not "
        "have."
    ),
    instead=("State it by itself. The single-byte sets have a second term for combinations, such as ISO 2022 IR 100."),
    clause="PS3.3 C.12.1.1.2, PS3.5 6.1.2.5",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each term in a combination that can only stand alone."""
    for index, each in enumerate(capability.character_sets.supported or ()):
        values = values_of(each)
        for term in values if len(values) > 1 else ():
            found = character_sets.find(term)
            if term and found is not None and found.position is Position.ALONE:
                message = f"{quoted(term)} cannot be combined with other values"
                extended = f"ISO 2022 {term.removeprefix('ISO_')}"
                hint = f"write {extended}" if character_sets.is_defined(extended) else "state it by itself"
                yield KIND.at(("character_sets", "supported", index), message, hint=hint, subject=term)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
