"""Products out of their descriptions, on this machine: what accepts Associations, answers queries and stores objects.

`Product(capability)` listens with an acceptor for each Application Entity, on ports of 127.0.0.1 that are free, and
`propose` opens the Associations that the product opens. What the description says of contexts, roles, titles, limits,
user identity and TLS is kept to.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from typing import Any

from pydicom import Dataset
from pynetdicom import AE, build_role, evt
from pynetdicom.pdu_primitives import UserIdentityNegotiation

from dcsgen.base.content_words import MatchingType, Operation
from dcsgen.base.words import AcceptedTitles, Direction, Initiator, Role, Stance, TooLong, Use
from dcsgen.model import ApplicationEntity, AttributeMapping, Capability, QueryKey, Service
from dcsgen.model.negotiable import Negotiable, negotiable
from peer_tls import server_tls, uses_of

MOST_CONTEXTS = 128
"""Presentation Contexts of one request (PS3.8 9.3.2.2)."""

VERIFICATION = "1.2.840.10008.1.1"


class Listening:
    """An acceptor: its AE Title, the ports that are stated for it, and those that it has here."""

    def __init__(self, title: str, stated: int | None, port: int, *, tls: bool) -> None:
        self.title, self.stated, self.port, self.tls = title, stated, port, tls


class Product:
    """The acceptors of a product; to be used with `with`."""

    def __init__(self, capability: Capability, peers: tuple[str, ...] = ()) -> None:
        """`peers` are AE Titles that are configured beside those of the description."""
        self.capability, self.peers = capability, peers
        self.listening: list[Listening] = []
        self._servers: list[Any] = []

    def __enter__(self) -> Product:
        for name, entity in self.capability.application_entities.items():
            local = self.capability.configuration.local.get(name)
            title = local.ae_title if local else name
            plain, over_tls = _transports(self.capability, name)
            if plain:
                self._listen(name, entity, title, local.port if local else None, None)
            if over_tls or (local and local.tls_port):
                self._listen(name, entity, title, local.tls_port if local else None, server_tls(self.capability, name))
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._servers:
            server.shutdown()

    def find(self, called: str, port: int | None, *, tls: bool) -> Listening | None:
        """Where a peer gets that calls an AE Title at a port, if anything listens there."""
        there = [one for one in self.listening if one.tls is tls]
        if port is not None:
            there = [one for one in there if one.stated == port]
        named = [one for one in there if one.title == called]
        # Whoever calls a wrong title gets to whoever listens.
        return next(iter([*named, *there]), None)

    def _listen(
        self, name: str, entity: ApplicationEntity, title: str, stated: int | None, tls: ssl.SSLContext | None
    ) -> None:
        ae = acceptor(self.capability, name)
        server = ae.make_server(("127.0.0.1", 0), evt_handlers=self.handlers(name, entity, title), ssl_context=tls)
        # The longer it looks for new Associations at a time, the longer it takes to stop.
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        ae._servers.append(server)
        self._servers.append(server)
        self.listening.append(Listening(title, stated, server.server_address[1], tls=tls is not None))

    def handlers(self, name: str, entity: ApplicationEntity, title: str) -> list[Any]:
        """What an Application Entity does with what comes in."""
        return [
            (evt.EVT_REQUESTED, self._let_in(name, entity, title)),
            (evt.EVT_C_ECHO, lambda event: 0x0000),
            (evt.EVT_C_FIND, self._find(name)),
            (evt.EVT_C_STORE, self._store),
            *((kind, self._operate(name, operation)) for kind, operation in _OPERATIONS),
        ]

    def _let_in(self, name: str, entity: ApplicationEntity, title: str) -> Any:
        policy = entity.association
        called = _titles(policy.accepted_called_ae_titles, (title,), otherwise=(title,))
        remote = self.capability.configuration.remote
        known = tuple(title for title, one in remote.items() if one.application_entity in ("", name)) + self.peers
        calling = _titles(policy.accepted_calling_ae_titles, known, otherwise=None)
        identities = uses_of(self.capability.security.user_identity, name)
        identity = any(use.stance is Stance.DEMANDS for use in identities)

        def requested(event: evt.Event) -> None:
            asked = event.assoc.requestor.primitive
            reason = None
            if asked.application_context_name != policy.application_context:
                reason = (1, 1, 2)
            elif called is not None and asked.called_ae_title.strip() not in called:
                reason = (1, 1, 7)
            elif calling is not None and asked.calling_ae_title.strip() not in calling:
                reason = (1, 1, 3)
            elif identity and event.assoc.requestor.user_identity is None:
                reason = (1, 1, 1)
            elif identities and event.assoc.requestor.user_identity is not None:
                # pynetdicom answers some types only.
                response = UserIdentityNegotiation()
                response.server_response = b""
                event.assoc.acceptor.add_negotiation_item(response)
            if reason:
                event.assoc.acse.send_reject(*reason)
                event.assoc.kill()

        return requested

    def _find(self, name: str) -> Any:
        def found(event: evt.Event) -> Iterator[tuple[int, Dataset | None]]:
            service = _service(self.capability, name, event.context.abstract_syntax)
            yield from answers(service, event.identifier)

        return found

    def _store(self, event: evt.Event) -> int:
        dataset = event.dataset
        for mapping in self.capability.attribute_mappings.values():
            iod = self.capability.iods.get(mapping.iod)
            concerned = mapping.direction is Direction.IMPORT and iod and iod.sop_class.uid == dataset.SOPClassUID
            if concerned and not imports(mapping, dataset):
                return 0xA900
        return 0x0000

    def _operate(self, name: str, operation: Operation) -> Any:
        def answered(event: evt.Event) -> Any:
            service = _service(self.capability, name, event.context.abstract_syntax)
            there = [one for one in service.operations.values() if one.operation is operation] if service else []
            sent = getattr(event, "attribute_list", None) or getattr(event, "modification_list", None) or Dataset()
            status = 0x0000
            if not there:
                status = 0x0211
            for one in there:
                if any(each.required and path not in sent for path, each in one.attributes.items()):
                    status = 0x0120
                if any(each.keyword not in (*one.attributes, "SpecificCharacterSet") for each in sent):
                    status = 0x0105
                for path, each in one.attributes.items():
                    if path in sent and each.values and str(sent[path].value) not in each.values:
                        status = 0x0106
            return status if operation is Operation.N_DELETE else (status, sent)

        return answered


_OPERATIONS = [
    (evt.EVT_N_CREATE, Operation.N_CREATE),
    (evt.EVT_N_SET, Operation.N_SET),
    (evt.EVT_N_DELETE, Operation.N_DELETE),
]


def acceptor(capability: Capability, name: str) -> AE:
    """The contexts and the limit of an Application Entity, as a peer meets them."""
    ae = AE(ae_title=name[:16])
    offers = [one for one in _of(capability, name) if one.initiator is Initiator.PEER]
    for uid, syntaxes, roles in _grouped(offers):
        # The roles are the peer's: it is the SCU of whom the product provides for.
        ae.add_supported_context(uid, syntaxes, scu_role=Role.SCP in roles, scp_role=Role.SCU in roles)
    if not ae.supported_contexts:
        ae.add_supported_context(VERIFICATION)
    entity = capability.application_entities[name]
    limit = entity.association.as_acceptor
    ae.maximum_associations = limit.max_associations if limit and isinstance(limit.max_associations, int) else 100
    return ae


@contextmanager
def proposed(capability: Capability, port: int, title: str = "") -> Iterator[list[Any]]:
    """The Associations that a product opens to a peer: of the Application Entity of a title, or of all."""
    opened = []
    for name, entity in capability.application_entities.items():
        local = capability.configuration.local.get(name)
        own = local.ae_title if local else name[:16]
        if title not in ("", own):
            continue
        limit = entity.association.as_initiator
        grouped = list(_grouped([one for one in _of(capability, name) if one.initiator is Initiator.SELF]))
        if limit is not None and not grouped:
            grouped = [(VERIFICATION, ["1.2.840.10008.1.2"], {Role.SCU})]
        count = limit.max_associations if limit and isinstance(limit.max_associations, int) else 1
        for start in range(0, len(grouped), MOST_CONTEXTS):
            ae, items = AE(ae_title=own), []
            for uid, syntaxes, roles in grouped[start : start + MOST_CONTEXTS]:
                ae.add_requested_context(uid, syntaxes)
                if Role.SCP in roles:
                    items.append(build_role(uid, scu_role=Role.SCU in roles, scp_role=True))
            opened += [ae.associate("127.0.0.1", port, ext_neg=items) for _ in range(count)]
    try:
        yield opened
    finally:
        for association in opened:
            if association.is_established:
                association.release()


_ANY = {"DA": "20240131", "TM": "120000", "UI": "1.2.3"}


def answers(service: Service | None, identifier: Dataset) -> Iterator[tuple[int, Dataset | None]]:
    """The responses to a query: one entry that matches, and one that does only for a provider that does not look."""
    keys = service.keys if service else {}
    asked = [element for element in identifier if element.keyword != "QueryRetrieveLevel"]
    supported = [element for element in asked if element.keyword in keys]
    for right in (True, False):
        entry = Dataset()
        matched = True
        for element in supported:
            key, wanted = keys[element.keyword], str(element.value or "")
            value = wanted.split("\\")[0].split("-")[0].replace("*", "X") or _ANY.get(element.VR, "ANY")
            value = value if right or not wanted else "ZZZ" if element.VR not in ("DA", "TM") else "19000101"
            setattr(entry, element.keyword, value if key.returned is not False else "")
            if wanted and _matches(key, _kind(wanted, element.VR)):
                matched = matched and (right or fnmatchcase(value, wanted))
        if matched:
            yield (0xFF00 if len(supported) == len(asked) else 0xFF01), entry
    yield 0x0000, None


def _matches(key: QueryKey, kind: MatchingType) -> bool:
    """Whether values of a kind are looked at; who matches wildcards or ranges takes single values too."""
    types = set(key.matching) - {MatchingType.UNIVERSAL}
    return bool(types) if kind is MatchingType.SINGLE_VALUE else kind in types


def _kind(wanted: str, vr: str) -> MatchingType:
    if vr == "UI":
        return MatchingType.UID
    if "*" in wanted or "?" in wanted:
        return MatchingType.WILDCARD
    return MatchingType.RANGE if "-" in wanted and vr in ("DA", "TM", "DT") else MatchingType.SINGLE_VALUE


def imports(mapping: AttributeMapping, dataset: Dataset) -> bool:
    """Whether an import takes an object: all that is demanded is there, and all values are taken."""
    for module in mapping.modules.values():
        for path, one in module.attributes.items():
            values = None if one.implied else _values(dataset, path.split("."))
            if values is None:
                continue
            if one.use is Use.MANDATORY and not all(values or [""]):
                return False
            for value in filter(None, values):
                if one.values and value not in one.values:
                    return False
                if one.range and not _within(float(value), *one.range):
                    return False
                if one.too_long is TooLong.REJECTED and one.length is not None and len(value) > one.length:
                    return False
    return True


def _within(value: float, least: float | None, most: float | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


def _values(dataset: Dataset, path: list[str]) -> list[str]:
    """The values at a path; an empty text for each Item that lacks it, none without Items."""
    if len(path) == 1:
        return [str(dataset[path[0]].value)] if path[0] in dataset else [""]
    return [value for item in dataset.get(path[0], []) for value in _values(item, path[1:])]


def _transports(capability: Capability, name: str) -> tuple[bool, bool]:
    """Whether an Application Entity listens without TLS, and with it."""
    uses = uses_of(capability.security.secure_transport, name)
    return not any(use.stance is Stance.DEMANDS for use in uses), bool(uses)


def _titles(
    accepted: AcceptedTitles | tuple[str, ...] | None, configured: tuple[str, ...], *, otherwise: tuple[str, ...] | None
) -> tuple[str, ...] | None:
    if accepted is AcceptedTitles.ANY:
        return None
    if accepted is AcceptedTitles.CONFIGURED:
        return configured
    return accepted if isinstance(accepted, tuple) else otherwise


def _service(capability: Capability, name: str, uid: str) -> Service | None:
    return next(
        (
            one
            for one in capability.services.values()
            if one.application_entity == name and any(each.uid == uid for each in one.sop_classes)
        ),
        None,
    )


def _of(capability: Capability, name: str) -> list[Negotiable]:
    return [one for one in negotiable(capability) if one.application_entity == name]


def _grouped(offers: list[Negotiable]) -> Iterator[tuple[str, list[str], set[Role]]]:
    for uid in dict.fromkeys(one.sop_class.uid for one in offers):
        of_class = [one for one in offers if one.sop_class.uid == uid]
        yield uid, list(dict.fromkeys(one.transfer_syntax.uid for one in of_class)), {one.role for one in of_class}
