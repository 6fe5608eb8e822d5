"""The rule S416: who demands what a peer may leave out says what happens without it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Direction, Use
from dcsgen.builtin.rule._mappings import read_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S416",
    slug="optional-attribute-demanded",
    severity=Severity.WARNING,
    what=(
        "An import makes an Attribute of Type 3 `mandatory`, and neither `otherwise` nor a `remark` says what happens "
        "without it."
    ),
    why=(
        "A peer may lawfully leave the Attribute out, so that its objects fail although nothing is wrong with them. It "
        "is the commonest reason why two correct products do not work together."
    ),
    instead="Say in `otherwise` what happens, or accept objects without the Attribute.",
    clause="PS3.5 7.4.5",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute that is not said more about."""
    for row in read_rows(capability, Direction.IMPORT):
        one = row.attribute
        if one.use is Use.MANDATORY and one.type == "3" and not (one.otherwise or one.remark):
            message = f"{row.label} is mandatory in the mapping {quoted(row.key)}, but has Type 3: a peer may omit it"
            yield KIND.at(row.path, message, hint="say in `otherwise` what happens if it is absent")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
