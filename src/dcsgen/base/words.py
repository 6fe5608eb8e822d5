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


class NeededIn(StrEnum):
    """In which Items of the Sequence around it an Attribute must be, or gets its default: in every one, or the first.

    Of the latter, an Item that lacks it keeps the value of the Item before.
    """

    EVERY_ITEM = "every_item"
    FIRST_ITEM = "first_item"


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
