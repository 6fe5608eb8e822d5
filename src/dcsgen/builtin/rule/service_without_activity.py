"""The rule S604: a service belongs to a Real-World Activity."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._uses import uses
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S604",
    slug="service-without-activity",
    severity=Severity.WARNING,
    what="A service, over DIMSE, on media or over the web, has neither a `local_activity` nor a `remote_activity`.",
    why=(
        "PS3.2 wants the data flow diagram to show how each Application Entity relates to Real-World Activities, and "
        "describes Associations by activity. A service without one is missing from the diagram."
    ),
    instead="Name the activity that makes the product, or its peer, use the service.",
    clause="PS3.2 5.1.3, 5.1.4, A.4.1.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service."""
    for use in uses(capability):
        if not use.local_activity and not use.remote_activity:
            message = f"the {use.what} {quoted(use.path[1])} belongs to no Real-World Activity"
            yield KIND.at(use.path, message, hint="add `local_activity` or `remote_activity`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
