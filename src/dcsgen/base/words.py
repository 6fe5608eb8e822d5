"""Words of the standard, and of a description, as enums; the schemas list the same words (a test compares)."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Role of an Application Entity for a SOP Class (PS3.7 D.3.3.4): user, provider, or both."""

    SCU = "SCU"
    SCP = "SCP"
    BOTH = "BOTH"


class Side(StrEnum):
    """Where a Real-World Activity happens, seen from the Application Entity (PS3.2 5.1.2)."""

    LOCAL = "local"
    REMOTE = "remote"


class Initiator(StrEnum):
    """Who opens the Association for a service: this product, its peer, or either (PS3.8 7.1)."""

    SELF = "self"
    PEER = "peer"
    EITHER = "either"


class SopClassKind(StrEnum):
    """How a SOP Class relates to the standard (PS3.2 7.3)."""

    STANDARD = "standard"
    STANDARD_EXTENDED = "standard_extended"
    SPECIALIZED = "specialized"
    PRIVATE = "private"


class StatusClass(StrEnum):
    """Class of a DIMSE status (PS3.7 C)."""

    SUCCESS = "success"
    WARNING = "warning"
    FAILURE = "failure"
    CANCEL = "cancel"
    PENDING = "pending"


class Configurable(StrEnum):
    """Who may change a parameter (PS3.2 N.6): the user, a service technician, nobody."""

    USER = "user"
    SERVICE = "service"
    FIXED = "fixed"


class Support(StrEnum):
    """What a product does with a Module of an object that it receives."""

    USED = "used"
    IGNORED = "ignored"
    NOT_SUPPORTED = "not_supported"


class ObjectRole(StrEnum):
    """Whether an applied IOD is of objects that the product receives, creates, or passes on."""

    RECEIVED = "received"
    CREATED = "created"
    FORWARDED = "forwarded"


class Direction(StrEnum):
    """Which way a mapping goes: from DICOM into the product's data, or out of it."""

    IMPORT = "import"
    EXPORT = "export"


class Use(StrEnum):
    """What an import asks of an Attribute: it must be there with a value, it is used if there, it is not used."""

    MANDATORY = "mandatory"
    OPTIONAL = "optional"
    IGNORED = "ignored"


class TooLong(StrEnum):
    """What happens to a value that does not fit into its field."""

    TRUNCATED = "truncated"
    REJECTED = "rejected"


class Overwrite(StrEnum):
    """What happens to a value that the product already has: replaced, kept, or compared and refused if different."""

    REPLACED = "replaced"
    KEPT = "kept"
    COMPARED = "compared"


class StepKind(StrEnum):
    """A step of a sequence: opens an Association, sends a message, answers one, or happens locally."""

    ASSOCIATION = "association"
    MESSAGE = "message"
    RESPONSE = "response"
    LOCAL = "local"


class AcceptedTitles(StrEnum):
    """Which AE Titles an acceptor lets in, when it is a rule and not a list."""

    ANY = "any"
    CONFIGURED = "configured"


class FileSetRole(StrEnum):
    """What an Application Entity does with a File-set (PS3.10 8): creates, reads or updates it."""

    FSC = "FSC"
    FSR = "FSR"
    FSU = "FSU"


class ProfileKind(StrEnum):
    """How an Application Profile relates to PS3.11 (PS3.2 7.4)."""

    STANDARD = "standard"
    AUGMENTED = "augmented"
    PRIVATE = "private"


class WebRole(StrEnum):
    """Whether an Application Entity sends the requests of a web service or answers them (PS3.18 3)."""

    USER_AGENT = "user_agent"
    ORIGIN_SERVER = "origin_server"


class Stance(StrEnum):
    """Whether the product is ready to do something with its peers, or insists on it."""

    OFFERS = "offers"
    DEMANDS = "demands"


class PeerCertificate(StrEnum):
    """Whether a peer has to show a certificate of its own to be let in."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    UNUSED = "unused"


class MatchingType(StrEnum):
    """How a query compares a key with the values of the objects (PS3.4 C.2.2.2)."""

    SINGLE_VALUE = "single_value"
    UID = "uid"
    WILDCARD = "wildcard"
    RANGE = "range"
    SEQUENCE = "sequence"
    UNIVERSAL = "universal"


class QuerySource(StrEnum):
    """Where the value of a key comes from when the product asks (PS3.2 Table N.5-2)."""

    FIXED = "fixed"
    GENERATED = "generated"
    CONFIGURATION = "configuration"
    USER = "user"
    SCANNED = "scanned"
    EMPTY = "empty"


class Display(StrEnum):
    """Whether a value that a query returns is shown to the user: always, if it is configured, never (PS3.2 N.5.2.1)."""

    SHOWN = "shown"
    CONFIGURED = "configured"
    NEVER = "never"


class QueryLevel(StrEnum):
    """Level of the Query/Retrieve Information Model that a key belongs to (PS3.4 C.3.1)."""

    PATIENT = "PATIENT"
    STUDY = "STUDY"
    SERIES = "SERIES"
    IMAGE = "IMAGE"


class Operation(StrEnum):
    """A DIMSE-N service, an operation or a notification (PS3.7 7.5.2)."""

    N_CREATE = "N-CREATE"
    N_SET = "N-SET"
    N_GET = "N-GET"
    N_ACTION = "N-ACTION"
    N_EVENT_REPORT = "N-EVENT-REPORT"
    N_DELETE = "N-DELETE"


class ValueSource(StrEnum):
    """Where a value that the product writes comes from (PS3.2 A.9.1.1)."""

    USER = "user"
    SCANNED = "scanned"
    GENERATED = "generated"
    FIXED = "fixed"
    CONFIGURATION = "configuration"
    WORKLIST = "worklist"
    PERFORMED_STEP = "performed_step"
    UNIFIED_STEP = "unified_step"
    OBJECT = "object"
    HL7 = "hl7"


class Presence(StrEnum):
    """Whether an Attribute that the product writes is there, and has a value (PS3.2 A.9.1.1)."""

    ALWAYS = "always"
    VALUE_NOT_ALWAYS = "value_not_always"
    ATTRIBUTE_NOT_ALWAYS = "attribute_not_always"
    NEITHER_ALWAYS = "neither_always"
    EMPTY = "empty"


class ModulePresence(StrEnum):
    """Whether a Module is in every object that the product creates (PS3.2 A.9.1.1)."""

    ALWAYS = "always"
    NOT_ALWAYS = "not_always"


class Placement(StrEnum):
    """Where a Functional Group Macro stands in objects with multiple frames (PS3.3 C.7.6.16)."""

    SHARED = "shared"
    PER_FRAME = "per_frame"
    EITHER = "either"


class TranscodingResult(StrEnum):
    """What becomes of an object when another Transfer Syntax is negotiated (PS3.2 Table N.5-9)."""

    SUPPORTED = "supported"
    NEW_UID = "new_uid"
    NOT_SUPPORTED = "not_supported"


class CoercionChange(StrEnum):
    """What a service does with an Attribute that it coerces (PS3.2 Table N.5-11)."""

    MODIFIED = "modified"
    ADDED = "added"
    REMOVED = "removed"


class CoercionWhen(StrEnum):
    """When a service coerces an Attribute (PS3.2 Table N.5-11)."""

    ALWAYS = "always"
    CONFIGURATION = "configuration"
    EXTERNAL = "external"
    OTHER = "other"


class IpVersion(StrEnum):
    """Version of the Internet Protocol (PS3.8 9.1.1)."""

    IPV4 = "IPv4"
    IPV6 = "IPv6"


class Setting(StrEnum):
    """A setting that PS3.2 or PS3.8 has a name for, whatever the product calls it (PS3.2 Table N.6-1)."""

    ASSOCIATION_REQUEST_TIMEOUT = "association_request_timeout"
    ASSOCIATION_RELEASE_TIMEOUT = "association_release_timeout"
    RESPONSE_TIMEOUT = "response_timeout"
    ARTIM_TIMEOUT = "artim_timeout"
    IDLE_TIMEOUT = "idle_timeout"
    NETWORK_TIMEOUT = "network_timeout"
    SEND_BUFFER = "send_buffer"
    RECEIVE_BUFFER = "receive_buffer"
    MAX_PDU_RECEIVED = "max_pdu_received"
    MAX_PDU_SENT = "max_pdu_sent"
    MAX_ASSOCIATIONS = "max_associations"
    CHARACTER_SET = "character_set"
    MAX_OBJECT_SIZE = "max_object_size"
