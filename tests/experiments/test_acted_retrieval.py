"""Objects get where they are wanted by C-MOVE and by C-GET, or not, as it is predicted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from acted import Acting, Destination, an_object, opened
from drawn_pairs import Trio, pairs, retrievals
from hypothesis import given, settings
from pydicom import Dataset
from pynetdicom import evt

from dcsgen import api
from dcsgen.base.interaction import Interaction, Outcome, Side
from dcsgen.base.words import Initiator, Role
from dcsgen.model import Capability, Service
from dcsgen.model.negotiable import initiators
from dcsgen.plugin.match_reporter import Match

COUNTED: Counter[str] = Counter()


@pytest.fixture(scope="module", autouse=True)
def counts() -> Iterator[None]:
    """What was compared, printed at the end; a run in which nearly all is of one kind compares too little."""
    yield
    print("\nretrievals:", dict(sorted(COUNTED.items())))
    arrives = sum(count for what, count in COUNTED.items() if what.endswith(": arrives"))
    assert arrives > 4
    assert sum(COUNTED.values()) - arrives > 4


@settings(max_examples=pairs(14))
@given(trio=retrievals())
def test_objects_arrive_as_predicted(trio: Trio) -> None:
    user, archive, third = map(api.capability_of, trio)
    kept = archive.services["deliver"]
    objects = [an_object(one.uid, syntax.uid) for one in kept.sop_classes for syntax in kept.transfer_syntaxes]
    COUNTED["trios"] += 1
    asked = _used(api.match(user, archive, api.open_host(vendors=False)), Side.A)
    with Acting(user) as a, Acting(third) as c:
        known = [Destination(title, place.listening[0].port) for title, place in (("USER", a), ("THIRD", c))]
        with Acting(archive, objects, known) as b:
            for model in user.services["move"].sop_classes:
                one = asked.get(model.uid)
                moved = _moved(user, b, a, "USER", model.uid)
                _compare("C-MOVE", kept, one, _stored(user, archive, Initiator.SELF), moved)
                _said(one, moved)
                moved = _moved(user, b, c, "THIRD", model.uid)
                _compare("C-MOVE to a third party", kept, one, _stored(third, archive, Initiator.SELF), moved)
            for model in user.services["get"].sop_classes:
                one, got = asked.get(model.uid), _got(user, b, model.uid)
                _compare("C-GET", kept, one, _stored(user, archive, Initiator.PEER), got)
                _said(one, got)


def _compare(how: str, kept: Service, asked: Interaction | None, stored: set[str], real: set[str]) -> None:
    """What can be asked for, and can be stored, arrives."""
    predicted = stored if asked is not None and asked.context is not None and asked.context.chosen else set()
    for one in kept.sop_classes:
        COUNTED[f"{how}: {'arrives' if one.uid in predicted else 'does not arrive'}"] += 1
    assert real == predicted, how


def _said(asked: Interaction | None, real: set[str]) -> None:
    """What is said of the request counts for all that comes of it."""
    if asked is not None and asked.outcome is Outcome.FAILS:
        COUNTED["requests said to be in vain"] += 1
        assert not real, asked.reasons
    for reason in asked.reasons if asked is not None else ():
        if reason.slug == "retrieved-objects-do-not-arrive" and reason.outcome is Outcome.WORKS:
            COUNTED["requests said to bring something"] += 1
            assert real or asked is None or asked.outcome is Outcome.FAILS, reason.message


def _stored(receiver: Capability, archive: Capability, opens: Initiator) -> set[str]:
    """The SOP Classes that an archive can store at a receiver, on Associations that it opens or that peers do."""
    delivers, receives = archive.services["deliver"], receiver.services["receive"]
    other = Initiator.PEER if opens is Initiator.SELF else Initiator.SELF
    if opens not in initiators(delivers, Role.SCU) or other not in initiators(receives, Role.SCP):
        return set()
    used = _used(api.match(receiver, archive, api.open_host(vendors=False)), Side.B)
    return {uid for uid, one in used.items() if one.outcome is not Outcome.FAILS}


def _used(match: Match, user: Side) -> Mapping[str, Interaction]:
    """What a side uses, by SOP Class."""
    return {one.key: one for one in match.interactions if one.user.side is user}


def _moved(user: Capability, b: Acting, place: Acting, title: str, uid: str) -> set[str]:
    """The SOP Classes that arrive at a destination."""
    place.received.clear()
    with opened(user, ["move"], b.listening[0]) as found:
        if found.results.get(uid) == 0:
            assert [status for status, _ in found.association.send_c_move(_identifier(), title, uid)]
    return set(place.received)


def _got(user: Capability, b: Acting, uid: str) -> set[str]:
    """The SOP Classes that come back on the Association."""
    a = Acting(user)
    with opened(user, ["get", "receive"], b.listening[0], handlers=[(evt.EVT_C_STORE, a.keep)]) as found:
        if found.results.get(uid) == 0:
            assert [status for status, _ in found.association.send_c_get(_identifier(), uid)]
    return set(a.received)


def _identifier() -> Dataset:
    asked = Dataset()
    asked.QueryRetrieveLevel, asked.PatientID, asked.StudyInstanceUID = "STUDY", "T1", "1.2.3"
    return asked
