"""The rule S417: who demands a value where a peer may send none says what happens without it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Direction, Use
from dcsgen.builtin.rule._mappings import read_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S417",
    slug="empty-attribute-demanded",
    severity=Severity.WARNING,
    what=(
        "An import makes an Attribute of Type 2 `mandatory`, which includes a value, and neither `otherwise` nor a "
        "`remark` says what happens without one."
    ),
    why="A peer has to send the Attribute, but may lawfully send it empty, and its objects fail then.",
    instead="Say in `otherwise` what happens to an empty value, or accept it.",
    clause="PS3.5 7.4.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute that is not said more about."""
    for row in read_rows(capability, Direction.IMPORT):
        one = row.attribute
        if one.use is Use.MANDATORY and one.type == "2" and not (one.otherwise or one.remark):
            message = (
                f"{row.label} is mandatory in the mapping {quoted(row.key)}, but has Type 2: a peer may send it empty"
            )
            yield KIND.at(row.path, message, hint="say in `otherwise` what happens if it is empty")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
