"""What a SOP Class is for: its Service Class, DIMSE services, Information Model; the members of a Meta SOP Class.

The table is `service_rows`, which also says from which edition of PS3.4 it is.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from dcsgen.base.standard import uids
from dcsgen.base.standard.service_rows import (
    CATEGORIES,
    EXPECTED_OF_PROVIDER,
    LATER_ANNEXES,
    META_SOP_CLASSES,
    NON_PATIENT,
    NON_PATIENT_STORAGE,
    PRINT_BASIC_META,
    PRINT_STATUS,
    QUERY_MODELS,
    REPORTED_LATER,
    SERVICES,
    STORAGE,
    WITHOUT_EXTENDED_NEGOTIATION,
    WITHOUT_SERVICE,
    QueryFamily,
    Service,
)
from dcsgen.base.standard.service_rows import EDITION as EDITION
from dcsgen.base.words import Role

# What follows the name of the Information Model in the keyword of a SOP Class that queries or retrieves.
_KIND = re.compile("(?P<family>.+?)(?:InformationModel)?(?P<kind>Find|Move|Get|Query)")

# DICOS and DICONDE: Storage SOP Classes that other standards define and PS3.6 only registers.
_REGISTERED_FOR_OTHERS = ("1.2.840.10008.5.1.4.1.1.501.", "1.2.840.10008.5.1.4.1.1.601.")


class ServiceClass(StrEnum):
    """The Service Classes of which layouts and rules speak; `service_classes` has the names of all."""

    STORAGE = "Storage"
    NON_PATIENT_STORAGE = "Non-Patient Object Storage"
    COMMITMENT = "Storage Commitment"
    QUERY_RETRIEVE = "Query/Retrieve"
    WORKLIST = "Basic Worklist Management"
    PERFORMED_STEP = "Modality Performed Procedure Step"
    UNIFIED_STEP = "Unified Procedure Step"
    AVAILABILITY = "Instance Availability Notification"
    PRINTING = "Print Management"
    VERIFICATION = "Verification"


_BEST_KNOWN = ("Query/Retrieve", "Basic Worklist Management", "Unified Procedure Step")

QUERYING = tuple(
    sorted(
        {service.service_class for service in SERVICES.values() if "C-FIND" in service.dimse.split()}
        | {family.service_class for family in QUERY_MODELS.values()},
        key=lambda name: (name not in _BEST_KNOWN, name),
    )
)
"""The Service Classes that have the DIMSE service C-FIND."""

RETRIEVING = tuple(name for name in QUERYING if name.endswith("Query/Retrieve"))
"""The Service Classes that have C-MOVE or C-GET too."""


class ServiceUse(NamedTuple):
    """How a SOP Class is used on the network.

    `dimse` are the DIMSE services that a user or provider of it may invoke, e.g. `("N-CREATE", "N-SET")`; those of a
    Meta SOP Class are those of its mandatory members. `category` is that of PS3.2 Table A.1-2, empty where the table
    has none. `unverified` names the fields that no text of the standard was seen for; an empty `dimse` among them is
    not known.
    """

    service_class: str
    dimse: tuple[str, ...]
    roles: tuple[Role, ...]
    clause: str
    category: str
    unverified: tuple[str, ...] = ()


class MetaMember(NamedTuple):
    """A SOP Class of a Meta SOP Class: mandatory in it, or one that may be negotiated in addition (PS3.4 H.3.3.2)."""

    uid: str
    mandatory: bool
    unverified: bool = False


class QueryModel(NamedTuple):
    """The Information Model of a SOP Class, e.g. `Study Root`.

    `kind` is FIND, MOVE or GET; `levels` are the values of Query/Retrieve Level (0008,0052), from the top; empty where
    the Information Model has no such levels, or `unverified` names them.
    """

    model: str
    kind: str
    levels: tuple[str, ...]
    clause: str
    unverified: tuple[str, ...] = ()


@cache
def service_of(sop_class_uid: str) -> ServiceUse | None:
    """The network service of a SOP Class or Meta SOP Class, retired ones too.

    None for what is no SOP Class of the registry (private ones), and for those that `why_without_service` explains.
    """
    sop_class = uids.by_uid(sop_class_uid)
    if sop_class is None or sop_class.kind not in uids.SOP_CLASSES or sop_class_uid in WITHOUT_SERVICE:
        return None
    service = SERVICES.get(sop_class.keyword) or _query_service(sop_class.keyword) or _storage_service(sop_class)
    if service is None:
        return None
    category = CATEGORIES.get(service.service_class, "")
    return ServiceUse(
        service.service_class,
        _dimse_of_members(sop_class.keyword) or tuple(service.dimse.split()),
        (Role.SCU, Role.SCP),
        f"PS3.6 {service.clause}" if sop_class_uid.startswith(_REGISTERED_FOR_OTHERS) else f"PS3.4 {service.clause}",
        category,
        service.unverified,
    )


def class_of(sop_class_uid: str) -> str:
    """The Service Class of a SOP Class, empty where none is known."""
    use = service_of(sop_class_uid)
    return use.service_class if use is not None else ""


def edition_of(clause: str) -> str:
    """The edition that a clause of a `ServiceUse` or a `QueryModel` is from."""
    annex = clause.removeprefix("PS3.4 ").partition(".")[0]
    return LATER_ANNEXES.get(annex, EDITION)


def why_without_service(sop_class_uid: str) -> str:
    """Why `service_of` has nothing for a registered SOP Class, for people; empty for every other UID."""
    return WITHOUT_SERVICE.get(sop_class_uid, "")


def service_classes() -> tuple[str, ...]:
    """The names of all Service Classes, as `ServiceUse.service_class` has them, sorted."""
    named = (service.service_class for rows in (SERVICES, QUERY_MODELS) for service in rows.values())
    return tuple(sorted({STORAGE, NON_PATIENT_STORAGE, *named}))


def members_of(meta_sop_class_uid: str) -> tuple[MetaMember, ...]:
    """The SOP Classes of a Meta SOP Class, mandatory ones first; empty for anything else, and where none are known."""
    meta = uids.by_uid(meta_sop_class_uid)
    members = META_SOP_CLASSES.get(meta.keyword) if meta is not None else None
    if members is None:
        return ()
    return tuple(
        MetaMember(_uid(keyword), keyword in members.mandatory, members.unverified)
        for keyword in members.mandatory + members.optional
    )


def query_model(sop_class_uid: str) -> QueryModel | None:
    """The Information Model that a SOP Class queries or retrieves; None for all other SOP Classes.

    The SOP Classes of the Unified Procedure Step have one too, but share it with their other services: None.
    """
    sop_class = uids.by_uid(sop_class_uid)
    found = _family(sop_class.keyword) if sop_class is not None else None
    if found is None:
        return None
    family, kind = found
    return QueryModel(family.model, kind, family.levels, f"PS3.4 {family.clause}", family.unverified)


def needs_storage(sop_class_uid: str) -> bool:
    """Whether a SOP Class retrieves, so that it is of no use without Storage SOP Classes.

    The provider of C-MOVE is SCU of Storage on an Association of its own (PS3.4 C.4.2); the user of C-GET is SCP of
    Storage on the same Association, which it says with SCP/SCU Role Selection (PS3.4 C.4.3, C.5.3).
    """
    model = query_model(sop_class_uid)
    return model is not None and model.kind in ("MOVE", "GET")


def find_of_model(sop_class_uid: str) -> str:
    """The UID of the SOP Class that queries the Information Model from which another one retrieves; empty if none."""
    sop_class = uids.by_uid(sop_class_uid)
    match = _KIND.fullmatch(sop_class.keyword) if sop_class is not None else None
    if match is None or match["family"] not in QUERY_MODELS or match["kind"] not in ("Move", "Get"):
        return ""
    return _uids_by_keyword().get(f"{match.string[: match.start('kind')]}Find", "")


def without_extended_negotiation(service_class: str) -> str:
    """The clause by which a Service Class has no SOP Class Extended Negotiation; empty where it has some, or may."""
    clause = WITHOUT_EXTENDED_NEGOTIATION.get(service_class)
    return f"PS3.4 {clause}" if clause else ""


def reported_later(sop_class_uid: str) -> str:
    """The clause by which the provider of a SOP Class opens Associations of its own to report; empty if it does not."""
    clause = REPORTED_LATER.get(_keyword(sop_class_uid))
    return f"PS3.4 {clause}" if clause else ""


def expected_of_provider(sop_class_uid: str) -> tuple[str, ...]:
    """UIDs of the SOP Classes without which a provider of this one has nothing to do."""
    expected = EXPECTED_OF_PROVIDER.get(_keyword(sop_class_uid))
    return tuple(map(_uid, expected.keywords)) if expected is not None else ()


def basic_print_meta_sop_classes() -> tuple[str, ...]:
    """UIDs of the Meta SOP Classes of which Print Management asks for at least one (PS3.4 H.3.1)."""
    return tuple(map(_uid, PRINT_BASIC_META))


def prints(sop_class_uid: str) -> bool:
    """Whether a SOP Class is of Print Management, not retired, and more than a question about the printer."""
    use, keyword = service_of(sop_class_uid), _keyword(sop_class_uid)
    is_print = use is not None and use.service_class == "Print Management" and "dimse" not in use.unverified
    return is_print and keyword not in PRINT_STATUS


@cache
def is_retired(service_class: str) -> bool:
    """Whether all SOP Classes of a Service Class are retired."""
    found = [sop for sop in uids.all_of(uids.SOP_CLASSES) if (use := service_of(sop.uid)) and use[0] == service_class]
    return bool(found) and all(sop_class.retired for sop_class in found)


def _keyword(sop_class_uid: str) -> str:
    sop_class = uids.by_uid(sop_class_uid)
    return sop_class.keyword if sop_class is not None else ""


def _family(keyword: str) -> tuple[QueryFamily, str] | None:
    match = _KIND.fullmatch(keyword)
    family = QUERY_MODELS.get(match["family"]) if match else None
    if match is None or family is None:
        return None
    return family, "FIND" if match["kind"] == "Query" else match["kind"].upper()


def _query_service(keyword: str) -> Service | None:
    found = _family(keyword)
    if found is None:
        return None
    family, kind = found
    # What is unverified about the model itself, its levels, is no field of a service.
    unverified = tuple(field for field in family.unverified if field in ServiceUse._fields)
    return Service(family.service_class, f"C-{kind}", family.clause, unverified)


def _storage_service(sop_class: uids.Uid) -> Service | None:
    if "Storage" not in sop_class.keyword:
        return None
    if sop_class.uid.startswith(_REGISTERED_FOR_OTHERS):
        return Service(STORAGE, "C-STORE", "A", ("service_class", "dimse", "category"))
    if sop_class.keyword in NON_PATIENT:
        return Service(NON_PATIENT_STORAGE, "C-STORE", "GG.3")
    # Table B.5-1 has the current ones only.
    return Service(STORAGE, "C-STORE", "B" if sop_class.retired else "B.5")


def _dimse_of_members(meta_keyword: str) -> tuple[str, ...]:
    members = META_SOP_CLASSES.get(meta_keyword)
    if members is None or members.unverified:
        return ()
    return tuple(dict.fromkeys(dimse for keyword in members.mandatory for dimse in SERVICES[keyword].dimse.split()))


@cache
def _uids_by_keyword() -> dict[str, str]:
    return {sop_class.keyword: sop_class.uid for sop_class in uids.all_of(uids.SOP_CLASSES)}


def _uid(keyword: str) -> str:
    return _uids_by_keyword()[keyword]
