"""Every interaction that could exist between two products, in both directions, and what has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from dcsgen.base.interaction import Means, Outcome, Side, Unmet
from dcsgen.base.standard.service_classes import class_of
from dcsgen.base.words import FileSetRole, ProfileKind, Role, WebRole
from dcsgen.match.negotiation import negotiated
from dcsgen.match.taking import taker
from dcsgen.model import Capability, MediaService, Service, WebService
from dcsgen.plugin.match_rule import Meeting, Party

_WRITES = (FileSetRole.FSC, FileSetRole.FSU)
_READS = (FileSetRole.FSR, FileSetRole.FSU)

NEAR = 6
"""Names of what a product has instead that are told."""


def meetings(a: Capability, b: Capability, drafts: frozenset[Side] = frozenset()) -> Iterator[Meeting]:
    """All pairs of a user and a provider of the same thing: first where the first product is the user."""
    for user, provider, side in ((a, b, Side.A), (b, a, Side.B)):
        for found in (_on_network, _on_web, _by_media):
            for meeting in found(user, provider, side):
                yield _drafted(meeting, drafts) if drafts else meeting


def _drafted(meeting: Meeting, drafts: frozenset[Side]) -> Meeting:
    """A meeting whose parties know whether they are drafts."""
    user, provider = (structs.replace(party, draft=party.side in drafts) for party in (meeting.user, meeting.provider))
    return structs.replace(meeting, user=user, provider=provider)


def _on_network(user: Capability, provider: Capability, side: Side) -> Iterator[Meeting]:
    providing = [(name, one) for name, one in provider.services.items() if one.role is not Role.SCU]
    for name, used in user.services.items():
        if used.role is Role.SCP:
            continue
        for other, provided in providing:
            there = {one.uid for one in provided.sop_classes}
            common = [one for one in used.sop_classes if one.uid in there]
            if not common:
                continue
            context = negotiated(used, provided, side)
            for sop_class in common:
                yield Meeting(
                    means=Means.NETWORK,
                    user=Party(side, user, ("services", name), used),
                    provider=Party(side.other, provider, ("services", other), provided),
                    service_class=class_of(sop_class.uid),
                    key=sop_class.uid,
                    sop_class=sop_class,
                    context=context,
                )


def _on_web(user: Capability, provider: Capability, side: Side) -> Iterator[Meeting]:
    for name, used in user.web_services.items():
        for other, provided in provider.web_services.items():
            if used.role is not WebRole.USER_AGENT or provided.role is not WebRole.ORIGIN_SERVER:
                continue
            if used.service.id != provided.service.id:
                continue
            for transaction in used.transactions:
                if transaction in provided.transactions:
                    yield Meeting(
                        means=Means.WEB,
                        user=Party(side, user, ("web_services", name), used),
                        provider=Party(side.other, provider, ("web_services", other), provided),
                        service_class=used.service.id,
                        key=transaction,
                    )


def _by_media(user: Capability, provider: Capability, side: Side) -> Iterator[Meeting]:
    for name, written in user.media.items():
        for other, read in provider.media.items():
            if readable(written, read) and writes(written) and reads(read):
                yield Meeting(
                    means=Means.MEDIA,
                    user=Party(side, user, ("media", name), written),
                    provider=Party(side.other, provider, ("media", other), read),
                    service_class=written.profile.id,
                    key=written.profile.id,
                )


def readable(written: MediaService, read: MediaService) -> bool:
    """Whether a File-set under one profile can be read under another: the same, or the one that it augments.

    An Augmented Application Profile keeps to the requirements of its Standard one (PS3.2 7.4).
    """
    augmented = written.profile.kind is ProfileKind.AUGMENTED and written.profile.base
    return read.profile.id in (written.profile.id, augmented)


def writes(service: MediaService) -> bool:
    """Whether it may write File-sets: what states no role may have any."""
    return not service.roles or any(role in _WRITES for role in service.roles)


def reads(service: MediaService) -> bool:
    """Whether it may read File-sets: what states no role may have any."""
    return not service.roles or any(role in _READS for role in service.roles)


def unmet(a: Capability, b: Capability, drafts: frozenset[Side] = frozenset()) -> Iterator[Unmet]:
    """What one product would do with a peer and the other one has no counterpart for.

    What a draft does not say may still be there.
    """
    for own, other, side in ((a, b, Side.A), (b, a, Side.B)):
        outcome = Outcome.CANNOT_TELL if side.other in drafts else Outcome.FAILS
        for name, service in own.services.items():
            for role in (Role.SCU, Role.SCP):
                if service.role in (role, Role.BOTH):
                    yield from _unmet_classes(own, name, service, role, other, side, outcome)
        for name, web in own.web_services.items():
            yield from _unmet_transactions(own, name, web, other, side, outcome)
        for name, media in own.media.items():
            fitting = [
                one for one in other.media.values() if (writes(media) and reads(one)) or (reads(media) and writes(one))
            ]
            if not any(
                readable(media, one) if writes(media) and reads(one) else readable(one, media) for one in fitting
            ):
                yield Unmet(
                    means=Means.MEDIA,
                    taker=taker(Party(side, own, ("media", name), media)),
                    role=" and ".join(map(str, media.roles)),
                    service_class=media.profile.id,
                    key=media.profile.id,
                    name=media.profile.id,
                    outcome=outcome,
                    near=tuple(dict.fromkeys(one.profile.id for one in fitting))[:NEAR],
                )


def _unmet_classes(
    own: Capability, name: str, service: Service, role: Role, other: Capability, side: Side, outcome: Outcome
) -> Iterator[Unmet]:
    counterpart = Role.SCP if role is Role.SCU else Role.SCU
    there = {
        one.uid: one.name
        for provided in other.services.values()
        if provided.role in (counterpart, Role.BOTH)
        for one in provided.sop_classes
    }
    for sop_class in service.sop_classes:
        if sop_class.uid in there:
            continue
        service_class = class_of(sop_class.uid)
        near = [title for uid, title in there.items() if service_class and class_of(uid) == service_class]
        yield Unmet(
            means=Means.NETWORK,
            taker=taker(Party(side, own, ("services", name), service)),
            role=str(role),
            service_class=service_class,
            key=sop_class.uid,
            name=sop_class.name,
            outcome=outcome,
            near=tuple(near[:NEAR]),
        )


def _unmet_transactions(
    own: Capability, name: str, web: WebService, other: Capability, side: Side, outcome: Outcome
) -> Iterator[Unmet]:
    fitting = [one for one in other.web_services.values() if one.role is not web.role]
    there = {(one.service.id, transaction) for one in fitting for transaction in one.transactions}
    for transaction in web.transactions:
        if (web.service.id, transaction) not in there:
            near = [
                f"{one.service.name}: {each}"
                for one in fitting
                for each in one.transactions
                if one.service.id == web.service.id
            ]
            yield Unmet(
                means=Means.WEB,
                taker=taker(Party(side, own, ("web_services", name), web)),
                role=str(web.role),
                service_class=web.service.id,
                key=transaction,
                name=f"{web.service.name}: {transaction}",
                outcome=outcome,
                near=tuple(near[:NEAR]),
            )
