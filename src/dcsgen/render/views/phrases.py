"""The layouts' own short phrases for single facts; everything here is plain text."""

from __future__ import annotations

from dcsgen.base.content_words import (
    CodesConfigurable,
    CoercionChange,
    CoercionWhen,
    Display,
    MatchingType,
    ModulePresence,
    Placement,
    Presence,
    QuerySource,
    Scan,
    Setting,
    TranscodingResult,
    ValueSet,
    ValueSource,
    VideoRole,
)
from dcsgen.base.words import (
    Configurable,
    FileSetRole,
    ObjectRole,
    Overwrite,
    PeerCertificate,
    ProfileKind,
    SopClassKind,
    Stance,
    StatusClass,
    Support,
    Use,
    WebRole,
)
from dcsgen.render.language import N_, Words, _

ROLES = Words({"SCU": "SCU", "SCP": "SCP", "BOTH": N_("SCU and SCP")})

STATUS_CLASSES = Words(
    {
        StatusClass.SUCCESS: N_("Success"),
        StatusClass.WARNING: N_("Warning"),
        StatusClass.FAILURE: N_("Failure"),
        StatusClass.CANCEL: N_("Cancel"),
        StatusClass.PENDING: N_("Pending"),
    }
)

CONFIGURABLE = Words(
    {
        Configurable.USER: N_("by the user"),
        Configurable.SERVICE: N_("by a service technician"),
        Configurable.FIXED: N_("no"),
    }
)

SUPPORT = Words({Support.USED: N_("Used"), Support.IGNORED: N_("Ignored"), Support.NOT_SUPPORTED: N_("Not supported")})

USE = Words({Use.MANDATORY: N_("Mandatory"), Use.OPTIONAL: N_("Optional"), Use.IGNORED: N_("Ignored")})

MAPPING_STATUSES = Words(
    {
        "absent": N_("a mandatory Attribute is absent"),
        "empty": N_("a mandatory Attribute is empty"),
        "not_accepted": N_("a value is not accepted"),
        "too_long": N_("a value is too long and rejected"),
        "truncated": N_("a value is truncated"),
        "not_translated": N_("no AE-specific value is listed for the received one"),
        "ignored": N_("Attributes are ignored"),
    }
)

OBJECT_ROLES = Words(
    {
        ObjectRole.RECEIVED: N_("received"),
        ObjectRole.CREATED: N_("created"),
        ObjectRole.FORWARDED: N_("passed on"),
    }
)

USAGES = Words({"M": N_("M (mandatory)"), "C": N_("C (conditional)"), "U": N_("U (user option)")})

SOP_CLASS_KINDS = Words(
    {
        SopClassKind.STANDARD: N_("Standard"),
        SopClassKind.STANDARD_EXTENDED: N_("Standard Extended"),
        SopClassKind.SPECIALIZED: N_("Specialized"),
        SopClassKind.PRIVATE: N_("Private"),
    }
)

FILE_SET_ROLES = Words(
    {
        FileSetRole.FSC: N_("FSC (creates)"),
        FileSetRole.FSR: N_("FSR (reads)"),
        FileSetRole.FSU: N_("FSU (updates)"),
    }
)

PROFILE_KINDS = Words(
    {
        ProfileKind.STANDARD: N_("Standard"),
        ProfileKind.AUGMENTED: N_("Augmented"),
        ProfileKind.PRIVATE: N_("Private"),
    }
)

WEB_ROLES = Words({WebRole.USER_AGENT: N_("user agent"), WebRole.ORIGIN_SERVER: N_("origin server")})

STANCES = Words({Stance.OFFERS: N_("offered"), Stance.DEMANDS: N_("demanded of every peer")})

PEER_CERTIFICATES = Words(
    {
        PeerCertificate.REQUIRED: N_("required"),
        PeerCertificate.OPTIONAL: N_("checked if there is one"),
        PeerCertificate.UNUSED: N_("not used"),
    }
)

MATCHING = Words(
    {
        MatchingType.SINGLE_VALUE: N_("single value"),
        MatchingType.UID: N_("list of UIDs"),
        MatchingType.WILDCARD: N_("wild card"),
        MatchingType.RANGE: N_("range"),
        MatchingType.SEQUENCE: N_("sequence"),
        MatchingType.UNIVERSAL: N_("universal"),
    }
)

QUERY_SOURCES = Words(
    {
        QuerySource.FIXED: N_("fixed"),
        QuerySource.GENERATED: N_("generated"),
        QuerySource.CONFIGURATION: N_("configuration"),
        QuerySource.USER: N_("user"),
        QuerySource.SCANNED: N_("scanned"),
        QuerySource.EMPTY: N_("sent empty"),
    }
)

DISPLAY = Words({Display.SHOWN: N_("shown"), Display.CONFIGURED: N_("if configured"), Display.NEVER: N_("not shown")})

VALUE_SOURCES = Words(
    {
        ValueSource.USER: N_("user"),
        ValueSource.SCANNED: N_("scanned"),
        ValueSource.GENERATED: N_("generated"),
        ValueSource.FIXED: N_("fixed"),
        ValueSource.CONFIGURATION: N_("configuration"),
        ValueSource.WORKLIST: N_("Modality Worklist"),
        ValueSource.PERFORMED_STEP: N_("Performed Procedure Step"),
        ValueSource.UNIFIED_STEP: N_("Unified Procedure Step"),
        ValueSource.OBJECT: N_("source object"),
        ValueSource.HL7: "HL7",
    }
)

PRESENCE = Words(
    {
        Presence.ALWAYS: N_("always, with a value"),
        Presence.VALUE_NOT_ALWAYS: N_("always, the value may be empty"),
        Presence.ATTRIBUTE_NOT_ALWAYS: N_("not always, but with a value"),
        Presence.NEITHER_ALWAYS: N_("not always, and the value may be empty"),
        Presence.EMPTY: N_("always empty"),
    }
)

MODULE_PRESENCE = Words({ModulePresence.ALWAYS: N_("always"), ModulePresence.NOT_ALWAYS: N_("not always")})

PLACEMENTS = Words(
    {
        Placement.SHARED: N_("once for all frames"),
        Placement.PER_FRAME: N_("for each frame"),
        Placement.EITHER: N_("as the values require"),
    }
)

TRANSCODING_RESULTS = Words(
    {
        TranscodingResult.SUPPORTED: N_("sent under its SOP Instance UID"),
        TranscodingResult.NEW_UID: N_("sent as a new object"),
        TranscodingResult.NOT_SUPPORTED: N_("not sent"),
    }
)

COERCION_CHANGES = Words(
    {
        CoercionChange.MODIFIED: N_("modified"),
        CoercionChange.ADDED: N_("added"),
        CoercionChange.REMOVED: N_("removed"),
    }
)

COERCION_TIMES = Words(
    {
        CoercionWhen.ALWAYS: N_("always"),
        CoercionWhen.CONFIGURATION: N_("if so configured"),
        CoercionWhen.EXTERNAL: N_("if another system says so"),
        CoercionWhen.OTHER: N_("as remarked"),
    }
)

SETTINGS = Words(
    {
        Setting.ASSOCIATION_REQUEST_TIMEOUT: N_("time-out of an Association request"),
        Setting.ASSOCIATION_RELEASE_TIMEOUT: N_("time-out of an Association release"),
        Setting.RESPONSE_TIMEOUT: N_("time-out of a DIMSE response"),
        Setting.ARTIM_TIMEOUT: N_("ARTIM time-out"),
        Setting.IDLE_TIMEOUT: N_("time-out of an idle Association"),
        Setting.NETWORK_TIMEOUT: N_("time-out of the network"),
        Setting.SEND_BUFFER: N_("send buffer of TCP"),
        Setting.RECEIVE_BUFFER: N_("receive buffer of TCP"),
        Setting.MAX_PDU_RECEIVED: N_("maximum PDU length received"),
        Setting.MAX_PDU_SENT: N_("maximum PDU length sent"),
        Setting.MAX_ASSOCIATIONS: N_("number of simultaneous Associations"),
        Setting.CHARACTER_SET: N_("Specific Character Set"),
        Setting.MAX_OBJECT_SIZE: N_("largest object"),
    }
)

VALUE_SETS = Words(
    {
        ValueSet.STANDARD: N_("the standard's codes"),
        ValueSet.EXTENDED: N_("the standard's codes and others"),
        ValueSet.PRIVATE: N_("private codes"),
        ValueSet.NONE: N_("no codes"),
    }
)

CODES_CONFIGURABLE = Words(
    {
        CodesConfigurable.NO: N_("no"),
        CodesConfigurable.EXTENSIBLE: N_("codes can be added"),
        CodesConfigurable.REPLACEABLE: N_("codes can be replaced"),
    }
)

SCANS = Words({Scan.PROGRESSIVE: N_("progressive"), Scan.INTERLACED: N_("interlaced")})

VIDEO_ROLES = Words({VideoRole.PROVIDER: N_("provider"), VideoRole.CONSUMER: N_("consumer")})

OVERWRITING = Words(
    {
        Overwrite.REPLACED: N_("Replaces an existing value."),
        Overwrite.KEPT: N_("An existing value is kept."),
        Overwrite.COMPARED: N_("Must agree with an existing value."),
    }
)


def not_stated() -> str:
    """What stands where nothing is stated."""
    return _("not stated")
