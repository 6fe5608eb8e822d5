"""The rule S228: a SOP Class comes with the one that fills it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import expected_of_provider
from dcsgen.base.standard.uids import by_uid
from dcsgen.base.text import listed, quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._placed import placed
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S228",
    slug="provider-with-nothing-to-provide",
    severity=Severity.WARNING,
    what=(
        "An Application Entity is SCP of a SOP Class which only gives out, or takes in, what comes by another one "
        "that the product does not provide: MPPS Retrieve or Notification without Modality Performed Procedure Step, "
        "UPS Watch without UPS Event, UPS Event without UPS Watch."
    ),
    why=(
        "Nobody creates the instances that could be retrieved, nobody can subscribe to the events, or subscriptions "
        "lead to nothing."
    ),
    instead="Add the SOP Class that the finding names, or say in `behaviour` how it works without.",
    clause="PS3.4 F.7.2, CC.2.3, CC.2.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such SOP Class; another Application Entity of the product may have the other one."""
    provided = [one for one in placed(capability) if one.role is Role.SCP]
    has = {one.uid for one in provided}
    for one in provided:
        missing = [uid for uid in expected_of_provider(one.uid) if uid not in has]
        if missing:
            names = listed([registered.name for uid in missing if (registered := by_uid(uid))], "and")
            message = f"the service {quoted(one.key)} provides {one.name}, but the product does not provide {names}"
            path = ("services", one.key, "sop_classes")
            yield KIND.at(path, message, hint="add it, or take out what is of no use without", subject=one.uid)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
