"""Changes: the facts in which two descriptions differ, before anybody says whether they matter."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct, structs

from dcsgen.base.place import Path, Place
from dcsgen.base.words import Stance

LENGTH = 16
"""Hexadecimal digits of a fingerprint."""


class Action(StrEnum):
    """What happened to a thing from the old description to the new one.

    `stated` and `unstated` are for what one side does not say: whether it is otherwise there, nobody can tell.
    """

    ADDED = "added"
    REMOVED = "removed"
    WIDENED = "widened"
    NARROWED = "narrowed"
    RAISED = "raised"
    LOWERED = "lowered"
    CHANGED = "changed"
    RENAMED = "renamed"
    MOVED = "moved"
    STATED = "stated"
    UNSTATED = "unstated"

    @property
    def opposite(self) -> Action:
        """What the same difference is called when the two descriptions change sides."""
        return _OPPOSITES.get(self, self)


_ONE_WAY = (
    (Action.ADDED, Action.REMOVED),
    (Action.WIDENED, Action.NARROWED),
    (Action.RAISED, Action.LOWERED),
    (Action.STATED, Action.UNSTATED),
)
_OPPOSITES = dict([*_ONE_WAY, *((back, forth) for forth, back in _ONE_WAY)])


class Verdict(StrEnum):
    """What a change means for those who work with the product.

    Fewer offers break, more demands break, the opposites do not. `risky` is where the descriptions do not hold enough
    to decide; `editorial` is about words alone.
    """

    BREAKING = "breaking"
    RISKY = "risky"
    COMPATIBLE = "compatible"
    EDITORIAL = "editorial"

    @property
    def rank(self) -> int:
        """0 for breaking, growing as less is at stake."""
        return list(Verdict).index(self)


class Area(StrEnum):
    """What part of a product's communication a change is in, to ask for whom it matters."""

    NEGOTIATION = "negotiation"
    SERVICE = "service"
    QUERY = "query"
    CONTENT = "content"
    MEDIA = "media"
    WEB = "web"
    SECURITY = "security"
    CONFIGURATION = "configuration"
    PRODUCT = "product"
    DOCUMENT = "document"


class Subject(StrEnum):
    """The sort of thing that a change is about: a record of the description, or an item of one of its lists."""

    CAPABILITY = "capability"
    PRODUCT = "product"
    DOCUMENT = "document"
    REVISION = "revision"
    TERM = "term"
    ABBREVIATION = "abbreviation"
    REFERENCE = "reference"
    APPLICATION_ENTITY = "application_entity"
    ASSOCIATION = "association"
    ASSOCIATION_LIMIT = "association_limit"
    ASYNCHRONOUS_WINDOW = "asynchronous_window"
    FILE_META_INFORMATION = "file_meta_information"
    ACTIVITY = "activity"
    TRIGGER = "trigger"
    SEQUENCE = "sequence"
    STEP = "step"
    SERVICE = "service"
    SOP_CLASS = "sop_class"
    TRANSFER_SYNTAX = "transfer_syntax"
    COMMUNICATION_FAILURE = "communication_failure"
    STATUS = "status"
    STATUS_TABLE = "status_table"
    RELATED_FIELD = "related_field"
    FAILURE_REASON = "failure_reason"
    QUERY_KEY = "query_key"
    MATCHING = "matching"
    VALUE_SOURCE = "value_source"
    COPY = "copy"
    OPERATION = "operation"
    OPERATION_ATTRIBUTE = "operation_attribute"
    VALUE = "value"
    TRANSCODING = "transcoding"
    COERCION = "coercion"
    MEDIA_SERVICE = "media_service"
    MEDIA_CONTENT = "media_content"
    FILE_SET_ROLE = "file_set_role"
    APPLICATION_PROFILE = "application_profile"
    OWN_APPLICATION_PROFILE = "own_application_profile"
    WEB_SERVICE = "web_service"
    WEB_SERVICE_TYPE = "web_service_type"
    WEB_TRANSACTION = "web_transaction"
    WEB_RESOURCE = "web_resource"
    WEB_PARAMETER = "web_parameter"
    WEB_HEADER = "web_header"
    WEB_ATTRIBUTE = "web_attribute"
    WEB_MEDIA_TYPE = "web_media_type"
    WEB_STATUS = "web_status"
    IOD = "iod"
    MODULE = "module"
    FUNCTIONAL_GROUP = "functional_group"
    COMMON_MODULE = "common_module"
    CREATED_ATTRIBUTE = "created_attribute"
    ATTRIBUTE_MAPPING = "attribute_mapping"
    MAPPED_MODULE = "mapped_module"
    ATTRIBUTE = "attribute"
    FIELD = "field"
    AE_MAPPING = "ae_mapping"
    AE_MAPPED_ATTRIBUTE = "ae_mapped_attribute"
    TARGET = "target"
    TRANSLATION = "translation"
    CONTEXT_GROUP = "context_group"
    CODE = "code"
    CODING_SCHEME = "coding_scheme"
    TEMPLATE = "template"
    TEMPLATE_IOD = "template_iod"
    CONTENT_ITEM = "content_item"
    ATTRIBUTE_FLOW = "attribute_flow"
    FLOW_PART = "flow_part"
    REAL_TIME_VIDEO = "real_time_video"
    VIDEO_FORMAT = "video_format"
    IHE_PROFILE = "ihe_profile"
    IHE_ACTOR = "ihe_actor"
    IHE_OPTION = "ihe_option"
    GRAYSCALE = "grayscale"
    COMMUNICATION = "communication"
    STACK = "stack"
    STACK_PART = "stack_part"
    OWN_SOP_CLASS = "own_sop_class"
    OWN_TRANSFER_SYNTAX = "own_transfer_syntax"
    PRIVATE_ATTRIBUTE = "private_attribute"
    CONFIGURATION = "configuration"
    LOCAL_ADDRESS = "local_address"
    REMOTE_ADDRESS = "remote_address"
    PARAMETER = "parameter"
    SCOPE = "scope"
    CHARACTER_SETS = "character_sets"
    CHARACTER_SET = "character_set"
    CONVERSION = "conversion"
    SECURITY = "security"
    SECURITY_PROFILE = "security_profile"
    SECURITY_USE = "security_use"
    SECURE_TRANSPORT = "secure_transport"
    TLS_VERSION = "tls_version"
    CIPHER_SUITE = "cipher_suite"
    AUDIT_TRAIL = "audit_trail"
    AUDIT_MESSAGE = "audit_message"
    AUDIT_FIELD = "audit_field"
    DE_IDENTIFICATION = "de_identification"
    REJECTION = "rejection"
    LIMIT = "limit"
    COMMON_FUNCTIONAL_GROUP = "common_functional_group"
    VIDEO_RESOLUTION = "video_resolution"
    LDAP_ATTRIBUTE = "ldap_attribute"
    SYSTEM_MANAGEMENT = "system_management"
    ACTOR = "actor"
    PROTOCOL = "protocol"
    TRANSACTION = "transaction"
    WEB_ACCESS = "web_access"
    USER_ROLE = "user_role"
    WEB_RESPONSE_HEADER = "web_response_header"
    WEB_VERSION = "web_version"
    WEB_PARTITIONS = "web_partitions"
    WEB_LIMIT = "web_limit"
    WEB_PAYLOAD_ATTRIBUTE = "web_payload_attribute"
    WEB_FIELD = "web_field"
    WEB_REASON = "web_reason"
    WEB_CHECK = "web_check"
    WEB_STORAGE = "web_storage"
    WEB_TEXT_MATCHING = "web_text_matching"
    WEB_SEARCH = "web_search"
    WEB_CACHING = "web_caching"
    WEB_STATE_RULE = "web_state_rule"
    WORKITEM_STATE = "workitem_state"
    QUERY_LEVEL = "query_level"
    ATTRIBUTE_ID = "attribute_id"
    VALIDATOR = "validator"
    RESOURCE = "resource"
    VALUE_REPRESENTATION = "value_representation"
    EXTENSION = "extension"


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One fact in which two descriptions differ.

    `old_path` and `new_path` lead from the root by natural keys to the thing or to its field; one is empty if the
    thing is not there. An item of a list has its natural key as the last step: the UID of a Transfer Syntax, never its
    place. `field` is the key that differs in a thing that both have; it is empty if the whole thing came, went or
    moved, and for a text or other single value that changed under its key. `before` and `after` are values of the
    model, None for what is not there; of something renamed they are its names.

    `roles` are the product's own, both where a thing is for either (`SCP`, `SCU`; `import`, `created`, `FSR`, …).
    `stance` says whether more of this is more that the product offers its peers, or more that it demands of them; None
    if it is neither, or as much one as the other. `words` is for text that people read, `standard` for what the
    standard says, which differs only between its editions.
    `position` counts from 0 in the list where its order matters. `similarity` is from 0 to 1, for what was recognised
    in spite of a difference. `echoes` follow from the same edit, such as references to something renamed. What is
    `derived` is told by other changes too: it is about a part of something that came or went as a whole.
    """

    subject: Subject
    action: Action
    area: Area
    old_path: Path = ()
    new_path: Path = ()
    field: str = ""
    before: Any = None
    after: Any = None
    roles: tuple[str, ...] = ()
    stance: Stance | None = None
    words: bool = False
    standard: bool = False
    position: int | None = None
    similarity: float | None = None
    derived: bool = False
    echoes: tuple[Change, ...] = ()
    old_place: Place | None = None
    new_place: Place | None = None

    @property
    def path(self) -> Path:
        """Where it is in the new description, or was in the old one."""
        return self.new_path or self.old_path

    @property
    def key(self) -> str:
        """The natural key of the thing itself, whichever of its fields differs."""
        path = self.path[:-1] if self.field else self.path
        return str(path[-1]) if path else ""

    @property
    def mirrored(self) -> Change:
        """The same fact with the two descriptions in each other's place."""
        return structs.replace(
            self,
            action=self.action.opposite,
            old_path=self.new_path,
            new_path=self.old_path,
            before=self.after,
            after=self.before,
            old_place=self.new_place,
            new_place=self.old_place,
            echoes=tuple(echo.mirrored for echo in self.echoes),
        )

    @property
    def fingerprint(self) -> str:
        """Names the fact for good: made from what changed and how, not from where it stands in the files."""
        said = (self.subject, self.action, self.old_path, self.new_path, self.field, self.before, self.after)
        return sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()[:LENGTH]

    def every(self) -> Iterator[Change]:
        """This change and all its echoes."""
        yield self
        for echo in self.echoes:
            yield from echo.every()


class Aligned(Struct, frozen=True, kw_only=True):
    """Two records that were held against each other. `path` is that of the map in which they are.

    `because` is `same name`, `pinned` by the user or `similar`; `similarity` is from 0 to 1.
    """

    path: Path
    old: str
    new: str
    similarity: float
    because: str


class Comparison(Struct, frozen=True, kw_only=True):
    """All facts in which two descriptions differ, by path, and what was held against what."""

    changes: tuple[Change, ...]
    alignment: tuple[Aligned, ...] = ()

    def every(self) -> Iterator[Change]:
        """All changes, each followed by its echoes."""
        for change in self.changes:
            yield from change.every()
