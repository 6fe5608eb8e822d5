"""Parts that witnesses of several kinds have: how a peer reaches the product, and values that fit an Attribute."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dcsgen.base.change import Change
from dcsgen.base.standard import elements
from dcsgen.base.standard.value_representations import by_code, problem_with
from dcsgen.base.witness import Association, Context, Element, Named, Tls
from dcsgen.base.words import AcceptedTitles, Initiator, Role, Stance
from dcsgen.model import Capability, Service
from dcsgen.model.negotiable import Negotiable, negotiable_of
from dcsgen.model.sop_class import SopClass, TransferSyntax
from dcsgen.plugin.change_rule import Sides

PEERS = ("PEER", "OTHER", "STRANGER")
"""AE Titles for a peer of which nothing is known."""


def named(one: SopClass | TransferSyntax) -> Named:
    """A SOP Class or Transfer Syntax as witnesses name it."""
    return Named(one.uid, one.name)


def counterpart(role: Role) -> Role:
    """The role of the peer."""
    return {Role.SCU: Role.SCP, Role.SCP: Role.SCU, Role.BOTH: Role.BOTH}[role]


def title_of(capability: Capability, name: str) -> str:
    """The AE Title of an Application Entity: the one it is delivered with, otherwise its name if that can be one."""
    local = capability.configuration.local.get(name)
    if local is not None and local.ae_title:
        return local.ae_title
    return name if name in capability.application_entities and not problem_with("AE", name) else ""


def port_of(capability: Capability, name: str, *, tls: bool = False) -> int | None:
    """The port on which an Application Entity listens, if one is stated."""
    local = capability.configuration.local.get(name)
    return None if local is None else local.tls_port if tls else local.port


def calling(sides: Sides, name: str) -> str:
    """An AE Title of a peer that both sides let in; empty if any will do, or none is known."""
    both = [_let_in(side, name) for side in sides]
    lists = [titles for titles in both if titles is not None]
    return next((title for title in (lists[0] if lists else ()) if all(title in titles for titles in lists)), "")


def _let_in(capability: Capability, name: str) -> tuple[str, ...] | None:
    """The AE Titles that an Application Entity lets in; None for any."""
    entity = capability.application_entities.get(name)
    accepted = entity.association.accepted_calling_ae_titles if entity is not None else None
    return configured(capability, name) if accepted is AcceptedTitles.CONFIGURED else _listed(accepted)


def configured(capability: Capability, name: str) -> tuple[str, ...]:
    """The AE Titles of the peers that an Application Entity knows."""
    remote = capability.configuration.remote
    return tuple(title for title, one in remote.items() if one.application_entity in ("", name))


def _listed(accepted: AcceptedTitles | tuple[str, ...] | None) -> tuple[str, ...] | None:
    return accepted if isinstance(accepted, tuple) else None


def demanded_tls(sides: Sides, name: str) -> Tls | None:
    """TLS, where both sides demand it of the peers of an Application Entity."""
    return Tls(certificate=True) if all(_demands(side.security.secure_transport, name) for side in sides) else None


def demanded_identity(sides: Sides, name: str) -> int | None:
    """The type of user identity, where both sides demand one of the peers of an Application Entity."""
    old = [use for use in sides.old.security.user_identity.values() if _is_demanded(use, name)]
    both = old and _demands(sides.new.security.user_identity, name)
    return identity_type(old[0].profile.id) if both else None


def identity_type(profile: str) -> int:
    """The User-Identity-Type of an Association Profile of PS3.15."""
    words = profile.casefold()
    kinds = {"kerberos": 3, "saml": 4, "openid": 5, "jwt": 5, "passcode": 2}
    return next((kind for word, kind in kinds.items() if word in words), 1)


def _demands(uses: Mapping[str, Any], name: str) -> bool:
    return any(_is_demanded(use, name) for use in uses.values())


def _is_demanded(use: Any, name: str) -> bool:
    return use.stance is Stance.DEMANDS and (not use.application_entities or name in use.application_entities)


def association(sides: Sides, name: str, contexts: Iterable[Context] = (), **more: Any) -> Association:
    """How a peer opens an Association to an Application Entity of the old side, with all that both sides ask for."""
    tls = more.pop("tls", demanded_tls(sides, name))
    said = {
        "calling": calling(sides, name),
        "called": title_of(sides.old, name),
        "port": port_of(sides.old, name, tls=tls is not None),
        "user_identity": demanded_identity(sides, name),
        "tls": tls,
    }
    return Association(contexts=tuple(contexts), **{**said, **more})


def context(one: Negotiable) -> Context:
    """The context as whoever opens the Association proposes it."""
    role = one.role if one.initiator is Initiator.SELF else counterpart(one.role)
    return Context(abstract_syntax=named(one.sop_class), transfer_syntaxes=(named(one.transfer_syntax),), role=role)


def shared_context(sides: Sides, name: str, initiator: Initiator = Initiator.PEER) -> Context | None:
    """The first context that an Application Entity has on both sides, if it has any."""
    offers = [
        [
            one
            for service in side.services.values()
            if service.application_entity == name
            for one in negotiable_of(service)
        ]
        for side in sides
    ]
    there = {one.key for one in offers[1]}
    return next((context(one) for one in offers[0] if one.initiator is initiator and one.key in there), None)


def of_service(sides: Sides, service: Service, role: Role | None = None) -> Association:
    """The Association for one request of a service: its first SOP Class, in its first Transfer Syntax."""
    there = [one for one in negotiable_of(service) if role is None or one.role is role]
    contexts = [context(there[0])] if there else []
    if there and there[0].initiator is Initiator.SELF:
        return Association(contexts=tuple(contexts), calling=title_of(sides.old, service.application_entity))
    return association(sides, service.application_entity, contexts)


def both(change: Change, sides: Sides) -> tuple[Any, Any]:
    """The record in which a change is on either side; None where there is none.

    What is there on one side alone has no path on the other one, but the record around it has its name.
    """
    return sides.before(change) or _record(sides.old, change), sides.after(change) or _record(sides.new, change)


def _record(capability: Capability, change: Change) -> Any:
    path = change.path
    records = getattr(capability, str(path[0]), None)
    return records.get(str(path[1])) if isinstance(records, dict) and len(path) > 1 else None


def element(path: str, value: str = "", *, creator: str = "", vr: str = "") -> Element:
    """A data element with the standard's Tag and VR; a private one is named by its Tag."""
    found = elements.by_keyword(path.rpartition(".")[2])
    if found is None:
        return Element(path=path, tag=path if path.startswith("(") else "", vr=vr, value=value, creator=creator)
    return Element(path=path, tag=found.tag, vr=vr or vr_of(found.vr), value=value)


def tag_of(path: str) -> str:
    """The Tag of the Attribute at the end of a dotted path; empty if the standard has none of that keyword."""
    found = elements.by_keyword(path.rpartition(".")[2])
    return found.tag if found else ""


def vr_of(vr: str) -> str:
    """The first of several Value Representations (`US or SS`)."""
    return vr.partition(" or ")[0]


_SAMPLES = {
    "AE": "PEER",
    "AS": "042Y",
    "CS": "A",
    "DA": "20250131",
    "DS": "1.5",
    "DT": "20250131120000",
    "FD": "1.5",
    "FL": "1.5",
    "IS": "1",
    "PN": "DOE^JANE",
    "TM": "120000",
    "UI": "2.25.1",
    "UR": "https://example.org/",
}


def sample_of(path: str, vr: str, length: int | None = None) -> str:
    """A value for an Attribute; with a `length`, one of so many characters, or the longest that its VR has."""
    keyword = path.rpartition(".")[2]
    if length is None and keyword in _KNOWN:
        return _KNOWN[keyword]
    return sample(vr, length)


def sample(vr: str, length: int | None = None) -> str:
    """A value of a Value Representation, as for `sample_of`; empty for what is no text."""
    one = vr_of(vr)
    kind = by_code(one)
    if kind is None or one in _BINARY:
        return ""
    if length is None or one in _FIXED or kind.longest is None:
        return _SAMPLES.get(one, "1" if kind.number else "A")
    # Zeros in front make a number longer, and no other one.
    return ("1" if kind.number else "A").rjust(min(length, kind.longest), "0" if kind.number else "A")


_KNOWN = {"Modality": "CT", "PatientID": "WITNESS", "SpecificCharacterSet": "ISO_IR 192", "PatientSex": "O"}
_BINARY = ("SQ", "OB", "OW", "OD", "OF", "OL", "OV", "UN", "AT")
_FIXED = ("AS", "DA", "DT", "TM", "UI", "FD", "FL")
