"""The rule S548: a port for TLS comes with a security profile."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._security import is_protected
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S548",
    slug="tls-port-without-profile",
    severity=Severity.WARNING,
    what=(
        "`configuration.local` has a `tls_port` for an Application Entity, but no profile under "
        "`security.secure_transport` is for it."
    ),
    why="Which versions and cipher suites are spoken on that port, and who is let in, is then not stated.",
    instead="Add the Secure Transport Connection Profile, or take the port out.",
    clause="PS3.2 N.8.4.2, PS3.15 6.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such port."""
    for name, address in capability.configuration.local.items():
        if address.tls_port is not None and not is_protected(name, capability):
            message = f"{name} listens for TLS on port {address.tls_port}, but no profile is stated for it"
            path = ("configuration", "local", name, "tls_port")
            yield KIND.at(path, message, hint="add a profile under `security.secure_transport`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
