"""The rule S575: a port is for TLS or not for TLS."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S575",
    slug="port-with-and-without-tls",
    severity=Severity.ERROR,
    what=(
        "The same port of the same address is `port` of one Application Entity and `tls_port` of another or the same."
    ),
    why=("Whether TLS is spoken must be clear before the first byte, so a port can only be the one or the other."),
    instead="Change one of the ports.",
    clause="PS3.15 B.9",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem at each port for TLS that is one without it too."""
    local = capability.configuration.local
    plain = {(each.address, each.port): name for name, each in local.items() if each.port is not None}
    for name, address in local.items():
        other = plain.get((address.address, address.tls_port)) if address.tls_port is not None else None
        if other is not None:
            message = f"port {address.tls_port} of {name} is for TLS, but {other} uses it without"
            related = (("configuration", "local", other, "port"),)
            path = ("configuration", "local", name, "tls_port")
            yield KIND.at(path, message, hint="change one of the ports", related=related)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
