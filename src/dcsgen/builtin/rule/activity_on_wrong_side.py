"""The rule S605: the local activity of a service is local, its remote activity remote."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Side
from dcsgen.builtin.rule._uses import uses
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S605",
    slug="activity-on-wrong-side",
    severity=Severity.ERROR,
    what="`local_activity` of a service names a Real-World Activity with `side: remote`, or the other way round.",
    why=(
        "The data flow diagram puts what happens at the product to the left of the Application Entity and what happens "
        "at the peer to the right of the network interface."
    ),
    instead="Exchange the two, or correct the side of the activity.",
    clause="PS3.2 5.1.3, 5.1.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each reference to an activity of the other side."""
    for use in uses(capability):
        for step, name, side in (
            ("local_activity", use.local_activity, Side.LOCAL),
            ("remote_activity", use.remote_activity, Side.REMOTE),
        ):
            activity = capability.real_world_activities.get(name)
            if activity is not None and activity.side is not side:
                whose = f"the {side} activity of the {use.what} {quoted(use.path[1])}"
                message = f"{whose} is {quoted(name)}, which is {activity.side}"
                related = (("real_world_activities", name, "side"),)
                hint = "name another activity, or correct its `side`"
                yield KIND.at((*use.path, step), message, hint=hint, related=related)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
