"""Whether an object gets to a receiver at all: its Transfer Syntax, its characters, and who sends it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.data_set import DicomObject, every_spot
from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import ObjectReason
from dcsgen.base.standard.transfer_syntaxes import Compression, TransferSyntaxFacts, syntax
from dcsgen.base.text import listed
from dcsgen.base.words import AcceptedTitles, Initiator, Role
from dcsgen.match.object.peers import Peer
from dcsgen.model import Capability, Service

_DEFAULT_REPERTOIRE = ("", "ISO_IR 6", "ISO 2022 IR 6")


def takers(receiver: Capability, sop_class: str) -> dict[str, Service]:
    """The services of a receiver to which a peer can send objects of a SOP Class."""
    return {
        key: service
        for key, service in receiver.services.items()
        if service.role is not Role.SCU
        and service.opened_by is not Initiator.SELF
        and any(one.uid == sop_class for one in service.sop_classes)
    }


def encoding(sent: DicomObject, key: str, service: Service, *, draft: bool) -> Iterator[ObjectReason]:
    """Whether the Transfer Syntax of the file is among those that are accepted, or can be made into one.

    A draft may leave some out.
    """
    at = ("services", key, "transfer_syntaxes")
    accepted = {one.uid: one.name for one in service.transfer_syntaxes}
    name = transfer_syntax_name(sent.transfer_syntax)
    if not accepted:
        yield ObjectReason(
            slug="transfer-syntaxes-not-stated",
            outcome=Outcome.CANNOT_TELL,
            message="which Transfer Syntaxes are accepted is not stated",
            path=("services", key),
            missing="the Transfer Syntaxes that it accepts",
        )
    elif sent.transfer_syntax not in accepted:
        own = syntax(sent.transfer_syntax)
        there = [facts for facts in map(syntax, accepted) if facts is not None and _plain(facts)]
        if own is not None and _plain(own) and there:
            yield ObjectReason(
                slug="transfer-syntax-converted",
                outcome=Outcome.WORKS,
                message=f"the file is in {name}; the sender has to convert it to "
                f"{listed(list(accepted.values()), 'or')}, which loses nothing",
                path=at,
                clause="PS3.5 10.1",
            )
        elif draft:
            yield ObjectReason(
                slug="transfer-syntax-not-stated",
                outcome=Outcome.CANNOT_TELL,
                message=f"{name}, in which the file is, is not stated to be accepted",
                path=at,
                missing=f"whether it accepts {name}",
            )
        else:
            lossless = own is not None and own.compression is Compression.LOSSLESS
            yield ObjectReason(
                slug="transfer-syntax-not-accepted",
                outcome=Outcome.FAILS,
                message=f"{name}, in which the file is, is not accepted, so that it cannot be sent as it is",
                path=at,
                remedy=f"the sender would have to change it to {listed(list(accepted.values()), 'or')}"
                + (", without loss" if lossless else ""),
                clause="PS3.8 9.3.3.2",
            )
    if sent.assumed:
        yield ObjectReason(
            slug="transfer-syntax-assumed",
            outcome=Outcome.WORKS,
            message=f"the file does not name its Transfer Syntax; by its bytes it is {name}",
            clause="PS3.10 7.1",
        )


def transfer_syntax_name(uid: str) -> str:
    """The name of a Transfer Syntax, its UID if it has none."""
    from dcsgen.base.standard.uids import by_uid

    found = by_uid(uid)
    return found.name if found is not None else uid


def _plain(facts: TransferSyntaxFacts) -> bool:
    """Whether no pixel is compressed or encapsulated, so that any implementation can make one of the other."""
    return not facts.encapsulated and (facts.deflated or facts.compression is Compression.NONE)


def sender(receiver: Capability, key: str, service: Service, peer: Peer) -> Iterator[ObjectReason]:
    """Whether the calling AE Title is let in, and whether something is different for it."""
    name = service.application_entity
    entity = receiver.application_entities.get(name)
    titles = entity.association.accepted_calling_ae_titles if entity is not None else None
    at = ("application_entities", name, "association", "accepted_calling_ae_titles")
    calling = peer.calling
    if calling and isinstance(titles, tuple) and calling not in titles:
        yield ObjectReason(
            slug="calling-ae-title-not-accepted",
            outcome=Outcome.FAILS,
            message=f"{name} accepts no Association from {calling}",
            path=at,
            remedy=f"the receiver would have to accept {calling}",
            clause="PS3.8 9.3.4",
        )
    elif calling and titles is AcceptedTitles.CONFIGURED:
        remote = receiver.configuration.remote.get(calling)
        if remote is None or remote.application_entity not in ("", name):
            yield ObjectReason(
                slug="calling-ae-title-to-be-configured",
                outcome=Outcome.WORKS,
                message=f"{calling} has to be configured at {name} first",
                path=at,
                clause="PS3.8 9.3.4",
            )
    if not calling and peer.others:
        yield ObjectReason(
            slug="calling-ae-title-not-given",
            outcome=Outcome.WORKS,
            message=f"for {listed(peer.others, 'and')} some Attributes are mapped otherwise; this is what holds for "
            "any other calling AE Title",
            path=("ae_mappings", peer.name),
        )
    if service.option:
        yield ObjectReason(
            slug="option-needed",
            outcome=Outcome.WORKS,
            message=f"the receiver needs an option for it: {service.option}",
            path=("services", key, "option"),
        )


def characters(sent: DicomObject, receiver: Capability, *, mapped: bool) -> Iterator[ObjectReason]:
    """Whether the receiver knows the character sets of the object; `mapped` says that its mapping lists them anyway."""
    sets = receiver.character_sets
    wanted = [one for one in sent.character_sets if one not in _DEFAULT_REPERTOIRE]
    if not wanted or mapped:
        return
    names = listed(wanted, "and")
    if sets.supported is None:
        yield ObjectReason(
            slug="character-sets-not-stated",
            outcome=Outcome.CANNOT_TELL,
            message=f"the object is in {names}; which character sets the receiver supports is not stated",
            path=("character_sets",),
            missing="its character sets",
            clause="PS3.3 C.12.1.1.2",
        )
    elif missing := [one for one in wanted if one not in sets.supported]:
        plain = all(
            value.isascii()
            for spot in every_spot(sent.data_set)
            if spot.element is not None
            for value in spot.element.values
        )
        words = ", but all its characters are of the default repertoire" if plain else ""
        said = f"; it says: {sets.unsupported.strip()}" if sets.unsupported else ""
        yield ObjectReason(
            slug="character-set-not-supported",
            outcome=Outcome.WORKS if plain else Outcome.CANNOT_TELL,
            message=f"the receiver does not support {listed(missing, 'and')}, which the object names{words}{said}",
            path=("character_sets", "supported"),
            missing="" if plain else "what becomes of texts that it cannot read",
            clause="PS3.3 C.12.1.1.2",
        )
