"""The rule S574: a port is not that of another protocol."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._ports import NOT_PLAIN, NOT_TLS
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S574",
    slug="port-of-other-protocol",
    severity=Severity.WARNING,
    what=(
        "`port` is 2762 or 2761, which are registered for DICOM over TLS and over ISCL, or 80 or 443, or `tls_port` "
        "is 104 or 11112, which are registered for DICOM without either."
    ),
    why=(
        "Peers and firewalls conclude from the port what is spoken there. A peer that is set up by the registered "
        "meaning gets no connection."
    ),
    instead=("Exchange the ports, or take those that are registered: 104 and 11112 in plain text, 2762 for TLS."),
    clause="PS3.8 9.1.2, PS3.15 B.9",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each port that is registered for something else; one for both has a rule of its own."""
    for name, address in capability.configuration.local.items():
        for key, port, others in (("port", address.port, NOT_PLAIN), ("tls_port", address.tls_port, NOT_TLS)):
            if port in others and port is not None and address.port != address.tls_port:
                message = f"port {port} of {name} is registered for {others[port]}"
                yield KIND.at(("configuration", "local", name, key), message, hint="take another port")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
