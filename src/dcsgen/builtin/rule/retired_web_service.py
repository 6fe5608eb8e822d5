"""The rule S520: no web service is retired."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import web_services
from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S520",
    slug="retired-web-service",
    severity=Severity.WARNING,
    what="A web service has been retired from PS3.18: the one over SOAP, WADO-WS, in 2017b.",
    why="New products do not support it, and its text is only in old editions of the standard.",
    instead=(
        "Describe the RESTful services, or say in `behaviour` why the old one is still there and accept the finding."
    ),
    clause="PS3.18",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service that is retired."""
    for key, service in capability.web_services.items():
        facts = web_services.find_service(service.service.id)
        if facts is not None and facts.retired_by:
            message = f"the {facts.name} of {quoted(key)} was retired in {facts.retired_by}"
            yield KIND.at(("web_services", key, "service"), message, hint="describe the Studies Service instead")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
