"""The rule S113: acceptors can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._roles import directions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S113",
    slug="ae-title-and-port-shared",
    severity=Severity.WARNING,
    what=(
        "Two Application Entities that accept Associations have the same AE Title, address and port, or port for TLS, "
        "in `configuration.local`."
    ),
    why=(
        "A peer selects an Application Entity by these three. It cannot choose between two that share all of them, so"
        " on the network they are one."
    ),
    instead="Give one of them another AE Title or port, or describe both as one Application Entity.",
    clause="PS3.8 C.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem at the second Application Entity for each shared port; where none is stated nothing is compared."""
    seen: dict[tuple[str, int, str], str] = {}
    for name, uses in directions(capability).items():
        local = capability.configuration.local.get(name)
        if not uses.accepts or local is None:
            continue
        title = local.ae_title.strip(" ")
        for port in sorted({port for port in (local.port, local.tls_port) if port is not None}):
            first = seen.setdefault((title, port, local.address), name)
            if first != name:
                message = f"{name} and {first} both accept Associations as {quoted(title)} on port {port}"
                path = ("configuration", "local", name, "ae_title")
                related = (("configuration", "local", first, "ae_title"),)
                hint = "change the AE Title or the port of one of them"
                yield KIND.at(path, message, hint=hint, related=related, subject=str(port))


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
