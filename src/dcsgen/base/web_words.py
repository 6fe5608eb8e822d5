"""Words about what web services check, keep and return; the schemas list the same words."""

from __future__ import annotations

from enum import StrEnum


class ApiState(StrEnum):
    """Where a version of a web API stands in its life."""

    PREVIEW = "preview"
    CURRENT = "current"
    SUPPORTED = "supported"
    DEPRECATED = "deprecated"
    WITHDRAWN = "withdrawn"


class WebMatching(StrEnum):
    """How a search over the web compares a parameter with the values of the objects (PS3.18 8.3.4.1)."""

    SINGLE_VALUE = "single_value"
    UID = "uid"
    WILDCARD = "wildcard"
    RANGE = "range"
    SEQUENCE = "sequence"
    UNIVERSAL = "universal"
    EMPTY_VALUE = "empty_value"
    MULTIPLE_VALUES = "multiple_values"
    FUZZY = "fuzzy"


class ReturnedWhen(StrEnum):
    """When a search returns an Attribute: always, if includefield names it or says `all`, only if it names it, or only
    if the search matches it, which returns it in the other cases, too (PS3.18 10.6.3.3).
    """

    ALWAYS = "always"
    INCLUDED = "included"
    NAMED = "named"
    MATCHED = "matched"


class AttributeId(StrEnum):
    """How a query parameter may call an Attribute (PS3.18 8.3.1)."""

    KEYWORD = "keyword"
    TAG = "tag"


class Demand(StrEnum):
    """What is asked of an Attribute in a payload: a value, that it is there, that it is empty, nothing, its absence."""

    VALUE = "value"
    ATTRIBUTE = "attribute"
    EMPTY = "empty"
    OPTIONAL = "optional"
    ABSENT = "absent"


class Consequence(StrEnum):
    """What follows if a check of a request fails."""

    REFUSED = "refused"
    WARNING = "warning"
    CORRECTED = "corrected"
    IGNORED = "ignored"


class Duplicates(StrEnum):
    """What becomes of an instance whose SOP Instance UID is stored already."""

    REFUSED = "refused"
    FIRST_KEPT = "first_kept"
    REPLACED = "replaced"
    BOTH_KEPT = "both_kept"


class Preamble(StrEnum):
    """What becomes of the 128 bytes before the prefix of a file (PS3.10 7.1)."""

    KEPT = "kept"
    CLEARED = "cleared"
    CHECKED = "checked"


class Preferred(StrEnum):
    """Which of several values is taken into an index."""

    FIRST = "first"
    LATEST = "latest"
    ALL = "all"
    NONE = "none"


class Validator(StrEnum):
    """The header field by which a cached response is validated (RFC 9110 8.8)."""

    ETAG = "ETag"
    LAST_MODIFIED = "Last-Modified"


class WorkitemState(StrEnum):
    """State of a Unified Procedure Step (PS3.4 Table CC.1.1-1)."""

    SCHEDULED = "SCHEDULED"
    IN_PROGRESS = "IN PROGRESS"
    CANCELED = "CANCELED"
    COMPLETED = "COMPLETED"


class Payload(StrEnum):
    """Whether something is of requests or of responses."""

    REQUEST = "request"
    RESPONSE = "response"


class AccessScheme(StrEnum):
    """How a request over HTTP says who sends it (RFC 9110 11, RFC 6750, RFC 8446)."""

    BEARER = "bearer"
    BASIC = "basic"
    DIGEST = "digest"
    CERTIFICATE = "certificate"
    API_KEY = "api_key"
    COOKIE = "cookie"
    NONE = "none"
