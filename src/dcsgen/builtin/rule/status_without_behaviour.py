"""The rule S303: every status that a user of a service may receive has a behaviour."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._status_lists import status_lists
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S303",
    slug="status-without-behaviour",
    severity=Severity.WARNING,
    what="A status code in the list of an SCU has no `behaviour`.",
    why=(
        "The table of PS3.2 has a column for it, and the standard already says what the code means; what the product "
        "does then is all that the reader cannot know."
    ),
    instead=(
        "Say what the product does: whether it tries again, marks the job, tells somebody. `condition` is for the "
        "SCP: when it sends the status."
    ),
    clause="PS3.2 Table A.4.2-9",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each row without behaviour in a list that an SCU uses."""
    for codes in status_lists(capability):
        for row in codes.rows if codes.received else ():
            if not row.status.behaviour:
                hint = "say in `behaviour` what the product does then"
                if row.status.condition and not codes.sent:
                    hint += "; `condition` is read for an SCP only"
                message = f"the status {row.code} in {codes.owner} has no behaviour of the SCU"
                yield KIND.at((*codes.path, row.code), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
