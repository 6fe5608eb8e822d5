"""What can be doubtful about a document of somebody else: I001 to I012."""

from __future__ import annotations

from dcsgen.base.finding import Kind, Severity

NAME_AND_UID_DISAGREE = Kind(
    code="I001",
    slug="name-and-uid-disagree",
    severity=Severity.ERROR,
    what="A row of the document has a name and a UID that do not belong together, or a UID below the root of DICOM "
    "that is not registered.",
    why="One of the two is a mistake of the document, and only its vendor knows which. dcsgen takes the UID if it is "
    "registered, otherwise what the name means, with less confidence.",
    instead="Decide on the review page which of the two is meant, and ask the vendor.",
)

ROLE_NOT_FOUND = Kind(
    code="I002",
    slug="role-not-found",
    severity=Severity.WARNING,
    what="A table names a SOP Class, but neither the table, nor what stands around it, nor the headings above say "
    "whether it is supported as SCU or as SCP.",
    why="Without its role nobody can say what the SOP Class works with. It is left out of the description.",
    instead="Look at the place, and write the service into the description yourself.",
)

UID_IN_NO_FACT = Kind(
    code="I003",
    slug="uid-in-no-fact",
    severity=Severity.NOTE,
    what="The UID of a SOP Class stands in the text, but nothing that was read is about it.",
    why="It may be support that was missed, or it may be named for another reason: in a list of what is not supported, "
    "in an example, in the history of changes.",
    instead="Look at the place, and write the service into the description yourself if there is one.",
)

NOT_READ = Kind(
    code="I004",
    slug="not-read",
    severity=Severity.ERROR,
    what="A part of the document was not read, because the time was up or because it is a picture.",
    why="What stands there is in no fact, so that the draft says less than the document.",
    instead="Give more time (`--timeout`), or let pages that are pictures be recognised (`--ocr`).",
)

ROLES_DISAGREE = Kind(
    code="I005",
    slug="roles-disagree",
    severity=Severity.WARNING,
    what="Two places of the document say different things about the roles of a SOP Class: its overview, the tables of "
    "its Application Entities, the tables of Presentation Contexts.",
    why="At least one of them is wrong or out of date. The description has all roles that any place names.",
    instead="Compare the places, which are all shown, decide on the review page, and ask the vendor.",
)

ROW_NOT_UNDERSTOOD = Kind(
    code="I006",
    slug="row-not-understood",
    severity=Severity.WARNING,
    what="Rows of a table about services name something that is no SOP Class that dcsgen knows, by name or by UID.",
    why="A row may be a service that is missing in the description, or a remark.",
    instead="Look at the places, and write the services into the description yourself if there are some.",
)

SYNTAXES_DISAGREE = Kind(
    code="I007",
    slug="transfer-syntaxes-disagree",
    severity=Severity.WARNING,
    what="Two tables have different Transfer Syntaxes for the same SOP Class in the same role of the same Application "
    "Entity.",
    why="They may be about different Associations, or one of them is out of date. The description has those of the "
    "table that stands first.",
    instead="Compare the places, and decide on the review page which of them hold.",
)

NO_SERVICE_FOUND = Kind(
    code="I008",
    slug="no-service-found",
    severity=Severity.WARNING,
    what="No SOP Class with its role was found in the document, no transaction of a web service, and no media.",
    why="Either the product has no such service, or the document says so in a form that dcsgen does not read. A "
    "description without services is no proof that there are none.",
    instead="Look into the document. If it has tables of SOP Classes, please report it.",
)

RECOGNISED = Kind(
    code="I009",
    slug="text-recognised",
    severity=Severity.NOTE,
    what="The text was not in the file, but was recognised from pictures of pages.",
    why="Recognition mistakes digits, and a UID with a wrong digit is another one or none.",
    instead="Look at each fact beside its picture on the review page.",
)

DECISION_NOT_FOLLOWED = Kind(
    code="I010",
    slug="decision-not-followed",
    severity=Severity.WARNING,
    what="A decision about a fact cannot be followed in the description, because its place there is within something "
    "that is not there.",
    why="The description is as if the decision had not been made.",
    instead="Write the fact into the description yourself.",
)

FACT_DOES_NOT_FIT = Kind(
    code="I011",
    slug="fact-does-not-fit",
    severity=Severity.WARNING,
    what="Something was read for a key of the description that cannot have such a value.",
    why="It was read wrongly, or the document says something that the standard does not know. The description is "
    "without it.",
    instead="Look at the place, and write the fact into the description yourself.",
)

VALUES_DISAGREE = Kind(
    code="I012",
    slug="values-disagree",
    severity=Severity.WARNING,
    what="Places of the document say different things where there can be only one, such as its date.",
    why="At most one of them holds. The description has the one that was read with the most confidence.",
    instead="Compare the places, and decide on the review page.",
)

ALL = (
    NAME_AND_UID_DISAGREE,
    ROLE_NOT_FOUND,
    UID_IN_NO_FACT,
    NOT_READ,
    ROLES_DISAGREE,
    ROW_NOT_UNDERSTOOD,
    SYNTAXES_DISAGREE,
    NO_SERVICE_FOUND,
    RECOGNISED,
    DECISION_NOT_FOLLOWED,
    FACT_DOES_NOT_FIT,
    VALUES_DISAGREE,
)
"""All kinds of this package, in the order of their codes."""
