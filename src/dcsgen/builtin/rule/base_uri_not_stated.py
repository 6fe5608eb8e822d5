"""The rule S531: an origin server says where it is."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import WebRole
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S531",
    slug="base-uri-not-stated",
    severity=Severity.NOTE,
    what="A web service as origin server has no `base_uri`.",
    why="PS3.2 has it in the configuration of web services, and an installer looks there first.",
    instead="Add `base_uri` as delivered, or how it is made up.",
    clause="PS3.2 N.6.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service."""
    for key, service in capability.web_services.items():
        if service.role is WebRole.ORIGIN_SERVER and not service.base_uri:
            message = f"the origin server {quoted(key)} does not state its base URI"
            yield KIND.at(("web_services", key), message, hint="add `base_uri`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
