"""The rule S525: a web service has status codes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S525",
    slug="http-statuses-not-stated",
    severity=Severity.WARNING,
    what="Neither a web service nor any of its transactions has `statuses`.",
    why=(
        "PS3.2 has tables of HTTP status codes for origin servers and user agents alike; without them, faults cannot "
        "be told apart."
    ),
    instead=(
        "Add the codes that an origin server returns with their condition, or what a user agent does with those that "
        "it gets."
    ),
    clause="PS3.2 N.7.3.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each web service without any status code; a retired one has a worse one."""
    for key, service in capability.web_services.items():
        stated = service.statuses or any(each.statuses for each in service.transactions.values())
        if not stated and not service.service.retired:
            message = f"the web service {quoted(key)} has no status codes"
            yield KIND.at(("web_services", key), message, hint="add `statuses`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
