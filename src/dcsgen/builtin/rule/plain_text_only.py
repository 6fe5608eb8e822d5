"""The rule S552: there is a way to communicate securely."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._security import is_protected
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S552",
    slug="plain-text-only",
    severity=Severity.NOTE,
    what=(
        "An Application Entity has services, over DIMSE or over the web, no Secure Transport Connection Profile is for "
        "it, and not all of its services are web services whose `base_uri` begins with https://."
    ),
    why=(
        "Patient data can be read and altered by all who share the network. Tenders ask for TLS, and a hospital that "
        "has it wants to know before it buys."
    ),
    instead=("Support TLS, or say in `security.description` what protects the network and accept the finding."),
    clause="PS3.2 N.8.4.2, PS3.15 Annex B",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Application Entity."""
    used = {service.application_entity for service in capability.services.values()}
    used |= {
        service.application_entity
        for service in capability.web_services.values()
        if not service.base_uri.casefold().startswith("https:")
    }
    for name in capability.application_entities:
        if name in used and not is_protected(name, capability):
            message = f"{name} communicates in plain text only"
            hint = "add a profile under `security.secure_transport`"
            yield KIND.at(("application_entities", name), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
