"""The rule S113: acceptors can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._roles import directions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S113",
    slug="ae-title-and-port-shared",
    severity=Severity.WARNING,
    what=(
        "Two Application Entities that accept Associations have the same AE Title, port and address in "
        "`configuration.local`."
    ),
    why=(
        "A peer selects an Application Entity by these three. It cannot choose between two that share all of them, so"
        " on the network they are one."
    ),
    instead="Give one of them another AE Title or port, or describe both as one Application Entity.",
    clause="PS3.8 C.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem at the second Application Entity; where no port is stated nothing is compared."""
    seen: dict[tuple[str, int, str], str] = {}
    for name, uses in directions(capability).items():
        local = capability.configuration.local.get(name)
        if not uses.accepts or local is None or local.port is None:
            continue
        first = seen.setdefault((local.ae_title.strip(), local.port, local.address), name)
        if first != name:
            message = f"{name} and {first} both accept Associations as {local.ae_title.strip()} on port {local.port}"
            path = ("configuration", "local", name, "ae_title")
            related = (("configuration", "local", first, "ae_title"),)
            yield KIND.at(path, message, hint="change the AE Title or the port of one of them", related=related)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
