"""Security profiles of a description, with what PS3.15 says about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dcsgen.base.standard import security_profiles as standard
from dcsgen.model import AuditTrail, Capability, DeIdentification, SecureTransport, SecurityUse, SystemManagement
from dcsgen.plugin import Path

Record = SecurityUse | SecureTransport | AuditTrail | DeIdentification | SystemManagement

GROUPS: Mapping[str, frozenset[str]] = {
    "secure_transport": frozenset({standard.SECURE_TRANSPORT}),
    "user_identity": frozenset({standard.USER_IDENTITY}),
    "audit_trail": frozenset({standard.AUDIT_TRAIL}),
    "digital_signatures": frozenset({standard.DIGITAL_SIGNATURE}),
    "de_identification": frozenset({standard.ATTRIBUTE_CONFIDENTIALITY}),
    "media_security": frozenset({standard.MEDIA_STORAGE_SECURITY}),
    "secure_use": frozenset({standard.SECURE_USE}),
    "system_management": frozenset(
        {standard.NETWORK_ADDRESS_MANAGEMENT, standard.TIME_SYNCHRONIZATION, standard.APPLICATION_CONFIGURATION}
    ),
}
"""The groups of PS3.15 whose profiles belong under each key of `security`."""


class Supported(NamedTuple):
    """A profile that the product supports: where it stands, under which key, and the facts if it is known."""

    path: Path
    group: str
    record: Record
    facts: standard.SecurityProfile | None


class Transport(NamedTuple):
    """A Secure Transport Connection Profile that the product supports, with its facts if it is known."""

    path: Path
    record: SecureTransport
    facts: standard.SecurityProfile | None


def supported(capability: Capability) -> Iterator[Supported]:
    """All profiles of the description, group by group."""
    for group in GROUPS:
        records: Mapping[str, Record] = getattr(capability.security, group)
        for key, record in records.items():
            yield Supported(("security", group, key), group, record, standard.by_id(record.profile.id))


def transports(capability: Capability) -> Iterator[Transport]:
    """The Secure Transport Connection Profiles of the description."""
    for key, record in capability.security.secure_transport.items():
        yield Transport(("security", "secure_transport", key), record, standard.by_id(record.profile.id))


def covers(record: Record, entity: str) -> bool:
    """Whether a profile is for an Application Entity; without a list it is for the whole product."""
    return not record.application_entities or entity in record.application_entities


def covered(record: Record, capability: Capability) -> list[str]:
    """The Application Entities that a profile is for."""
    return [name for name in capability.application_entities if covers(record, name)]


def is_protected(entity: str, capability: Capability) -> bool:
    """Whether some Secure Transport Connection Profile is for an Application Entity."""
    return any(covers(record, entity) for record in capability.security.secure_transport.values())
