"""The rule S603: a Real-World Activity has to do with a service, a sequence or another activity."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._uses import uses
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S603",
    slug="unused-activity",
    severity=Severity.WARNING,
    what=(
        "A Real-World Activity that no service and no sequence refers to, that triggers nothing and is triggered by "
        "nothing."
    ),
    why="It stands in the data flow diagram without any connection, or nowhere at all.",
    instead="Name it in `local_activity` or `remote_activity` of a service, or take it out.",
    clause="PS3.2 5.1.3, 5.1.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such activity."""
    used = {name for use in uses(capability) for name in (use.local_activity, use.remote_activity)}
    steps = (step for sequence in (capability.sequences or {}).values() for step in sequence.steps)
    used |= {name for step in steps for name in (step.source, step.target)}
    used |= {name for activity in capability.real_world_activities.values() for name in activity.triggered_by}
    for key, activity in capability.real_world_activities.items():
        if key not in used and not activity.triggered_by:
            message = f"nothing refers to the Real-World Activity {quoted(key)}"
            yield KIND.at(("real_world_activities", key), message, hint="name it in a service, or take it out")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
