"""The rule S533: a secured base URI begins with https."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S533",
    slug="secured-uri-without-tls",
    severity=Severity.ERROR,
    what="The `secured_base_uri` of a web service begins with http://.",
    why="A peer that is told that it is secured sends patient data in plain text.",
    instead="Correct the URI, or move it to `base_uri`.",
    clause="PS3.2 Table N.6.3.7-1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each secured URI without TLS."""
    for key, service in capability.web_services.items():
        if service.secured_base_uri.casefold().startswith("http:"):
            message = f"{quoted(service.secured_base_uri)} is not protected by TLS"
            yield KIND.at(("web_services", key, "secured_base_uri"), message, hint="correct it")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
