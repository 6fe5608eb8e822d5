"""The rule S547: who accepts Associations over TLS says on which port."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import listed
from dcsgen.builtin.rule._roles import directions
from dcsgen.builtin.rule._security import covered, transports
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S547",
    slug="secure-transport-without-port",
    severity=Severity.WARNING,
    what=(
        "A secure transport is for an Application Entity that accepts Associations, but neither `configuration.local` "
        "has a `tls_port` for it nor the transport a `port`."
    ),
    why=(
        "PS3.15 wants the ports on which TLS connections are accepted, or how they are chosen, in the Conformance "
        "Statement: a firewall has to be opened for them."
    ),
    instead="Add `tls_port` to the address of the Application Entity; 2762 is registered for it.",
    clause="PS3.15 B.9",
)

_NOT_TLS = ("iscl", "secure-email-transport")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each transport that some acceptor has no port for."""
    accepting = {name for name, uses in directions(capability).items() if uses.accepts}
    local = capability.configuration.local
    for path, record, _ in transports(capability):
        if record.port is not None or record.profile.id in _NOT_TLS:
            continue
        entities = [name for name in covered(record, capability) if name in accepting]
        without = [name for name in entities if name not in local or local[name].tls_port is None]
        if without:
            message = f"no port is stated on which {listed(without, 'and')} {_accepts(without)} TLS connections"
            yield KIND.at(path, message, hint=f"add `configuration.local.{without[0]}.tls_port`")


def _accepts(names: list[str]) -> str:
    return "accepts" if len(names) == 1 else "accept"


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
