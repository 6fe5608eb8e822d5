"""What can be wrong with the names in a description: the findings L030 to L039, and from L050 on."""

from __future__ import annotations

from dcsgen.base.finding import Kind, Severity

UNKNOWN_SOP_CLASS = Kind(
    code="L030",
    slug="unknown-sop-class",
    severity=Severity.ERROR,
    what="A SOP Class that neither the standard nor the description knows under this keyword, name or UID.",
    why="A statement is compared by UIDs. A name without one says nothing to a machine.",
    instead="Correct the name, or describe the SOP Class under `sop_classes` if it is your own.",
    clause="PS3.6 Annex A",
)

UNKNOWN_TRANSFER_SYNTAX = Kind(
    code="L031",
    slug="unknown-transfer-syntax",
    severity=Severity.ERROR,
    what="A Transfer Syntax that neither the standard nor the description knows under this keyword, name or UID.",
    why="Presentation Contexts are negotiated by UID.",
    instead="Correct the name, or describe the Transfer Syntax under `transfer_syntaxes` if it is your own.",
    clause="PS3.6 Annex A",
)

UNKNOWN_ATTRIBUTE = Kind(
    code="L032",
    slug="unknown-attribute",
    severity=Severity.ERROR,
    what="An Attribute that the data dictionary does not have under this keyword, name or Tag.",
    why="Name, Tag, VR and Type are taken from the standard, so it must be clear which Attribute is meant.",
    instead="Correct the keyword. A private Attribute is described under `private_attributes` and named by its Tag.",
    clause="PS3.6 Chapter 6",
)

UNKNOWN_SET = Kind(
    code="L033",
    slug="unknown-set",
    severity=Severity.ERROR,
    what="`$name` refers to a set that `sets` does not have.",
    why="The list cannot be completed.",
    instead="Correct the name, or add the set.",
)

UNKNOWN_REFERENCE = Kind(
    code="L034",
    slug="unknown-reference",
    severity=Severity.ERROR,
    what="A reference to a record that neither the description nor a plug-in has: an Application Entity, an "
    "activity, a status table, an applied IOD or a mapping.",
    why="The records of a description are linked by these keys; a dangling one loses a part of the statement.",
    instead="Correct the key, add the record, or install the plug-in that gives it.",
)

NOT_IN_MODULE = Kind(
    code="L035",
    slug="attribute-not-in-module",
    severity=Severity.ERROR,
    what="An Attribute that the standard knows, but not in this Module, or not in this Sequence.",
    why="Its Type depends on where it stands. An Attribute that a product adds to a standard object makes a Standard "
    "Extended SOP Class.",
    instead="Move the entry to the Module that has it, or correct the path. If the product adds the Attribute, "
    "describe the SOP Class under `sop_classes` with `kind: standard_extended`, and refer to it in the applied IOD.",
    clause="PS3.3 Annex C, PS3.2 7.3",
)

UNKNOWN_MODULE = Kind(
    code="L036",
    slug="unknown-module",
    severity=Severity.ERROR,
    what="A Module that the standard does not have, or that is not part of the IOD.",
    why="Usage, Attributes and Types are taken from the standard by the name of the Module.",
    instead="Take the name from the Module table of the IOD.",
    clause="PS3.3 Annex A",
)

SET_CYCLE = Kind(
    code="L037",
    slug="set-cycle",
    severity=Severity.ERROR,
    what="A set that contains itself, directly or through others.",
    why="The list has no end.",
    instead="Take one of the references out.",
)

REPEATED_NAME = Kind(
    code="L038",
    slug="repeated-name",
    severity=Severity.WARNING,
    what="The same SOP Class or Transfer Syntax stands in one list twice, perhaps under two names or through a set.",
    why="The second one has no meaning, and order is preference.",
    instead="Take the second one out.",
)

NOT_MAPPED = Kind(
    code="L039",
    slug="attribute-not-mapped",
    severity=Severity.ERROR,
    what="An AE-specific mapping varies an Attribute that the attribute mapping does not have.",
    why="There is nothing to vary.",
    instead="Correct the path, or map the Attribute first.",
)

REPEATED_STATUS = Kind(
    code="L050",
    slug="repeated-status",
    severity=Severity.ERROR,
    what="The same status code twice in one table, once in capital and once in small digits.",
    why="Which of the two holds is not clear.",
    instead="Keep one of them.",
    clause="PS3.7 Annex C",
)

UNKNOWN_APPLICATION_PROFILE = Kind(
    code="L051",
    slug="unknown-application-profile",
    severity=Severity.WARNING,
    what="An Application Profile that neither PS3.11, as far as dcsgen knows it, nor the description has.",
    why="Roles, SOP Classes and Transfer Syntaxes follow from the profile. It may be newer than the edition that "
    "dcsgen has its facts from, which `dcsgen about` tells, so the description is taken as it is; nothing about it can "
    "be checked.",
    instead="Correct the identifier, or describe the profile under `application_profiles` if it is your own.",
    clause="PS3.11",
)

UNKNOWN_WEB_SERVICE = Kind(
    code="L052",
    slug="unknown-web-service",
    severity=Severity.WARNING,
    what="A web service that PS3.18, as far as dcsgen knows it, does not have under this name.",
    why="Transactions, resources and media types follow from the service. It may be newer than the edition that dcsgen "
    "has its facts from, so the description is taken as it is; nothing about it can be checked.",
    instead="Write the name that PS3.18 has, such as Studies, or that of an earlier edition, such as WADO-URI; or "
    "`private: true` if the service is the vendor's own.",
    clause="PS3.18 8.1",
)

UNKNOWN_WEB_TRANSACTION = Kind(
    code="L053",
    slug="unknown-web-transaction",
    severity=Severity.WARNING,
    what="A transaction that the web service, as far as dcsgen knows it, does not have.",
    why="Method, resources and status codes follow from the transaction. It may be newer than the edition that dcsgen "
    "has its facts from, so the description is taken as it is; nothing about it can be checked.",
    instead="Write the name of the transaction in PS3.18 in small letters with dashes, move it to its service, or "
    "write `private: true` with its `method` if it is the vendor's own.",
    clause="PS3.18 8.1",
)

UNKNOWN_SECURITY_PROFILE = Kind(
    code="L054",
    slug="unknown-security-profile",
    severity=Severity.WARNING,
    what="A security, system management or confidentiality profile, or an option, that PS3.15, as far as dcsgen knows "
    "it, does not have.",
    why="A reader looks the profile up to learn what is protected and how. It may be newer than the edition that "
    "dcsgen has its facts from, so the description is taken as it is; nothing about it can be checked.",
    instead="Correct the name. What follows no profile is described under `security.other_features`.",
    clause="PS3.15",
)

UNKNOWN_IHE_PROFILE = Kind(
    code="L055",
    slug="unknown-ihe-profile",
    severity=Severity.NOTE,
    what="A profile of IHE, or an actor of one, that dcsgen does not know.",
    why="dcsgen knows a few profiles only, which `dcsgen standard list ihe-profile` shows, so the description is taken "
    "as it is; nothing about it can be checked.",
    instead="Correct the abbreviation, or leave it if the profile is another one.",
    clause="IHE Technical Frameworks",
)

ALL = (
    UNKNOWN_SOP_CLASS,
    UNKNOWN_TRANSFER_SYNTAX,
    UNKNOWN_ATTRIBUTE,
    UNKNOWN_SET,
    UNKNOWN_REFERENCE,
    NOT_IN_MODULE,
    UNKNOWN_MODULE,
    SET_CYCLE,
    REPEATED_NAME,
    NOT_MAPPED,
    REPEATED_STATUS,
    UNKNOWN_APPLICATION_PROFILE,
    UNKNOWN_WEB_SERVICE,
    UNKNOWN_WEB_TRANSACTION,
    UNKNOWN_SECURITY_PROFILE,
    UNKNOWN_IHE_PROFILE,
)
