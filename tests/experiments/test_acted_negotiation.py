"""Associations that two products open to each other end as it is predicted, context by context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from acted import Acting, Opened, an_object, opened
from drawn_pairs import Pair, negotiations, pairs
from hypothesis import given, settings
from pydicom import Dataset

from dcsgen import api
from dcsgen.base.interaction import Interaction, Means, Outcome, Side, Unmet
from dcsgen.model import Capability

COUNTED: Counter[str] = Counter()


@pytest.fixture(scope="module", autouse=True)
def counts() -> Iterator[None]:
    """What was compared, printed at the end; a run in which nearly all is of one kind compares too little."""
    yield
    print("\nnegotiations:", dict(sorted(COUNTED.items())))
    assert COUNTED["contexts accepted"] > COUNTED["contexts"] / 20
    assert COUNTED["contexts rejected"] > COUNTED["contexts"] / 20


@settings(max_examples=pairs(40))
@given(pair=negotiations())
def test_associations_end_as_predicted(pair: Pair) -> None:
    sides = {Side.A: api.capability_of(pair.a), Side.B: api.capability_of(pair.b)}
    match = api.match(sides[Side.A], sides[Side.B], api.open_host(vendors=False))
    COUNTED["pairs"] += 1
    with Acting(sides[Side.A]) as a, Acting(sides[Side.B]) as b:
        there = {Side.A: a, Side.B: b}
        for one in match.interactions:
            if one.means is Means.NETWORK and one.outcome is not Outcome.CANNOT_TELL:
                _compare(one, sides, there)
        for one in match.unmet:
            if one.role == "SCU":
                _lacks(one, sides, there)


def _compare(one: Interaction, sides: dict[Side, Capability], there: dict[Side, Acting]) -> None:
    """Whoever is said to open the Association does; where nobody is, either side tries in vain."""
    assert one.context is not None
    openers = [one.context.initiator] if one.context.initiator else list(Side)
    for opener in openers:
        own, peer = (one.user, one.provider) if one.user.side is opener else (one.provider, one.user)
        with _opened(sides[opener], str(own.path[1]), there[opener.other], peer.application_entity) as found:
            # A context may be accepted for the other role alone.
            agreed = found.results.get(one.key) == 0 and found.roles[one.key][0 if one.user.side is opener else 1]
            if agreed and one.user.side is opener:
                _use(one, found, there[opener.other])
        COUNTED["contexts"] += 1
        COUNTED["contexts accepted" if agreed else "contexts rejected"] += 1
        assert agreed is (one.outcome is not Outcome.FAILS), f"{one.name}: {found}: {one.reasons}"
        if agreed:
            assert found.chosen[one.key] == one.context.chosen


def _use(one: Interaction, found: Opened, peer: Acting) -> None:
    """Whoever is the SCU stores an object or asks for entries."""
    if one.service_class == "Storage":
        before = peer.received.count(one.key)
        status = found.association.send_c_store(an_object(one.key, found.chosen[one.key]))
        assert (status.Status, peer.received.count(one.key)) == (0x0000, before + 1)
        COUNTED["C-STORE"] += 1
    else:
        identifier = Dataset()
        identifier.QueryRetrieveLevel, identifier.PatientID = "PATIENT", "T1"
        answers = list(found.association.send_c_find(identifier, one.key))
        assert [status.Status for status, _ in answers] == [0xFF00, 0x0000]
        assert answers[0][1].PatientID == "T1"
        COUNTED["C-FIND"] += 1


def _lacks(one: Unmet, sides: dict[Side, Capability], there: dict[Side, Acting]) -> None:
    """Whoever wants something that the other one does not have proposes it in vain, to whatever listens there."""
    own, other = one.taker.side, one.taker.side.other
    for entity in sides[other].application_entities:
        with _opened(sides[own], str(one.taker.path[1]), there[other], entity) as found:
            agreed = found.results.get(one.key) == 0 and found.roles[one.key][0]
        COUNTED["contexts without counterpart"] += 1
        assert not agreed, f"{one.name}: {found}"


def _opened(capability: Capability, service: str, there: Acting, entity: str):  # type: ignore[no-untyped-def]
    title = there.capability.configuration.local[entity].ae_title
    return opened(capability, [service], there.find(title, None, tls=False))
