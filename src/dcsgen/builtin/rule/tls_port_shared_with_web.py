"""The rule S559: DIMSE and DICOMweb over TLS have ports of their own."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from dcsgen.base.text import quoted
from dcsgen.base.words import WebRole
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S559",
    slug="tls-port-shared-with-web",
    severity=Severity.ERROR,
    what=(
        "A web service has the port in its `base_uri` on which an Application Entity accepts TLS connections for DIMSE."
    ),
    why="PS3.15 demands different ports: a connection can only be for one of the two.",
    instead="Change one of the ports.",
    clause="PS3.15 B.9",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each origin server on the TLS port of an Application Entity."""
    ports = {a.tls_port: name for name, a in capability.configuration.local.items() if a.tls_port is not None}
    for key, service in capability.web_services.items():
        port = _tls_port(service.base_uri) if service.role is WebRole.ORIGIN_SERVER else None
        if port in ports:
            message = f"the web service {quoted(key)} has port {port}, on which {ports[port]} speaks DIMSE over TLS"
            related = (("configuration", "local", ports[port], "tls_port"),)
            path = ("web_services", key, "base_uri")
            yield KIND.at(path, message, hint="change one of the ports", related=related)


def _tls_port(base_uri: str) -> int | None:
    try:
        uri = urlsplit(base_uri)
        return (uri.port or 443) if uri.scheme == "https" else None
    except ValueError:
        # How the URI is made up may be said in words.
        return None


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
