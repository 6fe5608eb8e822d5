"""The layouts' own short phrases for facts of web services; everything here is plain text."""

from __future__ import annotations

from dcsgen.base.content_words import QueryLevel
from dcsgen.base.web_words import (
    AccessScheme,
    ApiState,
    AttributeId,
    Consequence,
    Demand,
    Duplicates,
    Payload,
    Preamble,
    Preferred,
    ReturnedWhen,
    WebMatching,
)
from dcsgen.render.language import N_, Words

API_STATES = Words(
    {
        ApiState.PREVIEW: N_("preview"),
        ApiState.CURRENT: N_("current"),
        ApiState.SUPPORTED: N_("supported"),
        ApiState.DEPRECATED: N_("deprecated"),
        ApiState.WITHDRAWN: N_("withdrawn"),
    }
)

MATCHING = Words(
    {
        WebMatching.SINGLE_VALUE: N_("single value"),
        WebMatching.UID: N_("list of UIDs"),
        WebMatching.WILDCARD: N_("wild card"),
        WebMatching.RANGE: N_("range"),
        WebMatching.SEQUENCE: N_("sequence"),
        WebMatching.UNIVERSAL: N_("universal"),
        WebMatching.EMPTY_VALUE: N_("empty value"),
        WebMatching.MULTIPLE_VALUES: N_("multiple values"),
        WebMatching.FUZZY: N_("fuzzy"),
    }
)

RETURNED = Words(
    {
        ReturnedWhen.ALWAYS: N_("always"),
        ReturnedWhen.INCLUDED: N_("if named or all"),
        ReturnedWhen.NAMED: N_("if named"),
        ReturnedWhen.MATCHED: N_("if matched"),
    }
)

LEVELS = Words(
    {
        QueryLevel.PATIENT: N_("patient"),
        QueryLevel.STUDY: N_("study"),
        QueryLevel.SERIES: N_("series"),
        QueryLevel.IMAGE: N_("instance"),
    }
)

ATTRIBUTE_IDS = Words({AttributeId.KEYWORD: N_("keyword"), AttributeId.TAG: N_("Tag")})

DEMANDS = Words(
    {
        Demand.VALUE: N_("required with a value"),
        Demand.ATTRIBUTE: N_("required, may be empty"),
        Demand.EMPTY: N_("required and empty"),
        Demand.OPTIONAL: N_("optional"),
        Demand.ABSENT: N_("not allowed"),
    }
)

CONSEQUENCES = Words(
    {
        Consequence.REFUSED: N_("refused"),
        Consequence.WARNING: N_("taken with a warning"),
        Consequence.CORRECTED: N_("corrected"),
        Consequence.IGNORED: N_("left as it is"),
    }
)

DUPLICATES = Words(
    {
        Duplicates.REFUSED: N_("refused"),
        Duplicates.FIRST_KEPT: N_("passed over, the first is kept"),
        Duplicates.REPLACED: N_("replaced"),
        Duplicates.BOTH_KEPT: N_("kept beside the first"),
    }
)

PREAMBLES = Words(
    {
        Preamble.KEPT: N_("kept"),
        Preamble.CLEARED: N_("overwritten by zeros"),
        Preamble.CHECKED: N_("kept if it is harmless"),
    }
)

PREFERRED = Words(
    {
        Preferred.FIRST: N_("the first counts"),
        Preferred.LATEST: N_("the latest counts"),
        Preferred.ALL: N_("all count"),
        Preferred.NONE: N_("none counts"),
    }
)

PAYLOADS = Words({Payload.REQUEST: N_("Request"), Payload.RESPONSE: N_("Response")})

ACCESS_SCHEMES = Words(
    {
        AccessScheme.BEARER: N_("access token (Bearer)"),
        AccessScheme.BASIC: N_("name and password (Basic)"),
        AccessScheme.DIGEST: N_("name and password (Digest)"),
        AccessScheme.CERTIFICATE: N_("certificate of the client"),
        AccessScheme.API_KEY: N_("key of the client"),
        AccessScheme.COOKIE: N_("session cookie"),
        AccessScheme.NONE: N_("none"),
    }
)
