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
from dcsgen.base.interaction import Outcome, Side
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


@settings(max_examples=pairs(16))
@given(trio=retrievals())
def test_objects_arrive_as_predicted(trio: Trio) -> None:
    user, archive, third = map(api.capability_of, trio)
    host = api.open_host(vendors=False)
    kept = archive.services["deliver"]
    objects = [an_object(one.uid, syntax.uid) for one in kept.sop_classes for syntax in kept.transfer_syntaxes]
    COUNTED["trios"] += 1
    asked = _works(api.match(user, archive, host), Side.A)
    with Acting(user) as a, Acting(third) as c:
        places = {"USER": a, "THIRD": c}
        known = [Destination(title, place.listening[0].port) for title, place in places.items()]
        with Acting(archive, objects, known) as b:
            for model in user.services["move"].sop_classes:
                for how, title in (("C-MOVE", "USER"), ("C-MOVE to a third party", "THIRD")):
                    place = places[title]
                    predicted = _stored(place.capability, archive, Initiator.SELF) if asked.get(model.uid) else set()
                    _compare(how, kept, predicted, _moved(user, b, place, title, model.uid))
            for model in user.services["get"].sop_classes:
                predicted = _stored(user, archive, Initiator.PEER) if asked.get(model.uid) else set()
                _compare("C-GET", kept, predicted, _got(user, b, model.uid))


def _compare(how: str, kept: Service, predicted: set[str], real: set[str]) -> None:
    for one in kept.sop_classes:
        COUNTED[f"{how}: {'arrives' if one.uid in predicted else 'does not arrive'}"] += 1
    assert real == predicted, how


def _stored(receiver: Capability, archive: Capability, opens: Initiator) -> set[str]:
    """The SOP Classes that an archive can store at a receiver, on Associations that it opens or that peers do."""
    delivers, receives = archive.services["deliver"], receiver.services["receive"]
    other = Initiator.PEER if opens is Initiator.SELF else Initiator.SELF
    if opens not in initiators(delivers, Role.SCU) or other not in initiators(receives, Role.SCP):
        return set()
    works = _works(api.match(receiver, archive, api.open_host(vendors=False)), Side.B)
    return {one.uid for one in delivers.sop_classes if works.get(one.uid)}


def _works(match: Match, user: Side) -> Mapping[str, bool]:
    """Whether what a side uses works, by SOP Class."""
    return {one.key: one.outcome is not Outcome.FAILS for one in match.interactions if one.user.side is user}


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
