"""The rule S606: a Real-World Activity does not trigger itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dcsgen.base.text import quoted
from dcsgen.model import Capability, RealWorldActivity
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S606",
    slug="circular-activities",
    severity=Severity.WARNING,
    what="A Real-World Activity is triggered by itself, directly or through others.",
    why="Something has to come first. A circle leaves open what starts the communication.",
    instead="Take the reference out that stands for an answer or a repetition; sequences are the place for these.",
    clause="PS3.2 A.4.1.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each reference that closes a circle."""
    activities = capability.real_world_activities
    for key, index in _closing(activities):
        cause = activities[key].triggered_by[index]
        way = "itself" if cause == key else f"{quoted(cause)}, which it triggers itself, directly or through others"
        message = f"the Real-World Activity {quoted(key)} is triggered by {way}"
        path = ("real_world_activities", key, "triggered_by", index)
        yield KIND.at(path, message, hint="take out one of the references of the circle")


def _closing(activities: Mapping[str, RealWorldActivity]) -> Iterator[tuple[str, int]]:
    """References, as activity and index, that lead back to an activity from which the search came."""
    finished: set[str] = set()
    # What a reference means is looked up by the loader; in a draft it may mean nothing.
    finished.update(cause for one in activities.values() for cause in one.triggered_by if cause not in activities)
    for first in activities:
        way = [(first, iter(enumerate(activities[first].triggered_by)))] if first not in finished else []
        on_the_way = {first}
        while way:
            key, references = way[-1]
            index, cause = next(references, (-1, ""))
            if index < 0:
                way.pop()
                on_the_way.discard(key)
                finished.add(key)
            elif cause in on_the_way:
                yield key, index
            elif cause not in finished:
                way.append((cause, iter(enumerate(activities[cause].triggered_by))))
                on_the_way.add(cause)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
