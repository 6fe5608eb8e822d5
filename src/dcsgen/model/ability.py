"""What a product uses of others and what it provides: SOP Classes, web transactions, media, and in which ways."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field, structs

from dcsgen.base.interaction import Means
from dcsgen.base.place import Path
from dcsgen.base.standard.service_classes import class_of
from dcsgen.base.words import FileSetRole, Initiator, ProfileKind, Role, WebRole
from dcsgen.model.capability import Capability
from dcsgen.model.media import MediaService
from dcsgen.model.negotiable import initiators
from dcsgen.model.service import Service
from dcsgen.model.web_service import WebTransaction

BY_USER, BY_PROVIDER = "opened by the user", "opened by the provider"
"""Families of ways to use a SOP Class: by the side that opens the Association."""

RESOURCE, REQUEST, RESPONSE = "resource", "media type of the request", "media type of the response"
"""Families of ways to use a web transaction, each a leg of its own."""

PROFILE = "Application Profile"
"""Family of ways to exchange media: profiles under which a File-set can be read."""

OTHERS = "Without Service Class"
"""The group of SOP Classes that the standard gives no Service Class, such as private ones."""

_MEDIA_STORAGE = "Media Storage"
_ANY_MULTIPART = "multipart/related"


class Leg(Struct, frozen=True):
    """Something that two products must have a common way of: names of ways, by family, in order of preference.

    `unstated` are families of which there may be other ways, because none are stated.
    """

    ways: dict[str, tuple[str, ...]]
    unstated: tuple[str, ...] = ()

    @property
    def families(self) -> frozenset[str]:
        """The families of all ways, and those whose ways are not stated."""
        return frozenset([*self.ways, *self.unstated])


class Ability(Struct, frozen=True, kw_only=True):
    """One thing that a product uses, or provides: a SOP Class, a web transaction, an Application Profile.

    It works with another product if they have a common way of each of its legs. `group` is its Service Class, or the
    web service. `paths` are where the description says so, `provided_as` is the key by which it is provided if that is
    not the one by which it is used.
    """

    means: Means
    group: str
    name: str
    legs: tuple[Leg, ...]
    paths: tuple[Path, ...]
    provided_as: str = ""


class Abilities(Struct, frozen=True):
    """All that a product uses and provides, by the UID or identifier of each thing; `names` of Transfer Syntaxes."""

    uses: dict[str, Ability] = field(default_factory=dict)
    provides: dict[str, Ability] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def abilities(capability: Capability) -> Abilities:
    """What a product uses of others and provides to them, whichever of its Application Entities does it."""
    found = Abilities()
    for name, service in capability.services.items():
        _add_service(found, service, ("services", name))
    for name, web in capability.web_services.items():
        for key, transaction in web.transactions.items():
            path = ("web_services", name, "transactions", key)
            one = Ability(
                means=Means.WEB,
                group=f"Web: {web.service.name}",
                name=f"{web.service.name}: {transaction.name or key}",
                legs=tuple(_web_legs(transaction)),
                paths=(path,),
            )
            _add(found.uses if web.role is WebRole.USER_AGENT else found.provides, f"{web.service.id}/{key}", one)
    for name, media in capability.media.items():
        _add_media(found, media, ("media", name))
    return found


def _add_service(found: Abilities, service: Service, path: Path) -> None:
    found.names.update((one.uid, one.name) for one in service.transfer_syntaxes)
    for role, there in ((Role.SCU, found.uses), (Role.SCP, found.provides)):
        if service.role not in (role, Role.BOTH):
            continue
        families = [_family(opened, role) for opened in initiators(service, role)]
        syntaxes = tuple(one.uid for one in service.transfer_syntaxes)
        # Without Transfer Syntaxes, a draft does not say that there are none.
        legs = (Leg(dict.fromkeys(families, syntaxes)) if syntaxes else Leg({}, tuple(families)),)
        for sop_class in service.sop_classes:
            one = Ability(
                means=Means.NETWORK,
                group=class_of(sop_class.uid) or OTHERS,
                name=sop_class.name,
                legs=legs,
                paths=(path,),
            )
            _add(there, sop_class.uid, one)


def _family(opened: Initiator, role: Role) -> str:
    return BY_USER if (opened is Initiator.SELF) is (role is Role.SCU) else BY_PROVIDER


def _web_legs(transaction: WebTransaction) -> Iterator[Leg]:
    yield _web_leg(RESOURCE, tuple(transaction.resources))
    yield _web_leg(REQUEST, tuple(map(_plain, transaction.request_media_types)))
    yield _web_leg(RESPONSE, tuple(map(_plain, transaction.response_media_types)))


def _web_leg(family: str, names: tuple[str, ...]) -> Leg:
    """Where neither side states anything, there is nothing to agree on; a wildcard does not state its types."""
    if not names:
        return Leg({family: ("",)}, (family,))
    stated = tuple(name for name in names if "*" not in name and name != _ANY_MULTIPART)
    return Leg({family: stated} if stated else {}, (family,) if len(stated) < len(names) else ())


def _plain(media_type: str) -> str:
    """A media type without what makes no difference: case, spaces, quotes (RFC 9110 8.3.1)."""
    return "".join(media_type.replace('"', "").split()).casefold().replace(";", "; ")


def _add_media(found: Abilities, media: MediaService, path: Path) -> None:
    profile = media.profile
    # An Augmented Application Profile keeps to the requirements of its Standard one (PS3.2 7.4).
    standard = profile.base if profile.kind is ProfileKind.AUGMENTED and profile.base else profile.id
    for does, there, key, readable in (
        ((FileSetRole.FSC, FileSetRole.FSU), found.uses, profile.id, (profile.id, standard)),
        ((FileSetRole.FSR, FileSetRole.FSU), found.provides, standard, (profile.id,)),
    ):
        if not media.roles or any(role in media.roles for role in does):
            leg = Leg({PROFILE: tuple(dict.fromkeys(readable))}) if media.roles else Leg({}, (PROFILE,))
            one = Ability(
                means=Means.MEDIA,
                group=_MEDIA_STORAGE,
                name=profile.id,
                legs=(leg,),
                paths=(path,),
                provided_as=standard,
            )
            _add(there, key, one)


def _add(there: dict[str, Ability], key: str, ability: Ability) -> None:
    """One more thing; what is there already can be done in its ways, too."""
    known = there.get(key)
    there[key] = ability if known is None else _joined(known, ability)


def _joined(known: Ability, more: Ability) -> Ability:
    legs = tuple(map(_both, known.legs, more.legs))
    return structs.replace(known, legs=legs, paths=tuple(dict.fromkeys(known.paths + more.paths)))


def _both(one: Leg, other: Leg) -> Leg:
    ways = {family: one.ways.get(family, ()) + other.ways.get(family, ()) for family in {**one.ways, **other.ways}}
    unique = {family: tuple(dict.fromkeys(names)) for family, names in ways.items()}
    return Leg(unique, tuple(dict.fromkeys(one.unstated + other.unstated)))
