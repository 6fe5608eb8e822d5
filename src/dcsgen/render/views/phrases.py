"""The layouts' own short phrases for single facts; everything here is plain text."""

from __future__ import annotations

from collections.abc import Sequence

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
    Setting,
    TranscodingResult,
    ValueSet,
    ValueSource,
    VideoRole,
)
from dcsgen.base.words import (
    AcceptedTitles,
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
    TooLong,
    Use,
    WebRole,
)

NOT_STATED = "not stated"

ROLES = {"SCU": "SCU", "SCP": "SCP", "BOTH": "SCU and SCP"}

STATUS_CLASSES = {
    StatusClass.SUCCESS: "Success",
    StatusClass.WARNING: "Warning",
    StatusClass.FAILURE: "Failure",
    StatusClass.CANCEL: "Cancel",
    StatusClass.PENDING: "Pending",
}

CONFIGURABLE = {
    Configurable.USER: "by the user",
    Configurable.SERVICE: "by a service technician",
    Configurable.FIXED: "no",
}

SUPPORT = {Support.USED: "Used", Support.IGNORED: "Ignored", Support.NOT_SUPPORTED: "Not supported"}

USE = {Use.MANDATORY: "Mandatory", Use.OPTIONAL: "Optional", Use.IGNORED: "Ignored"}

OBJECT_ROLES = {
    ObjectRole.RECEIVED: "received",
    ObjectRole.CREATED: "created",
    ObjectRole.FORWARDED: "passed on",
}

USAGES = {"M": "M (mandatory)", "C": "C (conditional)", "U": "U (user option)"}

SOP_CLASS_KINDS = {
    SopClassKind.STANDARD: "Standard",
    SopClassKind.STANDARD_EXTENDED: "Standard Extended",
    SopClassKind.SPECIALIZED: "Specialized",
    SopClassKind.PRIVATE: "Private",
}

FILE_SET_ROLES = {
    FileSetRole.FSC: "FSC (creates)",
    FileSetRole.FSR: "FSR (reads)",
    FileSetRole.FSU: "FSU (updates)",
}

PROFILE_KINDS = {
    ProfileKind.STANDARD: "Standard",
    ProfileKind.AUGMENTED: "Augmented",
    ProfileKind.PRIVATE: "Private",
}

WEB_ROLES = {WebRole.USER_AGENT: "user agent", WebRole.ORIGIN_SERVER: "origin server"}

STANCES = {Stance.OFFERS: "offered", Stance.DEMANDS: "demanded of every peer"}

PEER_CERTIFICATES = {
    PeerCertificate.REQUIRED: "required",
    PeerCertificate.OPTIONAL: "checked if there is one",
    PeerCertificate.UNUSED: "not used",
}

MATCHING = {
    MatchingType.SINGLE_VALUE: "single value",
    MatchingType.UID: "list of UIDs",
    MatchingType.WILDCARD: "wild card",
    MatchingType.RANGE: "range",
    MatchingType.SEQUENCE: "sequence",
    MatchingType.UNIVERSAL: "universal",
}

QUERY_SOURCES = {
    QuerySource.FIXED: "fixed",
    QuerySource.GENERATED: "generated",
    QuerySource.CONFIGURATION: "configuration",
    QuerySource.USER: "user",
    QuerySource.SCANNED: "scanned",
    QuerySource.EMPTY: "sent empty",
}

DISPLAY = {Display.SHOWN: "shown", Display.CONFIGURED: "if configured", Display.NEVER: "not shown"}

VALUE_SOURCES = {
    ValueSource.USER: "user",
    ValueSource.SCANNED: "scanned",
    ValueSource.GENERATED: "generated",
    ValueSource.FIXED: "fixed",
    ValueSource.CONFIGURATION: "configuration",
    ValueSource.WORKLIST: "Modality Worklist",
    ValueSource.PERFORMED_STEP: "Performed Procedure Step",
    ValueSource.UNIFIED_STEP: "Unified Procedure Step",
    ValueSource.OBJECT: "source object",
    ValueSource.HL7: "HL7",
}

PRESENCE = {
    Presence.ALWAYS: "always, with a value",
    Presence.VALUE_NOT_ALWAYS: "always, the value may be empty",
    Presence.ATTRIBUTE_NOT_ALWAYS: "not always, but with a value",
    Presence.NEITHER_ALWAYS: "not always, and the value may be empty",
    Presence.EMPTY: "always empty",
}

MODULE_PRESENCE = {ModulePresence.ALWAYS: "always", ModulePresence.NOT_ALWAYS: "not always"}

PLACEMENTS = {
    Placement.SHARED: "once for all frames",
    Placement.PER_FRAME: "for each frame",
    Placement.EITHER: "as the values require",
}

TRANSCODING_RESULTS = {
    TranscodingResult.SUPPORTED: "sent under its SOP Instance UID",
    TranscodingResult.NEW_UID: "sent as a new object",
    TranscodingResult.NOT_SUPPORTED: "not sent",
}

COERCION_CHANGES = {
    CoercionChange.MODIFIED: "modified",
    CoercionChange.ADDED: "added",
    CoercionChange.REMOVED: "removed",
}

COERCION_TIMES = {
    CoercionWhen.ALWAYS: "always",
    CoercionWhen.CONFIGURATION: "if so configured",
    CoercionWhen.EXTERNAL: "if another system says so",
    CoercionWhen.OTHER: "as remarked",
}

SETTINGS = {
    Setting.ASSOCIATION_REQUEST_TIMEOUT: "time-out of an Association request",
    Setting.ASSOCIATION_RELEASE_TIMEOUT: "time-out of an Association release",
    Setting.RESPONSE_TIMEOUT: "time-out of a DIMSE response",
    Setting.ARTIM_TIMEOUT: "ARTIM time-out",
    Setting.IDLE_TIMEOUT: "time-out of an idle Association",
    Setting.NETWORK_TIMEOUT: "time-out of the network",
    Setting.SEND_BUFFER: "send buffer of TCP",
    Setting.RECEIVE_BUFFER: "receive buffer of TCP",
    Setting.MAX_PDU_RECEIVED: "maximum PDU length received",
    Setting.MAX_PDU_SENT: "maximum PDU length sent",
    Setting.MAX_ASSOCIATIONS: "number of simultaneous Associations",
    Setting.CHARACTER_SET: "Specific Character Set",
    Setting.MAX_OBJECT_SIZE: "largest object",
}

VALUE_SETS = {
    ValueSet.STANDARD: "the standard's codes",
    ValueSet.EXTENDED: "the standard's codes and others",
    ValueSet.PRIVATE: "private codes",
    ValueSet.NONE: "no codes",
}

CODES_CONFIGURABLE = {
    CodesConfigurable.NO: "no",
    CodesConfigurable.EXTENSIBLE: "codes can be added",
    CodesConfigurable.REPLACEABLE: "codes can be replaced",
}

VIDEO_ROLES = {VideoRole.PROVIDER: "provider", VideoRole.CONSUMER: "consumer"}


def number(value: float) -> str:
    """A number as people write it: no `.0` behind a whole one."""
    return str(int(value)) if float(value).is_integer() else repr(value)


def sentence(text: str) -> str:
    """Text with a full stop at its end."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def scalar(value: bool | float | str | None) -> str:
    """A configured value; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else number(value)


def bounds(pair: tuple[float | None, float | None] | None, unit: str = "") -> str:
    """`0 to 360 °`, `at least 1`, `at most 9 s`; nothing for None or two open ends."""
    if pair is None or pair == (None, None):
        return ""
    low, high = pair
    if low is None:
        text = f"at most {number(high or 0)}"
    elif high is None:
        text = f"at least {number(low)}"
    else:
        text = f"{number(low)} to {number(high)}"
    return f"{text} {unit}".rstrip()


def listed(words: Sequence[str]) -> str:
    """`A, B or C`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}" if words else ""


def associations(limit: int | str | None) -> str:
    """How many Associations at a time."""
    if limit is None:
        return "a number of simultaneous Associations that is not stated"
    if limit == "unlimited":
        return "any number of simultaneous Associations"
    return "one Association at a time" if limit == 1 else f"at most {limit} simultaneous Associations"


def pdu(length: int | None) -> str:
    """A maximum PDU length; 0 means that there is none (PS3.8 D.1)."""
    if length is None:
        return NOT_STATED
    return "unlimited (0)" if length == 0 else f"{length} bytes"


def operations(count: int) -> str:
    """Outstanding operations of the asynchronous window; 0 means no limit (PS3.7 D.3.3.3)."""
    return "unlimited (0)" if count == 0 else str(count)


def titles(accepted: AcceptedTitles | Sequence[str] | None) -> str:
    """Which AE Titles an acceptor lets in."""
    if accepted is None:
        return NOT_STATED
    if accepted is AcceptedTitles.ANY:
        return "any"
    if accepted is AcceptedTitles.CONFIGURED:
        return "those that are configured"
    return listed(list(accepted))


def overflow(length: int | None, too_long: TooLong | None) -> str:
    """What happens to a value that is longer than its field."""
    if length is None:
        return ""
    room = f"{length} character" + ("" if length == 1 else "s")
    if too_long is TooLong.TRUNCATED:
        return f"Truncated to {room}."
    if too_long is TooLong.REJECTED:
        return f"Refused if longer than {room}."
    return f"At most {room}."


def overwriting(overwrite: Overwrite | None) -> str:
    """What happens to a value that the database already has."""
    return {
        None: "",
        Overwrite.REPLACED: "Replaces an existing value.",
        Overwrite.KEPT: "An existing value is kept.",
        Overwrite.COMPARED: "Must agree with an existing value.",
    }[overwrite]


def requests(limit: int | str | None) -> str:
    """How many requests at a time."""
    return NOT_STATED if limit is None else str(limit)


def yes_no(stated: bool | None) -> str:
    """Yes, no, or that nobody said."""
    return NOT_STATED if stated is None else "yes" if stated else "no"


def need(presence: Presence | None, required: bool | None) -> str:
    """Whether an Attribute of an operation is sent, and whether it is asked for."""
    asked = {None: "", True: "required", False: "not required"}[required]
    return "; ".join(text for text in (PRESENCE[presence] if presence else "", asked) if text)


def retired(name: str, is_retired: bool) -> str:
    """A name with the word that warns of it."""
    return f"{name} (retired)" if is_retired else name


def profile_kind(kind: ProfileKind, base: str, *, known: bool) -> str:
    """How an Application Profile relates to the standard: `Standard`, `Augmented, of STD-GEN-CD`."""
    if not known:
        return "not known to the standard"
    return f"{PROFILE_KINDS[kind]}, of {base}" if base else PROFILE_KINDS[kind]
