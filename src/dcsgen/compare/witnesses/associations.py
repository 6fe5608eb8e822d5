"""Witnesses of Associations as such: titles, limits, addresses, and what of security is asked for before contexts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import structs

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.standard.associations import reject_reason
from dcsgen.base.witness import (
    NO_HANDSHAKE,
    AnyWitness,
    Association,
    AssociationWitness,
    Party,
    Reply,
    StepWitness,
    Tls,
)
from dcsgen.base.words import AcceptedTitles, Initiator, PeerCertificate
from dcsgen.compare.witnesses.contexts import of_entity
from dcsgen.compare.witnesses.parts import PEERS, Entity, configured, entity_of, identity_type, title_of
from dcsgen.plugin.change_rule import Sides

ACCEPTED = Reply("the Association is accepted")
NO_CHOICE = "Python has no way to choose among the cipher suites of TLS 1.3"
UNREACHABLE = Reply("nothing answers on this port any more")


def of_entities(change: Change, sides: Sides) -> AnyWitness | None:
    """What is said in an Application Entity."""
    entity = entity_of(change, sides)
    if change.subject is Subject.APPLICATION_ENTITY:
        return of_entity(change, sides) if change.action is Action.REMOVED else None
    if change.subject is Subject.REJECTION:
        return None if change.action is not Action.ADDED else _rejected(change, entity)
    if change.subject is Subject.ASSOCIATION_LIMIT and "as_acceptor" in change.path:
        return _too_many(change, entity)
    if change.subject is Subject.ASSOCIATION_LIMIT:
        return _opens_too_many(change, entity)
    return _of_policy(change, entity)


def _of_policy(change: Change, entity: Entity) -> AnyWitness | None:
    if change.field == "accepted_called_ae_titles":
        title = _shut_out(change, (title_of(entity.sides.new, entity.new),))
        return _answered(entity, Reply("rejected: called-AE-title-not-recognized", "1.1.7"), called=title)
    if change.field == "accepted_calling_ae_titles":
        title = _shut_out(change, configured(entity.sides.new, entity.new))
        return _answered(entity, Reply("rejected: calling-AE-title-not-recognized", "1.1.3"), calling=title)
    if change.field == "application_context":
        reply = Reply("rejected: application-context-name-not-supported", "1.1.2")
        return _answered(entity, reply, application_context=str(change.before))
    if change.field == "private_information_creator_uid":
        return StepWitness(
            sender=Party.PRODUCT,
            step=f"a reader knows the private information in files by (0002,0100) = {change.before}",
            before=Reply("the files have it"),
            after=Reply(f"the files have {change.after}"),
            no_script="what is in the private information is the reader's own knowledge",
        )
    return None


def _shut_out(change: Change, configured_ones: Sequence[str]) -> str:
    """A title that was let in and is not any more."""
    now = configured_ones if change.after is AcceptedTitles.CONFIGURED else change.after
    before = change.before if isinstance(change.before, tuple) else PEERS
    return next((title for title in before if title not in now), PEERS[-1])


def _rejected(change: Change, entity: Entity) -> AnyWitness:
    rejection: Any = change.after
    _, source, reason = (int(part) for part in change.key.split("."))
    known = reject_reason(source, reason)
    said = f"rejected: {known.name}" if known else "rejected"
    witness = _answered(entity, Reply(f"{said}. When: {rejection.condition}", change.key))
    return structs.replace(witness, no_script="when it happens is said in words alone")


def _too_many(change: Change, entity: Entity) -> AnyWitness | None:
    if not isinstance(change.after, int):
        return None
    reply = Reply(f"{change.after} are accepted, the next is rejected: local-limit-exceeded", "2.3.2")
    return _answered(entity, reply, before=Reply("all are accepted"), count=change.after + 1)


def _opens_too_many(change: Change, entity: Entity) -> AnyWitness | None:
    if not isinstance(change.before, int):
        return None
    return AssociationWitness(
        sender=Party.PRODUCT,
        association=Association(contexts=entity.shared(Initiator.SELF), calling=entity.title, count=change.before),
        before=Reply(f"the product opens no more than {change.before}, and all are accepted"),
        after=Reply(f"the product may open {change.after}, and those beyond {change.before} are rejected", "2.3.2"),
    )


def of_configuration(change: Change, sides: Sides) -> AnyWitness | None:
    """AE Titles and ports."""
    if change.subject is not Subject.LOCAL_ADDRESS:
        return None
    old, new = change.old_path, change.new_path
    entity = Entity(sides, str((old or new)[2]), str((new or old)[2]))
    if change.field == "ae_title":
        reply = Reply("rejected: called-AE-title-not-recognized", "1.1.7")
        return _answered(entity, reply, called=str(change.before))
    if change.field == "port":
        return _answered(entity, UNREACHABLE, port=change.before, tls=None)
    if change.field == "tls_port":
        return _answered(entity, UNREACHABLE, port=change.before, tls=Tls(certificate=True))
    return None


def of_security(change: Change, sides: Sides) -> AnyWitness | None:
    """Secure transport and user identity, for the first Application Entity that they are for."""
    if str(change.path[1]) not in ("secure_transport", "user_identity"):
        return None
    group, key = str(change.path[1]), str(change.path[2])
    uses = [getattr(side.security, group).get(key) for side in sides]
    use = uses[1] or uses[0]
    name = _first(sides, use.application_entities)
    entity = Entity(sides, name, name)
    if group == "user_identity":
        return _of_identity(change, entity, identity_type(use.profile.id))
    refused = Reply(f"{NO_HANDSHAKE}, so there is no Association")
    if change.subject is Subject.TLS_VERSION:
        return _answered(entity, refused, tls=Tls(versions=(change.key,), certificate=True))
    if change.subject is Subject.CIPHER_SUITE:
        tls = Tls(cipher_suites=(change.key,), certificate=True)
        witness = _answered(entity, refused, tls=tls)
        # Those of TLS 1.3 do not say how keys are exchanged (RFC 8446 B.4).
        return witness if "_WITH_" in change.key else structs.replace(witness, no_script=NO_CHOICE)
    if change.field == "peer_certificate" and change.after is PeerCertificate.REQUIRED:
        return _answered(entity, refused, tls=Tls())
    if change.subject is Subject.SECURE_TRANSPORT and change.action is Action.REMOVED:
        return _answered(entity, UNREACHABLE, tls=Tls(certificate=True))
    if change.subject is Subject.SECURE_TRANSPORT:
        return _answered(entity, Reply("what is not encrypted is not answered"), tls=None)
    return None


def _of_identity(change: Change, entity: Entity, kind: int) -> AnyWitness:
    if change.action is Action.REMOVED:
        return _answered(
            entity,
            Reply("the Association is accepted without a response to the user identity, which nobody has checked"),
            before=Reply("the Association is accepted, with a response to the user identity"),
            user_identity=kind,
        )
    return _answered(entity, Reply("rejected: no-reason-given", "1.1.1"), user_identity=None)


def _first(sides: Sides, names: Sequence[str]) -> str:
    """The first of some Application Entities, of all if none is named; if possible one that is open to peers."""
    old = [name for name in sides.old.application_entities if not names or name in names]
    both = [name for name in old if name in sides.new.application_entities]
    accepting = [name for name in [*both, *old] if Entity(sides, name, name).shared()]
    return next(iter([*accepting, *both, *old]), "")


def _answered(entity: Entity, after: Reply, *, before: Reply = ACCEPTED, **more: Any) -> AssociationWitness:
    """An Association that a peer opens to an Application Entity, with a context that both sides have, if any."""
    return AssociationWitness(association=entity.association(entity.shared(), **more), before=before, after=after)
