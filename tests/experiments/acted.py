"""Products out of their descriptions that are made to work together: what becomes of contexts and operations.

What a product does as acceptor is `peers.Product`; here it also retrieves, and has in each role what its services say.
Nothing here knows of predictions.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import generate_uid
from pynetdicom import AE, build_context, build_role, evt
from pynetdicom.pdu_primitives import UserIdentityNegotiation

from dcsgen.base.words import Initiator, Role, Stance
from dcsgen.model import ApplicationEntity, Capability, Service
from dcsgen.model.negotiable import Negotiable, negotiable, negotiable_of
from peer_tls import authority, limit_versions, uses_of
from peers import Listening, Product

IDENTITY_TYPES = {"basic-user-identity": 1, "user-identity-plus-passcode": 2}
"""User identity types (PS3.7 D.3.3.7.1) of the profiles of PS3.15 B.4 and B.5."""


class Opened(NamedTuple):
    """What became of an Association: its rejection, or the results and Transfer Syntaxes of its contexts by SOP Class.

    Without a rejection and without contexts, there was no connection. `roles` are those that the requestor got, as SCU
    and as SCP.
    """

    association: Any
    rejection: tuple[int, int, int] | None
    results: dict[str, int]
    chosen: dict[str, str]
    roles: dict[str, tuple[bool, bool]]


NOTHING = Opened(None, None, {}, {}, {})
"""What becomes of an Association to nobody."""


class Destination(NamedTuple):
    """Where a C-MOVE goes: an AE Title and a port of this machine."""

    title: str
    port: int


class Acting(Product):
    """A product that listens; `objects` are what it has to deliver, `destinations` whom it knows.

    `received` has the SOP Classes of what it got.
    """

    def __init__(
        self,
        capability: Capability,
        objects: Sequence[Dataset] = (),
        destinations: Sequence[Destination] = (),
        peers: tuple[str, ...] = (),
    ) -> None:
        super().__init__(capability, peers)
        self.objects, self.destinations = tuple(objects), {one.title: one.port for one in destinations}
        self.received: list[str] = []

    def handlers(self, name: str, entity: ApplicationEntity, title: str) -> list[Any]:
        """What an Application Entity does with what comes in."""
        others = [handler for handler in super().handlers(name, entity, title) if handler[0] is not evt.EVT_C_STORE]
        return [
            (evt.EVT_REQUESTED, self._fitting(name)),
            *others,
            (evt.EVT_C_STORE, self.keep),
            (evt.EVT_C_GET, self._deliver),
            (evt.EVT_C_MOVE, self._send_to),
        ]

    def keep(self, event: evt.Event) -> int:
        """Take an object, if the product takes such ones."""
        status = self._store(event)
        if status == 0:
            self.received.append(event.dataset.SOPClassUID)
        return status

    def _fitting(self, name: str) -> Any:
        """A product that only sends objects of a SOP Class accepts nobody who wants to send it such ones."""
        offers = [
            one
            for one in negotiable(self.capability)
            if one.application_entity == name and one.initiator is Initiator.PEER
        ]
        uses = uses_of(self.capability.security.user_identity, name)
        insists = any(use.stance is Stance.DEMANDS for use in uses)
        demanded = _identities(self.capability, name) if insists else set()

        def requested(event: evt.Event) -> None:
            roles = event.assoc.requestor.role_selection
            contexts = []
            for uid in dict.fromkeys(one.sop_class.uid for one in offers):
                asked = roles.get(uid)
                wanted = {Role.SCU} if asked is None else _roles_of(asked)
                fitting = [one for one in offers if one.sop_class.uid == uid and _other(one.role) in wanted]
                if fitting:
                    context = build_context(uid, list(dict.fromkeys(one.transfer_syntax.uid for one in fitting)))
                    if asked is not None:
                        own = {_other(one.role) for one in fitting}
                        context.scu_role, context.scp_role = Role.SCU in own, Role.SCP in own
                    contexts.append(context)
            event.assoc.acceptor.supported_contexts = contexts
            sent = event.assoc.requestor.user_identity
            if demanded and sent is not None and sent.user_identity_type not in demanded:
                event.assoc.acse.send_reject(1, 1, 1)
                event.assoc.kill()

        return requested

    def _deliver(self, event: evt.Event) -> Iterator[Any]:
        yield len(self.objects)
        for one in self.objects:
            yield 0xFF00, one

    def _send_to(self, event: evt.Event) -> Iterator[Any]:
        port = self.destinations.get(event.move_destination)
        if port is None:
            yield None, None
            return
        offers = [
            one
            for one in negotiable(self.capability)
            if one.initiator is Initiator.SELF and one.role is Role.SCU and _is_storage(one)
        ]
        contexts = [build_context(uid, syntaxes) for uid, syntaxes in _by_class(offers)]
        if not contexts:
            yield None, None
            return
        yield "127.0.0.1", port, {"contexts": contexts}
        yield len(self.objects)
        for one in self.objects:
            yield 0xFF00, one


@contextmanager
def opened(
    capability: Capability,
    services: Sequence[str],
    there: Listening | None,
    *,
    calling: str = "",
    called: str = "",
    handlers: Sequence[Any] = (),
    certificate: bool = False,
) -> Iterator[Opened]:
    """An Association that a product opens for some of its services, of one Application Entity, to whoever listens.

    It has TLS where that listens so, with a certificate of its own if it is told to. AE Titles are those of the two
    products, unless others are named.
    """
    used: list[Service] = [capability.services[one] for one in services]
    name = used[0].application_entity
    local = capability.configuration.local.get(name)
    policy = capability.application_entities[name].association
    ae = AE(ae_title=calling or (local.ae_title if local else name[:16]))
    ae.acse_timeout = ae.dimse_timeout = ae.network_timeout = 10
    items: list[Any] = []
    offers = [one for service in used for one in negotiable_of(service) if one.initiator is Initiator.SELF]
    for uid, syntaxes in _by_class(offers):
        ae.add_requested_context(uid, syntaxes)
        roles = {one.role for one in offers if one.sop_class.uid == uid}
        if Role.SCP in roles:
            items.append(build_role(uid, scu_role=Role.SCU in roles, scp_role=True))
    for kind in sorted(_identities(capability, name)):
        items.append(UserIdentityNegotiation())
        items[-1].user_identity_type = kind
        items[-1].primary_field, items[-1].secondary_field = b"anybody", b"secret" if kind == 2 else b""
    if there is None or not ae.requested_contexts:
        yield NOTHING
        return
    for _ in range(3):
        with patch("pynetdicom.acse.APPLICATION_CONTEXT_NAME", policy.application_context):
            association = ae.associate(
                "127.0.0.1",
                there.port,
                ae_title=called or there.title,
                ext_neg=items,
                evt_handlers=list(handlers),
                tls_args=(_client_tls(capability, name, certificate=certificate), None) if there.tls else None,
            )
        if answered(association):
            break
    try:
        yield _found(association)
    finally:
        if association.is_established:
            association.release()


def answered(association: Any) -> bool:
    """Whether there was an answer; who closes the connection right after a rejection may seem to have said nothing."""
    return association.is_rejected or bool(association.accepted_contexts or association.rejected_contexts)


def an_object(sop_class: str, transfer_syntax: str) -> Dataset:
    """An object of a SOP Class, encoded in a Transfer Syntax; it has what every object has, and no pixels."""
    one = Dataset()
    one.SOPClassUID, one.SOPInstanceUID = sop_class, generate_uid()
    one.PatientName, one.PatientID = "Test^Object", "T1"
    one.StudyInstanceUID, one.SeriesInstanceUID = generate_uid(), generate_uid()
    one.file_meta = FileMetaDataset()
    one.file_meta.TransferSyntaxUID = transfer_syntax
    return one


def _found(association: Any) -> Opened:
    rejection = None
    answer = association.acceptor.primitive
    if association.is_rejected and answer is not None:
        rejection = (answer.result, answer.result_source, answer.diagnostic)
    accepted, rejected = association.accepted_contexts, association.rejected_contexts
    return Opened(
        association=association,
        rejection=rejection,
        results={one.abstract_syntax: one.result for one in (*rejected, *accepted)},
        chosen={one.abstract_syntax: one.transfer_syntax[0] for one in accepted},
        roles={one.abstract_syntax: (one.as_scu, one.as_scp) for one in accepted},
    )


def _by_class(offers: Sequence[Negotiable]) -> Iterator[tuple[str, list[str]]]:
    for uid in dict.fromkeys(one.sop_class.uid for one in offers):
        yield uid, list(dict.fromkeys(one.transfer_syntax.uid for one in offers if one.sop_class.uid == uid))


def _is_storage(one: Negotiable) -> bool:
    return one.sop_class.uid.startswith("1.2.840.10008.5.1.4.1.1.")


def _other(role: Role) -> Role:
    return Role.SCP if role is Role.SCU else Role.SCU


def _roles_of(asked: Any) -> set[Role]:
    return {role for role, wanted in ((Role.SCU, asked.scu_role), (Role.SCP, asked.scp_role)) if wanted}


def _identities(capability: Capability, name: str) -> set[int]:
    """The types of user identity of an Application Entity (PS3.7 D.3.3.7), of which it sends the first."""
    uses = uses_of(capability.security.user_identity, name)
    return {IDENTITY_TYPES[use.profile.id] for use in uses}


def _client_tls(capability: Capability, name: str, *, certificate: bool) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    authority().configure_trust(context)
    limit_versions(context, uses_of(capability.security.secure_transport, name))
    if certificate:
        authority().issue_cert("peer.example").configure_cert(context)
    return context
