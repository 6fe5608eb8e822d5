"""The statuses that Service Classes give to C-STORE, C-FIND, C-MOVE and C-GET (PS3.4)."""

from __future__ import annotations

from dcsgen.base.standard.general_statuses import CANCEL, FAILURE, PENDING, SUCCESS, WARNING
from dcsgen.base.standard.status_table import COMMENT, ELEMENT, Row, Table

_COUNTS = (
    "NumberOfRemainingSuboperations",
    "NumberOfCompletedSuboperations",
    "NumberOfFailedSuboperations",
    "NumberOfWarningSuboperations",
)
_MISMATCH = "Error: Data Set does not match SOP Class"
_ALL_KEYS = "Matches are continuing; all Optional Keys were supported like Required Keys"
_SOME_KEYS = "Matches are continuing; one or more Optional Keys were not supported for existence"

_FIND = (
    Row("0000", SUCCESS, "Matching is complete; no final Identifier is supplied"),
    Row("A700", FAILURE, "Refused: Out of resources", COMMENT),
    Row("A900", FAILURE, _MISMATCH, ELEMENT),
    Row("Cxxx", FAILURE, "Failed: Unable to process", ELEMENT),
    Row("FE00", CANCEL, "Matching terminated due to Cancel request"),
    Row("FF00", PENDING, _ALL_KEYS),
    Row("FF01", PENDING, _SOME_KEYS),
)
_GET = (
    Row("0000", SUCCESS, "Sub-operations complete; no failures or warnings", _COUNTS),
    Row("A701", FAILURE, "Refused: Out of resources; unable to calculate number of matches", COMMENT),
    Row("A702", FAILURE, "Refused: Out of resources; unable to perform sub-operations", _COUNTS),
    Row("A900", FAILURE, _MISMATCH, ELEMENT),
    Row("B000", WARNING, "Sub-operations complete; one or more failures or warnings", _COUNTS),
    Row("Cxxx", FAILURE, "Failed: Unable to process", ELEMENT),
    Row("FE00", CANCEL, "Sub-operations terminated due to Cancel indication", _COUNTS),
    Row("FF00", PENDING, "Sub-operations are continuing", _COUNTS),
)
_MOVE = (*_GET, Row("A801", FAILURE, "Refused: Move Destination unknown", COMMENT))
_FRAMES = (
    Row("AA00", FAILURE, "Failed: None of the frames requested were found in the SOP Instance", COMMENT),
    Row("AA01", FAILURE, "Failed: Unable to create new object for this SOP Class", COMMENT),
    Row("AA02", FAILURE, "Failed: Unable to extract frames", COMMENT),
    Row("AA03", FAILURE, "Failed: Time-based request for an original SOP Instance that is not time-based", COMMENT),
    Row("AA04", FAILURE, "Failed: Invalid request", ELEMENT),
)

_QUERIES = (
    # The Query/Retrieve Service Class and those that take over its operations of PS3.4 C.4.
    "Query/Retrieve",
    "Hanging Protocol Query/Retrieve",
    "Color Palette Query/Retrieve",
    "Implant Template Query/Retrieve",
    "Defined Procedure Protocol Query/Retrieve",
    "Protocol Approval Query/Retrieve",
    "Inventory Query/Retrieve",
)

_STORAGE = ("Storage",)
_UPS = ("Unified Procedure Step",)

TABLES = (
    Table(
        "C-STORE",
        _STORAGE,
        "PS3.4 Table B.2-1",
        (
            Row("0000", SUCCESS, "Success"),
            Row("A7xx", FAILURE, "Refused: Out of resources", COMMENT),
            Row("A9xx", FAILURE, _MISMATCH, ELEMENT),
            Row("B000", WARNING, "Coercion of Data Elements", ELEMENT),
            Row("B006", WARNING, "Elements discarded", ELEMENT),
            Row("B007", WARNING, "Data Set does not match SOP Class", ELEMENT),
            Row("Cxxx", FAILURE, "Error: Cannot understand", ELEMENT),
        ),
    ),
    Table(
        "C-STORE",
        ("Non-Patient Object Storage",),
        "PS3.4 Table GG.4-1",
        (
            Row("0000", SUCCESS, "Success"),
            Row("A700", FAILURE, "Refused: Out of resources", COMMENT),
            Row("A900", FAILURE, _MISMATCH, ELEMENT),
            Row("C000", FAILURE, "Error: Cannot understand", ELEMENT),
        ),
    ),
    Table("C-FIND", _QUERIES, "PS3.4 Table C.4-1", _FIND),
    Table(
        "C-FIND",
        ("Query/Retrieve",),
        "PS3.4 C.6.4",
        (
            Row("A710", FAILURE, "Invalid Prior Record Key", (), True),
            Row("B001", WARNING, "Matching reached the response limit; a subsequent request may return more", (), True),
        ),
        "RepositoryQuery",
    ),
    Table("C-FIND", ("Basic Worklist Management",), "PS3.4 Table K.4-1", _FIND),
    Table("C-FIND", ("Substance Administration Query",), "PS3.4 Table V.4-1", _FIND),
    Table("C-FIND", _UPS, "PS3.4 Table CC.2.8-2", _FIND),
    Table(
        "C-FIND",
        ("Relevant Patient Information Query",),
        "PS3.4 Table Q.2-1",
        (
            Row("0000", SUCCESS, "Matching is complete; no final Identifier is supplied"),
            Row("A700", FAILURE, "Refused: Out of resources", COMMENT),
            Row("A900", FAILURE, _MISMATCH, ELEMENT),
            Row("C000", FAILURE, "Failed: Unable to process", ELEMENT),
            Row("C100", FAILURE, "Failed: More than one match found", ELEMENT),
            Row("C200", FAILURE, "Failed: Unable to support requested template", ELEMENT),
            Row("FE00", CANCEL, "Matching terminated due to Cancel request"),
            Row("FF00", PENDING, "Current match is supplied"),
        ),
    ),
    Table("C-MOVE", _QUERIES, "PS3.4 Table C.4-2", _MOVE),
    Table("C-MOVE", ("Query/Retrieve",), "PS3.4 Table Y.4-1", _FRAMES, "CompositeInstanceRootRetrieveMove"),
    Table("C-GET", _QUERIES, "PS3.4 Table C.4-3", _GET),
    Table("C-GET", ("Query/Retrieve",), "PS3.4 Table Y.4-2", _FRAMES, "CompositeInstanceRootRetrieveGet"),
)
