"""The rule S247: an Attribute of an operation is there as its Type demands."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._attributes import against_type, operated
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S247",
    slug="sent-attribute-against-type",
    severity=Severity.ERROR,
    what=("A product sends an Attribute of Type 1 that may be empty or absent, or one of Type 2 that may be absent."),
    why="A provider refuses an operation without such an Attribute, or takes it with a warning.",
    instead="Correct `presence`; otherwise the product has to be corrected.",
    clause="PS3.5 7.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute; `type` is that of the product's role."""
    for one in operated(capability):
        for path, attribute in one.operation.attributes.items():
            wrong = against_type(attribute.type, attribute.presence, inside="." in path)
            if wrong:
                message = f"{quoted(path)} of {one.operation.operation} has Type {attribute.type} and {wrong}"
                yield KIND.at((*one.path, "attributes", path, "presence"), message, hint="correct `presence`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
