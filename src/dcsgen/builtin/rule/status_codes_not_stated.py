"""The rule S302: the provider of a service says which status codes it sends."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._status_lists import has_codes, is_provider
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S302",
    slug="status-codes-not-stated",
    severity=Severity.WARNING,
    what="A service with the role SCP or BOTH has neither `statuses` nor a `status_table`.",
    why=(
        "The user of a service decides by the status whether it tries again, gives up or asks a person. PS3.2 wants "
        "the provider to list the codes of the standard that it sends, and those of its own."
    ),
    instead=(
        "List the status codes that the product sends, with the condition for each, or refer to a table that several "
        "services share. The codes of the standard are in PS3.4 with the service, and in PS3.7 Annex C."
    ),
    clause="PS3.2 A.4.2.x.4.y.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service."""
    for key, service in capability.services.items():
        if is_provider(service) and not has_codes(service):
            message = f"the service {quoted(key)} does not say which status codes the SCP sends"
            yield KIND.at(("services", key), message, hint="add `statuses`, or name a `status_table`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
