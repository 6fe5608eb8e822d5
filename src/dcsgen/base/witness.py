"""Witnesses: the smallest concrete interaction that worked with the old product and fails with the new one.

Each is an exchange of its own kind, as data that a program can act out. `lines` says it to people.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from dcsgen.base.text import listed
from dcsgen.base.tree import harmless
from dcsgen.base.words import FileSetRole, Role

NO_ASSOCIATION, NO_HANDSHAKE = "the product opens no Association", "the TLS handshake fails"
"""Begin what is said of a product that is silent now, or still listens and does not agree on TLS any more."""


class Party(StrEnum):
    """Who begins: a peer of the product, or the product itself."""

    PEER = "peer"
    PRODUCT = "product"


class Reply(Struct, frozen=True, omit_defaults=True, gc=False):
    """What comes of it. `code` is the one of the standard, if there is one.

    It is a result of a Presentation Context (`4`), a result, source and reason of an A-ASSOCIATE-RJ (`1.1.7`), a DIMSE
    status (`0xA700`) or an HTTP status (`404`).
    """

    says: str
    code: str = ""

    def __str__(self) -> str:
        return f"{self.says} ({self.code})" if self.code else self.says


class Named(Struct, frozen=True, gc=False):
    """A SOP Class or Transfer Syntax."""

    uid: str
    name: str

    def __str__(self) -> str:
        return f"{self.name} ({self.uid})"


class Context(Struct, frozen=True, kw_only=True):
    """A Presentation Context as it is proposed; `role` is that of whoever proposes it (PS3.7 D.3.3.4)."""

    abstract_syntax: Named
    transfer_syntaxes: tuple[Named, ...]
    role: Role

    def __str__(self) -> str:
        role = "SCU and SCP" if self.role is Role.BOTH else self.role
        return f"{self.abstract_syntax} as {role} in {listed([str(one) for one in self.transfer_syntaxes], 'or')}"


class Tls(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What of TLS a peer can do. Empty is whatever there is; `certificate` says whether it shows one of its own."""

    versions: tuple[str, ...] = ()
    cipher_suites: tuple[str, ...] = ()
    certificate: bool = False

    def __str__(self) -> str:
        shows = "" if self.certificate else ["no certificate of its own"]
        return ", ".join([*self.versions, *self.cipher_suites, *shows]) or "as it is configured"


class Association(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is proposed when an Association is established (PS3.8 9.3.2).

    With a `count`, so many are open at a time, or so many are taken, if the product opens them. An empty AE Title, and
    no port, is whatever is configured. `application_context` is empty for the one of DICOM.
    `user_identity` is a User-Identity-Type (PS3.7 D.3.3.7): 1 a name, 2 with a passcode, 3 Kerberos, 4 SAML, 5 JWT.
    Without `tls`, nothing is encrypted.
    """

    contexts: tuple[Context, ...] = ()
    calling: str = ""
    called: str = ""
    port: int | None = None
    count: int | None = None
    application_context: str = ""
    user_identity: int | None = None
    tls: Tls | None = None


class Element(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """An Attribute with its value; `path` is dotted, from keyword to keyword, and walks into Items of Sequences.

    A private one has its Tag as the path, and the `creator` of its block. An empty value is one of zero length;
    a Sequence has one Item.
    """

    path: str
    tag: str = ""
    vr: str = ""
    value: str = ""
    creator: str = ""

    def __str__(self) -> str:
        tag = f" {self.tag}" if self.tag and self.tag != self.path else ""
        creator = f" of {self.creator}" if self.creator else ""
        if self.vr == "SQ":
            return f"{self.path}{tag} with an Item"
        return f"{self.path}{tag}{creator} = {self.value}" if self.value else f"{self.path}{tag}{creator}, empty"


class Expected(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a receiver relies on in something that the product sends.

    With `present`, the Attribute is there; with `filled`, it has a value, too. Without `values` and `range`, any value
    is right.
    """

    path: str
    tag: str = ""
    creator: str = ""
    vr: str = ""
    present: bool = True
    filled: bool = False
    values: tuple[str, ...] = ()
    range: tuple[float | int | None, float | int | None] | None = None

    def __str__(self) -> str:
        tag = f" {self.tag}" if self.tag and self.tag != self.path else ""
        what = f"{self.path}{tag}" + (f" of {self.creator}" if self.creator else "")
        if self.values:
            return f"{what} is {listed(self.values, 'or')}"
        if self.range is not None:
            return f"{what} is within {' – '.join('' if end is None else str(end) for end in self.range)}"
        if self.vr:
            return f"{what} has the VR {self.vr}"
        if not self.present:
            return f"{what} is not there"
        return f"{what} has a value" if self.filled else f"{what} is there"


class Witness(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """Something that worked before and fails now, and what came and comes of it.

    `no_script` is the reason why no program can act it out from outside; empty if one can. With `at_product`, one can
    play the part of the peer, and what comes of it shows at the product alone.
    """

    before: Reply
    after: Reply
    sender: Party = Party.PEER
    no_script: str = ""
    at_product: bool = False

    @property
    def lines(self) -> list[str]:
        """The whole of it for people, line by line, without line ends: the exchange, then what came of it."""
        said = [*self._exchange(), f"before: {self.before}", f"now: {self.after}"]
        return [harmless(line.replace("\n", " ").rstrip()) for line in said]

    def _exchange(self) -> Iterator[str]:
        raise NotImplementedError


class AssociationWitness(Witness, frozen=True, kw_only=True, omit_defaults=True, tag="association"):
    """An A-ASSOCIATE request, and its answer. If the product sends it, it says what the peer takes."""

    association: Association

    def _exchange(self) -> Iterator[str]:
        yield from _opened(self.association, self.sender)


class QueryWitness(Witness, frozen=True, kw_only=True, omit_defaults=True, tag="query"):
    """A C-FIND request with its Identifier (PS3.4 C.4.1). `expected` is what whoever asks needs of each response."""

    association: Association
    level: str = ""
    identifier: tuple[Element, ...]
    expected: Expected | None = None

    def _exchange(self) -> Iterator[str]:
        yield from _opened(self.association, self.sender)
        yield f"{_sends(self.sender)} C-FIND with the Identifier:"
        if self.level:
            yield f"  QueryRetrieveLevel (0008,0052) = {self.level}"
        yield from (f"  {element}" for element in self.identifier)
        if self.expected is not None:
            yield f"needs in each response: {self.expected}"


class ObjectWitness(Witness, frozen=True, kw_only=True, omit_defaults=True, tag="object"):
    """An object that goes to the product, or comes from it.

    `elements` are what it has beside its UIDs, `without` what it lawfully lacks. `association` is how it goes over the
    network, if a service says so. `expected` is what a receiver relies on.
    """

    sop_class: Named | None = None
    elements: tuple[Element, ...] = ()
    without: tuple[str, ...] = ()
    association: Association | None = None
    expected: Expected | None = None

    def _exchange(self) -> Iterator[str]:
        what = f"an object of {self.sop_class}" if self.sop_class else "an object"
        to = f" to {self.association.called}" if self.association and self.association.called else ""
        yield f"a peer sends {what}{to}" if self.sender is Party.PEER else f"the product writes {what}"
        yield from (f"  {element}" for element in self.elements)
        yield from (f"  without {path}" for path in self.without)
        if self.expected is not None:
            yield f"a receiver relies on: {self.expected}"


class OperationWitness(Witness, frozen=True, kw_only=True, omit_defaults=True, tag="operation"):
    """A DIMSE-N request (PS3.7 10). `type_id` is an Event Type ID or an Action Type ID."""

    association: Association
    operation: str
    sop_class: Named
    type_id: int | None = None
    elements: tuple[Element, ...] = ()
    without: tuple[str, ...] = ()
    expected: Expected | None = None

    def _exchange(self) -> Iterator[str]:
        yield from _opened(self.association, self.sender)
        type_id = f", type {self.type_id}" if self.type_id is not None else ""
        yield f"{_sends(self.sender)} {self.operation} for {self.sop_class}{type_id}"
        yield from (f"  {element}" for element in self.elements)
        yield from (f"  without {path}" for path in self.without)
        if self.expected is not None:
            yield f"a receiver relies on: {self.expected}"


class StatusWitness(Witness, frozen=True, kw_only=True, omit_defaults=True, tag="status"):
    """A status in a DIMSE response, or a failure reason (0008,1197), from `sender`; `code` is in hexadecimal."""

    service: str
    code: str
    meaning: str = ""
    failure_reason: bool = False
    sop_class: Named | None = None

    def _exchange(self) -> Iterator[str]:
        who = "a peer" if self.sender is Party.PEER else "the product"
        what = "the failure reason" if self.failure_reason else "the status"
        meaning = f" ({self.meaning})" if self.meaning else ""
        of = f" for {self.sop_class}" if self.sop_class else ""
        yield f"{who} answers in {self.service} with {what} 0x{self.code}{meaning}{of}"


class WebWitness(Witness, frozen=True, kw_only=True, omit_defaults=True, tag="web"):
    """An HTTP request (PS3.18), and its response. `parameters` are those of the URI, by name.

    `elements` are Attributes in the payload, `without` those that it lacks. `expected` is what is needed of each result
    of a response; `response` is the status or media type that the peer answers with, if that is what matters.
    """

    method: str
    url: str
    parameters: dict[str, str] = {}
    headers: dict[str, str] = {}
    elements: tuple[Element, ...] = ()
    without: tuple[str, ...] = ()
    response: str = ""
    expected: Expected | None = None
    count: int = 1

    def _exchange(self) -> Iterator[str]:
        who = "a peer" if self.sender is Party.PEER else "the product"
        times = f" {self.count} times at once" if self.count > 1 else ""
        query = "&".join(f"{name}={value}" for name, value in self.parameters.items())
        yield f"{who} requests{times} {self.method} {self.url}{'?' if query else ''}{query}"
        yield from (f"  {name}: {value}" for name, value in self.headers.items())
        yield from (f"  {element}" for element in self.elements)
        yield from (f"  without {path}" for path in self.without)
        if self.response:
            yield f"and is answered with {self.response}"
        if self.expected is not None:
            yield f"needs in the response: {self.expected}"


class MediaWitness(Witness, frozen=True, kw_only=True, omit_defaults=True, tag="media"):
    """A File-set on media (PS3.10, PS3.11): what is in it, and in which role the product deals with it."""

    profile: str
    role: FileSetRole | None = None
    sop_class: Named | None = None
    transfer_syntax: Named | None = None

    def _exchange(self) -> Iterator[str]:
        what = f" with {self.sop_class}" if self.sop_class else ""
        inside = f" in {self.transfer_syntax}" if self.transfer_syntax else ""
        who = "a peer writes" if self.sender is Party.PEER else "the product writes"
        does = f", which the product takes as {self.role}" if self.role and self.sender is Party.PEER else ""
        yield f"{who} a File-set of {self.profile}{what}{inside}{does}"


class StepWitness(Witness, frozen=True, kw_only=True, omit_defaults=True, tag="step"):
    """Something that is done, seen or relied on at the product, or among people, without a message of DICOM."""

    step: str

    def _exchange(self) -> Iterator[str]:
        yield self.step


AnyWitness = (
    AssociationWitness
    | QueryWitness
    | ObjectWitness
    | OperationWitness
    | StatusWitness
    | WebWitness
    | MediaWitness
    | StepWitness
)


def _sends(sender: Party) -> str:
    return "and sends" if sender is Party.PEER else "the product sends"


def _opened(association: Association, sender: Party) -> Iterator[str]:
    calling = f" as {association.calling}" if association.calling else ""
    port = f", port {association.port}" if association.port is not None else ""
    if sender is Party.PEER:
        times = "an Association" if association.count is None else f"{association.count} Associations at a time"
        yield f"a peer opens {times} to {association.called or 'the product'}{port}{calling}"
    else:
        most = f" and takes {association.count} at a time" if association.count is not None else ""
        yield f"a peer waits for an Association of {association.calling or 'the product'}{most}"
        if association.contexts:
            yield "and takes no context but this, as the product proposes it:"
    yield from (f"  {context}" for context in association.contexts)
    if association.application_context:
        yield f"  application context {association.application_context}"
    if association.user_identity is not None:
        yield f"  user identity of type {association.user_identity} ({_IDENTITIES[association.user_identity]})"
    if association.tls is not None:
        yield f"  TLS: {association.tls}"


_IDENTITIES = {1: "user name", 2: "user name and passcode", 3: "Kerberos ticket", 4: "SAML assertion", 5: "JWT"}
"""User-Identity-Type in PS3.7 D.3.3.7."""
