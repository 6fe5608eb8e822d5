"""Words about what objects and messages hold: keys, Attributes, values, codes; the schemas list the same words."""

from __future__ import annotations

from enum import StrEnum


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


class ValueSet(StrEnum):
    """Which codes a product has as delivered (PS3.2 Table A.9.3-1)."""

    STANDARD = "standard"
    EXTENDED = "extended"
    PRIVATE = "private"
    NONE = "none"


class CodesConfigurable(StrEnum):
    """Whether the codes of a context group can be changed (PS3.2 Table A.9.3-1)."""

    NO = "no"
    EXTENSIBLE = "extensible"
    REPLACEABLE = "replaceable"


class ValueType(StrEnum):
    """Value Type of a Content Item (PS3.3 Table C.17.3-7)."""

    CONTAINER = "CONTAINER"
    TEXT = "TEXT"
    NUM = "NUM"
    CODE = "CODE"
    DATETIME = "DATETIME"
    DATE = "DATE"
    TIME = "TIME"
    UIDREF = "UIDREF"
    PNAME = "PNAME"
    IMAGE = "IMAGE"
    WAVEFORM = "WAVEFORM"
    COMPOSITE = "COMPOSITE"
    SCOORD = "SCOORD"
    SCOORD3D = "SCOORD3D"
    TCOORD = "TCOORD"
    TABLE = "TABLE"


class Relationship(StrEnum):
    """Relationship of a Content Item to the one above (PS3.3 Table C.17.3-8)."""

    CONTAINS = "CONTAINS"
    HAS_OBS_CONTEXT = "HAS OBS CONTEXT"
    HAS_CONCEPT_MOD = "HAS CONCEPT MOD"
    HAS_PROPERTIES = "HAS PROPERTIES"
    HAS_ACQ_CONTEXT = "HAS ACQ CONTEXT"
    INFERRED_FROM = "INFERRED FROM"
    SELECTED_FROM = "SELECTED FROM"


class VideoRole(StrEnum):
    """Whether an Application Entity provides or consumes real-time video (PS3.22)."""

    PROVIDER = "provider"
    CONSUMER = "consumer"


class Scan(StrEnum):
    """Whether the frames of video are whole or interlaced (PS3.22)."""

    PROGRESSIVE = "progressive"
    INTERLACED = "interlaced"


class LdapUse(StrEnum):
    """What a product does with an attribute in a directory (PS3.15 H.1)."""

    READ = "read"
    PUBLISHED = "published"
    BOTH = "both"
