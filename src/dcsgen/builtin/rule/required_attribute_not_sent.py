"""The rule S248: a user sends the Attributes that an operation demands."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import service_attributes
from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._attributes import attributes_of, operated
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S248",
    slug="required-attribute-not-sent",
    severity=Severity.ERROR,
    what=(
        "A user states the Attributes of an operation, and one of Type 1 or 2 of the outermost level is not among them."
    ),
    why="A provider refuses an operation without such an Attribute, or takes it with a warning.",
    instead="Add the Attribute with its `presence`.",
    clause="PS3.5 7.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each operation that lacks some. A SOP Class has to be clear, and N-SET changes what it likes."""
    for one in operated(capability):
        operation = one.operation
        if operation.operation != "N-CREATE" or one.service.role is not Role.SCU or len(one.sop_classes) != 1:
            continue
        rows = attributes_of(one.sop_classes[0]) if operation.attributes else ()
        missing = [
            row.path[0]
            for row in rows
            if len(row.path) == 1
            and operation.operation not in row.unverified
            and service_attributes.type_for(row.columns.get(operation.operation, ""), Role.SCU) in ("1", "2")
            and row.path[0] not in operation.attributes
        ]
        if missing:
            message = f"{operation.operation} of {quoted(one.path[1])} is sent without {some(missing)}"
            yield KIND.at((*one.path, "attributes"), message, hint="add them with `presence`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
