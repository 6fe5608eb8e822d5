"""What an Application Entity can do for which SOP Classes (PS3.2 A.4.2.x.3, A.4.2.x.4, N.5.2)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.words import Initiator, Role
from dcsgen.model.service_attributes import QueryKey, ServiceOperation
from dcsgen.model.service_rules import Coercion, FailureReason, Limit, Transcoding
from dcsgen.model.sop_class import SopClass, TransferSyntax
from dcsgen.model.status import Status


class CommunicationFailure(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is done when the communication breaks (PS3.2 A.4.2-10): prose per exception."""

    timeout: str = ""
    association_rejected: str = ""
    association_aborted: str = ""


class Service(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """SOP Classes that one Application Entity supports in one role and under one policy.

    Transfer Syntaxes stand in order of preference; none is "not stated", as is empty text. `option` is what must be
    bought or configured first. The natural key of what a service says is (application entity, SOP Class UID, role).
    """

    title: str = ""
    application_entity: str
    sop_classes: tuple[SopClass, ...]
    role: Role
    initiator: Initiator | None = None
    local_activity: str = ""
    remote_activity: str = ""
    transfer_syntaxes: tuple[TransferSyntax, ...] = ()
    extended_negotiation: str = ""
    role_selection: str = ""
    acceptance_criterion: str = ""
    transfer_syntax_selection: str = ""
    level_of_conformance: int | None = None
    digital_signature_level: int | None = None
    option: str = ""
    behaviour: str = ""
    status_table: str = ""
    statuses: dict[str, Status] = field(default_factory=dict)
    communication_failure: CommunicationFailure | None = None
    keys: dict[str, QueryKey] = field(default_factory=dict)
    operations: dict[str, ServiceOperation] = field(default_factory=dict)
    transcoding: dict[str, Transcoding] = field(default_factory=dict)
    coercion: dict[str, Coercion] | None = None
    failure_reasons: dict[str, FailureReason] = field(default_factory=dict)
    limits: dict[str, Limit] = field(default_factory=dict)
    max_peers: int | str | None = None
    iod: str = ""
    attribute_mapping: str = ""
    ae_mapping: str = ""

    @property
    def opened_by(self) -> Initiator:
        """Who opens the Association: as stated, else an SCU's product and an SCP's peer (PS3.8 7.1)."""
        if self.initiator is not None:
            return self.initiator
        return {Role.SCU: Initiator.SELF, Role.SCP: Initiator.PEER, Role.BOTH: Initiator.EITHER}[self.role]
