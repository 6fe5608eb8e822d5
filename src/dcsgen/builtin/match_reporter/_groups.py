"""Interactions that come to the same between the same Application Entities, to be told once."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from dcsgen.base.interaction import Interaction, Outcome, Reason


class Group(Struct, frozen=True):
    """Interactions of one pair of Application Entities with the same outcome for the same reasons."""

    members: tuple[Interaction, ...]

    @property
    def first(self) -> Interaction:
        """The one that stands for all."""
        return self.members[0]

    @property
    def names(self) -> tuple[str, ...]:
        """What the interactions are about."""
        return tuple(member.name for member in self.members)

    @property
    def outcome(self) -> Outcome:
        """The outcome of each of them."""
        return self.first.outcome


def grouped(interactions: Iterable[Interaction]) -> tuple[Group, ...]:
    """All interactions, those together that only differ in what they are about, in the order of their first ones."""
    found: dict[object, list[Interaction]] = {}
    for one in interactions:
        found.setdefault(_alike(one), []).append(one)
    return tuple(Group(tuple(members)) for members in found.values())


def _alike(one: Interaction) -> object:
    parties = tuple((party.side, party.application_entity) for party in (one.user, one.provider))
    return one.means, parties, one.service_class, one.outcome, tuple(map(_said, one.reasons))


def _said(reason: Reason) -> object:
    return reason.code, reason.outcome, reason.subject, reason.message
