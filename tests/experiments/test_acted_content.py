"""Objects are stored or refused for what is in them, as it is predicted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from acted import Acting, an_object, opened
from drawn_pairs import PLAN, Pair, contents, pairs
from hypothesis import given, settings
from pydicom import Dataset

from dcsgen import api
from dcsgen.base.content_words import Presence
from dcsgen.base.interaction import Outcome
from dcsgen.model import Capability

COUNTED: Counter[str] = Counter()


@pytest.fixture(scope="module", autouse=True)
def counts() -> Iterator[None]:
    """What was compared, printed at the end; a run in which nearly all is of one kind compares too little."""
    yield
    print("\ncontents:", dict(sorted(COUNTED.items())))
    assert COUNTED["objects stored"] > 3
    assert COUNTED["objects refused"] > 3


@settings(max_examples=pairs(30))
@given(pair=contents())
def test_objects_are_stored_as_predicted(pair: Pair) -> None:
    a, b = api.capability_of(pair.a), api.capability_of(pair.b)
    (one,) = api.match(a, b, api.open_host(vendors=False)).interactions
    with Acting(b) as there, opened(a, ["store"], there.listening[0]) as found:
        statuses = [found.association.send_c_store(sent).Status for sent in _objects(a)]
    COUNTED["objects stored"] += statuses.count(0x0000)
    COUNTED["objects refused"] += statuses.count(0xA900)
    COUNTED[f"pairs: {one.outcome}"] += 1
    refusing = [reason for reason in one.reasons if reason.loss == "refused"]
    if one.outcome is Outcome.FAILS:
        assert set(statuses) == {0xA900}, f"{statuses}: {one.decisive}"
    elif refusing:
        COUNTED["pairs of which some objects are refused"] += 1
        assert 0xA900 in statuses, f"{statuses}: {refusing}"
    elif one.outcome is not Outcome.CANNOT_TELL:
        assert set(statuses) == {0x0000}, f"{statuses}: {one.reasons}"


def _objects(sender: Capability) -> Iterator[Dataset]:
    """Objects that a sender may write: one, and for each other choice that it has one that differs in that alone."""
    choices: dict[str, list[str | None]] = {}
    for key, one in sender.iods["plan"].modules[PLAN].attributes.items():
        choices[key] = [""] if one.presence is Presence.EMPTY else list(one.values)
        if one.presence is Presence.ATTRIBUTE_NOT_ALWAYS:
            choices[key].append(None)
    first = {key: values[0] for key, values in choices.items()}
    for chosen in (first, *({**first, key: value} for key, values in choices.items() for value in values[1:])):
        made = an_object("1.2.840.10008.5.1.4.1.1.481.5", "1.2.840.10008.1.2")
        for key, value in chosen.items():
            if value is not None:
                setattr(made, key, value)
        yield made
