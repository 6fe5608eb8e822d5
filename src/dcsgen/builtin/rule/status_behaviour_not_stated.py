"""The rule S301: the user of a service says what it does with the status codes that it receives."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._status_lists import has_codes, is_user
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S301",
    slug="status-behaviour-not-stated",
    severity=Severity.WARNING,
    what="A service with the role SCU or BOTH has neither `statuses` nor a `status_table`.",
    why=(
        "What a product does when its peer refuses is what a network administrator looks for first when data are "
        "missing. PS3.2 asks for the behaviour after every status, as a table."
    ),
    instead=(
        "List the status codes of the service with the behaviour for each, and a row `other` for all "
        "others; or refer to a table that several services share."
    ),
    clause="PS3.2 A.4.2.x.3.y.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service."""
    for key, service in capability.services.items():
        if is_user(service) and not has_codes(service):
            message = f"the service {quoted(key)} does not say what the SCU does with the status codes it receives"
            yield KIND.at(("services", key), message, hint="add `statuses`, or name a `status_table`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
