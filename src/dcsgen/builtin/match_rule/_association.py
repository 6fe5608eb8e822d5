"""What rules about Associations ask of both sides."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.place import Path
from dcsgen.plugin import Meeting, Party


def pair(meeting: Meeting) -> tuple[Party, Party] | None:
    """The initiator and the acceptor; None if nobody opens an Association, which M001 says."""
    initiator, acceptor = meeting.initiator, meeting.acceptor
    return (initiator, acceptor) if initiator is not None and acceptor is not None else None


def policy_path(party: Party, key: str) -> Path:
    """Where the policy of a party's Application Entity would state something."""
    return (*party.entity_path, "association", key)


def title_path(party: Party) -> Path:
    """Where the AE Title of a party's Application Entity is, or would be stated."""
    return ("configuration", "local", party.ae, "ae_title")


def known_titles(party: Party) -> Iterator[str]:
    """The AE Titles of peers that are configured for an Application Entity as delivered."""
    for title, remote in party.capability.configuration.remote.items():
        if remote.application_entity in ("", party.ae):
            yield title
