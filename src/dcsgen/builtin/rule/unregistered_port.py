"""The rule S577: Associations are accepted on a registered port."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._ports import OTHER_PROTOCOLS
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S577",
    slug="unregistered-port",
    severity=Severity.NOTE,
    what=(
        "An Application Entity accepts Associations on a `port` other than 104 and 11112, or over TLS on a `tls_port` "
        "other than 2762."
    ),
    why=(
        "PS3.8 and PS3.15 recommend these ports. Another one is lawful, but has to be told to every peer and firewall."
    ),
    instead="Take a registered port as the default, or accept the finding.",
    clause="PS3.8 9.1.2, PS3.15 B.9",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each other port; one that is registered for something else has a rule of its own."""
    for name, address in capability.configuration.local.items():
        for key, port, registered in (("port", address.port, (104, 11112)), ("tls_port", address.tls_port, (2762,))):
            if port is not None and port not in registered and port not in OTHER_PROTOCOLS:
                message = f"port {port} of {name} is not registered for DICOM"
                words = " or ".join(map(str, registered))
                yield KIND.at(("configuration", "local", name, key), message, hint=f"take {words}")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
