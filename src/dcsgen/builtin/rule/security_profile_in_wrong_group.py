"""The rule S553: a profile stands in its group."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._security import GROUPS, supported
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S553",
    slug="security-profile-in-wrong-group",
    severity=Severity.ERROR,
    what=(
        "A profile of PS3.15 stands under a key of `security` that is for profiles of another kind, such as TLS under "
        "`user_identity`."
    ),
    why="It is printed in the wrong section, and whatever is looked up by group does not find it.",
    instead="Move the record to its group.",
    clause="PS3.15 6, PS3.2 N.8.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each profile of another group."""
    for path, group, record, facts in supported(capability):
        if facts is not None and facts.group not in GROUPS[group]:
            right = next(key for key, groups in GROUPS.items() if facts.group in groups)
            message = f"the {record.profile.name} does not belong under `{group}`"
            yield KIND.at((*path, "profile"), message, hint=f"move it to `security.{right}`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
