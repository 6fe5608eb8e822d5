"""Witnesses of queries: an Identifier that was matched, or a response that was enough, before and is not now."""

from __future__ import annotations

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.content_words import MatchingType
from dcsgen.base.witness import Element, Expected, Party, QueryWitness, Reply
from dcsgen.base.words import Role
from dcsgen.compare.witnesses.parts import both, element, of_service, sample_of
from dcsgen.model import Service
from dcsgen.model.service_attributes import QueryKey
from dcsgen.plugin.change_rule import Sides

QUERY_RETRIEVE = "1.2.840.10008.5.1.4.1.2."
"""What the UIDs of the Query/Retrieve SOP Classes begin with (PS3.6 Table A-1)."""

PATIENT_ROOT = "1.2.840.10008.5.1.4.1.2.1.1"

MATCHED = Reply("each response matches, and has the value", "0xFF00")
NOT_MATCHED = Reply("the key is not matched, so that more is found than was asked for", "0xFF01")
"""PS3.4 Table C.4-1: matches are continuing, but an optional key was not supported."""


def of_query(change: Change, sides: Sides) -> QueryWitness | None:
    """A query with the key that the change is about."""
    services = both(change, sides)
    service = services[0] or services[1]
    path = str(change.path[3])
    key = next((one.keys[path] for one in services if one is not None and path in one.keys), None)
    if service is None or key is None or path == "QueryRetrieveLevel":
        return None
    if Role.SCP in change.roles:
        return _asked(change, sides, service, path, key)
    return _asking(change, sides, service, path, key)


def _asked(change: Change, sides: Sides, service: Service, path: str, key: QueryKey) -> QueryWitness | None:
    """The product is asked."""
    if change.field == "returned":
        after = Reply("the value is not in the responses", "0xFF00")
        before = Reply("each response has the value", "0xFF00")
        return _query(sides, service, path, key, None, Expected(path=path, tag=key.tag, filled=True), before, after)
    if change.subject is Subject.MATCHING and change.action is Action.REMOVED:
        matching = MatchingType(change.key)
        return _query(sides, service, path, key, matching, Expected(path=path, tag=key.tag), MATCHED, NOT_MATCHED)
    if change.subject is Subject.QUERY_KEY and change.action is Action.REMOVED:
        said = [one for one in key.matching if one is not MatchingType.UNIVERSAL]
        expected = Expected(path=path, tag=key.tag)
        if said:
            return _query(sides, service, path, key, said[0], expected, MATCHED, NOT_MATCHED)
        after = Reply("the responses do not have it", "0xFF01")
        return _query(sides, service, path, key, None, expected, Reply("each response has it", "0xFF00"), after)
    return None


def _asking(change: Change, sides: Sides, service: Service, path: str, key: QueryKey) -> QueryWitness | None:
    """The product asks."""
    if change.field == "returned":
        expected = Expected(path=path, tag=key.tag, filled=True)
        return _query(
            sides,
            service,
            path,
            key,
            None,
            expected,
            before=Reply("a peer that answers without a value is enough"),
            after=Reply("the product needs the value, and cannot go on without it"),
            sender=Party.PRODUCT,
        )
    if change.subject is Subject.MATCHING and change.action is Action.ADDED:
        return _query(
            sides,
            service,
            path,
            key,
            MatchingType(change.key),
            Expected(path=path, tag=key.tag),
            before=Reply("the product never asks so"),
            after=Reply("the product asks so, and a peer without this matching finds too much or refuses"),
            sender=Party.PRODUCT,
        )
    return None


def _query(
    sides: Sides,
    service: Service,
    path: str,
    key: QueryKey,
    matching: MatchingType | None,
    expected: Expected,
    before: Reply,
    after: Reply,
    sender: Party = Party.PEER,
) -> QueryWitness:
    uid = service.sop_classes[0].uid
    level = (key.level or "STUDY") if uid.startswith(QUERY_RETRIEVE) else ""
    above = [] if not level else [one for one in _above(str(level), uid) if one.path != path]
    decisive = element(path, _value(path, key, matching), vr=key.vr)
    return QueryWitness(
        sender=sender,
        association=of_service(sides, service),
        level=str(level),
        identifier=(*above, decisive),
        expected=expected,
        before=before,
        after=after,
        no_script="" if sender is Party.PEER else "what the product does with it shows at the product",
    )


def _above(level: str, uid: str) -> list[Element]:
    """The Unique Keys of the levels above, which a query has to give (PS3.4 C.4.1.3.1.1)."""
    patient = [element("PatientID", "1")] if uid == PATIENT_ROOT else []
    study, series = element("StudyInstanceUID", "2.25.1"), element("SeriesInstanceUID", "2.25.2")
    return {"STUDY": patient, "SERIES": [*patient, study], "IMAGE": [*patient, study, series]}.get(level, [])


def _value(path: str, key: QueryKey, matching: MatchingType | None) -> str:
    if matching is MatchingType.WILDCARD:
        return "DOE*" if key.vr == "PN" else "A*"
    if matching is MatchingType.RANGE:
        return {"TM": "080000-180000", "DT": "20250101-20251231"}.get(key.vr, "20250101-20251231")
    if matching is MatchingType.UID:
        return "2.25.1\\2.25.2"
    return sample_of(path, key.vr) if matching is MatchingType.SINGLE_VALUE else ""
