"""What rules about security ask of both sides: which profiles an Application Entity has, and whether it insists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from dcsgen.base.interaction import Outcome
from dcsgen.base.place import Path
from dcsgen.base.words import Stance
from dcsgen.model.security import SecureTransport, SecurityUse
from dcsgen.plugin import Party, Said

Use = TypeVar("Use", SecureTransport, SecurityUse)

TRANSPORT: Path = ("security", "secure_transport")
IDENTITY: Path = ("security", "user_identity")


def of_entity(uses: Mapping[str, Use], party: Party) -> dict[str, Use]:
    """The uses that are for the Application Entity of a party, or for the whole product."""
    return {
        key: use for key, use in uses.items() if not use.application_entities or party.ae in use.application_entities
    }


def transports(party: Party) -> dict[str, SecureTransport]:
    """The Secure Transport Connection Profiles of the Application Entity of a party."""
    return of_entity(party.capability.security.secure_transport, party)


def identities(party: Party) -> dict[str, SecurityUse]:
    """The User Identity profiles of the Application Entity of a party."""
    return of_entity(party.capability.security.user_identity, party)


def insists(uses: Mapping[str, Use]) -> bool:
    """Whether one of them is demanded of peers."""
    return any(use.stance is Stance.DEMANDS for use in uses.values())


def versions(uses: Mapping[str, SecureTransport]) -> tuple[str, ...]:
    """The versions of TLS, in the order of the description; none if a profile states none."""
    if any(not use.tls_versions for use in uses.values()):
        return ()
    return tuple(dict.fromkeys(version for use in uses.values() for version in use.tls_versions))


def suites(uses: Mapping[str, SecureTransport]) -> tuple[str, ...]:
    """The cipher suites, in the order of the description; none if a profile states none."""
    if any(not use.cipher_suites for use in uses.values()):
        return ()
    return tuple(dict.fromkeys(suite for use in uses.values() for suite in use.cipher_suites))


def without_tls(demanding: Party, other: Party) -> Iterator[Said]:
    """What is said where one party works over TLS only and the other one does not have it."""
    uses = transports(demanding)
    if not insists(uses) or transports(other):
        return
    sources = (*((demanding, (*TRANSPORT, key)) for key in uses), (other, TRANSPORT))
    if not other.capability.security.secure_transport:
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"{demanding.ae} of {demanding.name} works over TLS only, and whether {other.name} has TLS is "
            "not stated",
            missing=((other, TRANSPORT, f"whether {other.ae} has TLS, and which versions"),),
            sources=sources,
        )
    else:
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{demanding.ae} of {demanding.name} works over TLS only, and {other.ae} of {other.name} does "
            "not have it",
            remedies=(
                (demanding, "allow connections without TLS for this peer"),
                (other, f"use TLS for {other.ae}"),
            ),
            sources=sources,
        )
