"""The rule S304: every failure and warning that a provider of a service sends has a condition."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.words import StatusClass
from dcsgen.builtin.rule._status_lists import status_lists
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S304",
    slug="status-without-condition",
    severity=Severity.WARNING,
    what="A failure or warning in the list of an SCP has no `condition`.",
    why=(
        "PS3.2 asks for the reason of every code that a product sends. A code without one tells the other side that "
        "something went wrong, but not what to look for."
    ),
    instead="Say when the product sends the status. `behaviour` is for the SCU: what it does on receiving it.",
    clause="PS3.2 Table A.4.2-13",
)

CLASSES = (StatusClass.FAILURE, StatusClass.WARNING)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each failure or warning without condition in a list that an SCP uses."""
    for codes in status_lists(capability):
        for row in codes.rows if codes.sent else ():
            if row.status.class_ in CLASSES and not row.status.condition:
                hint = "say in `condition` when it is sent"
                if row.status.behaviour and not codes.received:
                    hint += "; `behaviour` is read for an SCU only"
                message = f"the status {row.code} in {codes.owner} has no condition under which the SCP sends it"
                yield KIND.at((*codes.path, row.code), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
