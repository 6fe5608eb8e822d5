"""The rule S608: who takes part in a sequence is written as it is elsewhere in the description."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S608",
    slug="misspelt-participant",
    severity=Severity.WARNING,
    what=(
        "A step of a sequence starts or ends at a name that differs from an Application Entity, or from key or name of "
        "a Real-World Activity, only in case, spaces and punctuation."
    ),
    why=(
        "The sequence then shows somebody else: a person or system of its own, with a lifeline beside that of the "
        "Application Entity that was meant."
    ),
    instead="Write the name of the Application Entity, or the key of the activity, as it stands there.",
    clause="PS3.2 A.4.1.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each start or end of a step that is nearly a known one."""
    meant = {spelled(name): name for name in capability.application_entities}
    for key, activity in capability.real_world_activities.items():
        meant.setdefault(spelled(activity.name), key)
        meant.setdefault(spelled(key), key)
    known = {*capability.application_entities, *capability.real_world_activities}
    for key, sequence in (capability.sequences or {}).items():
        for index, step in enumerate(sequence.steps):
            for end, name in (("source", step.source), ("target", step.target)):
                right = meant.get(spelled(name)) if spelled(name) else None
                if right is not None and name not in known:
                    message = f"{quoted(name)} in the sequence {quoted(key)} is nobody's name; {quoted(right)} is meant"
                    yield KIND.at(("sequences", key, "steps", index, end), message, hint=f"write `{right}`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
