"""Which Application Entities accept Associations, and which of them accept Verification."""

from __future__ import annotations

from typing import NamedTuple

from dcsgen.base.words import Role
from dcsgen.builtin.rule._roles import directions
from dcsgen.model import Capability

VERIFICATION = "1.2.840.10008.1.1"
"""The SOP Class of C-ECHO (PS3.4 A.4)."""


class Acceptors(NamedTuple):
    """Application Entities that accept Associations without Verification, and those that are SCP of Verification."""

    lacking: tuple[str, ...]
    verified: tuple[str, ...]


def acceptors(capability: Capability) -> Acceptors:
    """Both sorts of Application Entities, in the order of the services."""
    verified = tuple(
        dict.fromkeys(
            service.application_entity
            for service in capability.services.values()
            if service.role is not Role.SCU and any(one.uid == VERIFICATION for one in service.sop_classes)
        )
    )
    accepting = (name for name, uses in directions(capability).items() if uses.accepts)
    return Acceptors(tuple(name for name in accepting if name not in verified), verified)
