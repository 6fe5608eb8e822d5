"""What match rules say of keys and of Attributes, against what products made from the same descriptions do.

The provider is `peers.Product`, asked by real requests. A key is ignored, or matched in another way than it is asked
with, if entries come back that do not have the value; it is not returned if the entries lack it. An operation fails if
the rules say so, goes through if they say nothing, and does one or the other where they tell a loss.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom import Dataset
from pydicom.uid import generate_uid
from pynetdicom import AE

from dcsgen import api
from dcsgen.base.interaction import Outcome, Reason
from dcsgen.plugin import MatchRule
from dcsgen.plugin.testing import minimal_description
from peers import Product

RULES: dict[str, MatchRule] = {rule.slug: rule for _, rule in api.open_host(vendors=False).match_rules}
FIND = "1.2.840.10008.5.1.4.1.2.2.1"
STEP = "1.2.840.10008.3.1.2.3.3"
COUNTED: Counter[str] = Counter()

KEYS = {
    # What can be asked for, and a value for each type of matching that fits its VR. PS3.4 has all at the level STUDY.
    "PatientName": {"single_value": "DOE^JOHN", "wildcard": "DOE*"},
    "PatientSex": {"single_value": "F"},
    "StudyDate": {"single_value": "20240131", "range": "20240101-20240131"},
    "StudyInstanceUID": {"uid": "1.2.3\\1.2.4"},
    "StudyDescription": {"single_value": "PELVIS", "wildcard": "PEL*"},
    "ReferringPhysicianName": {"single_value": "ROE^JANE", "wildcard": "ROE*"},
    "ModalitiesInStudy": {"single_value": "CT"},
}

SENT = {
    "PatientName": "DOE^JOHN",
    "PatientID": "1",
    "StudyID": "A",
    "Modality": "CT",
    "PerformedLocation": "ROOM 1",
    "PerformedProcedureStepID": "7",
    "PerformedProcedureStepStatus": "IN PROGRESS",
}
VALUES = {"Modality": ["CT", "MR"], "PerformedProcedureStepStatus": ["IN PROGRESS", "COMPLETED"]}


def product(name: str, role: str, sop_class: str, **service: Any) -> dict[str, Any]:
    """A product with one service; `name` is also that of its Application Entity."""
    own = {"application_entity": name, "sop_classes": [sop_class], "role": role}
    return minimal_description(
        product={"name": name},
        application_entities={name: {"function": "It is there for tests."}},
        services={"service": {**own, "transfer_syntaxes": ["ImplicitVRLittleEndian"], **service}},
    )


@contextmanager
def associated(provider: dict[str, Any], uid: str) -> Iterator[Any]:
    """An Association with a product that is made from its description."""
    with Product(api.capability_of(provider)) as there:
        ae = AE(ae_title="USER")
        ae.dimse_timeout = 5
        ae.add_requested_context(uid, "1.2.840.10008.1.2")
        association = ae.associate("127.0.0.1", there.listening[0].port, ae_title=there.listening[0].title)
        assert association.is_established
        try:
            yield association
        finally:
            association.release()


def said(slug: str, user: dict[str, Any], provider: dict[str, Any]) -> tuple[Reason, ...]:
    return api.reasons_of(RULES[slug], user, provider)


@st.composite
def queries(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, Any], dict[str, Any]]:
    """The type of matching of each key that is asked with, and the keys of user and provider."""
    kinds = {path: draw(st.sampled_from(sorted(values))) for path, values in KEYS.items()}
    asked = draw(st.lists(st.sampled_from(sorted(KEYS)), min_size=1, unique=True))
    own = {path: {"matching": [kinds[path]], "source": ["user"], "returned": True} for path in asked}
    # An entry without anything is not sent, so one key always comes back.
    there: dict[str, Any] = {"StudyID": {"matching": ["universal"], "returned": True}}
    for path in draw(st.lists(st.sampled_from(sorted(KEYS)), unique=True)):
        # Who matches by wildcards or ranges matches single values too.
        possible = list(KEYS[path])
        matching = draw(st.sampled_from([["universal"], possible[:1], possible]))
        there[path] = {"matching": matching, "returned": draw(st.booleans())}
    return {path: kinds[path] for path in asked}, own, there


@settings(max_examples=20)
@given(queries())
def test_keys_are_matched_and_returned_as_told(query: tuple[dict[str, str], dict[str, Any], dict[str, Any]]) -> None:
    kinds, own, there = query
    user = product("USER", "SCU", "StudyRootQueryRetrieveInformationModelFind", keys=own)
    provider = product("GIVES", "SCP", "StudyRootQueryRetrieveInformationModelFind", keys=there)
    ignored = {one.subject: one.outcome for one in said("key-not-matched", user, provider)}
    otherwise = {one.subject for one in said("matching-not-supported", user, provider)}
    withheld = {one.subject for one in said("key-not-returned", user, provider)}
    with associated(provider, FIND) as association:
        for path, kind in kinds.items():
            identifier = Dataset()
            identifier.QueryRetrieveLevel, identifier.StudyID = "STUDY", ""
            setattr(identifier, path, KEYS[path][kind])
            entries = [entry for _, entry in association.send_c_find(identifier, FIND) if entry is not None]
            COUNTED["key"] += 1
            # What PS3.4 requires may be supported although it is not listed: both would agree with that.
            if ignored.get(path) is not Outcome.CANNOT_TELL:
                assert (len(entries) > 1) == (path in ignored or path in otherwise), (path, kind, entries)
            returned = any(entry.get(path) for entry in entries)
            assert returned == (path not in withheld), (path, entries)


@st.composite
def operations(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """The Attributes of an N-CREATE as the user sends and as the provider takes them."""
    some = st.lists(st.sampled_from(sorted(set(SENT) - {"StudyID"})), unique=True)
    presences = st.sampled_from(["always", "always", "attribute_not_always"])
    own = {path: {"presence": draw(presences), "source": ["user"], "values": [SENT[path]]} for path in draw(some)}
    # A request without any Attribute is not what this is about.
    own["StudyID"] = {"presence": "always", "source": ["user"], "values": [SENT["StudyID"]]}
    there: dict[str, Any] = {"StudyID": {"required": True}}
    for path in sorted({*draw(some), *(path for path in own if draw(st.integers(0, 3)))} - {"StudyID"}):
        there[path] = {"required": draw(st.booleans())}
        if path in VALUES and draw(st.booleans()):
            there[path]["values"] = draw(st.lists(st.sampled_from(VALUES[path]), min_size=1, unique=True))
    return own, there


@settings(max_examples=25)
@given(operations())
def test_operations_end_as_told(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    own, there = pair
    user, provider = (
        product(
            name,
            role,
            "ModalityPerformedProcedureStep",
            operations={"create": {"operation": "N-CREATE", "attributes": attributes}},
        )
        for name, role, attributes in (("USER", "SCU", own), ("GIVES", "SCP", there))
    )
    slugs = ("required-attribute-not-sent", "operation-value-not-accepted", "attribute-not-taken")
    outcomes = {one.outcome for slug in slugs for one in said(slug, user, provider)}
    always = [path for path, one in own.items() if one["presence"] == "always"]
    with associated(provider, STEP) as association:
        ended = {created(association, paths) for paths in (list(own), always)}
    if Outcome.FAILS in outcomes:
        assert all(ended), (own, there)
    else:
        assert any(ended) == (Outcome.LOSS in outcomes), (own, there, ended)


def created(association: Any, paths: list[str]) -> int:
    """The status of the operation with these Attributes."""
    dataset = Dataset()
    for path in paths:
        setattr(dataset, path, SENT[path])
    COUNTED["operation"] += 1
    status, _ = association.send_n_create(dataset, STEP, generate_uid())
    return int(status.Status)


def test_enough_was_tried() -> None:
    assert COUNTED["key"] >= 20
    assert COUNTED["operation"] >= 25
