"""The rule S532: a web service is reached over TLS."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S532",
    slug="web-service-in-plain-text",
    severity=Severity.NOTE,
    what="The `base_uri` of a web service begins with http://.",
    why="Patient data, and whatever lets the peer in, can be read by all who share the network.",
    instead="Offer https and give that URI, or say in `security.description` what protects the network.",
    clause="PS3.15 B.9",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each base URI without TLS."""
    for key, service in capability.web_services.items():
        if service.base_uri.casefold().startswith("http:"):
            message = f"{quoted(service.base_uri)} is not protected by TLS"
            yield KIND.at(("web_services", key, "base_uri"), message, hint="offer https")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
