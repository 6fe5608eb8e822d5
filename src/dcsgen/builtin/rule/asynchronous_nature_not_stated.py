"""The rule S327: an Application Entity says whether it negotiates asynchronous operations."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._uses import without_associations
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S327",
    slug="asynchronous-nature-not-stated",
    severity=Severity.NOTE,
    what="An Application Entity, other than one for media or the web alone, has no `asynchronous_window`.",
    why=(
        "PS3.2 wants it stated if several outstanding operations are negotiated; silence leaves open whether they are "
        "not, or whether nobody asked the developers."
    ),
    instead="State the window, 1 and 1 for synchronous operation.",
    clause="PS3.2 A.4.2.x.2.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Application Entity."""
    other = without_associations(capability)
    for name, entity in capability.application_entities.items():
        if name not in other and entity.association.asynchronous_window is None:
            message = f"{name} does not say whether it negotiates asynchronous operations"
            path = ("application_entities", name, "association", "asynchronous_window")
            yield KIND.at(path, message, hint="add `asynchronous_window: {invoked: 1, performed: 1}` if it does not")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
