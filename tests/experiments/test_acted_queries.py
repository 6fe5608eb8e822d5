"""Keys of a query are matched and returned, or not, as it is predicted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from acted import Acting, opened
from drawn_pairs import Pair, pairs, queries
from hypothesis import given, settings
from pydicom import Dataset

from dcsgen import api
from dcsgen.base.content_words import MatchingType
from dcsgen.base.interaction import Interaction, Outcome

RULES = ("key-not-matched", "matching-not-supported", "key-not-returned")
"""What is said of keys."""

VALUES = {
    MatchingType.SINGLE_VALUE: {"": "ABC", "StudyDate": "20240131"},
    MatchingType.WILDCARD: {"": "AB*"},
    MatchingType.RANGE: {"StudyDate": "20240101-20241231"},
}

COUNTED: Counter[str] = Counter()


@pytest.fixture(scope="module", autouse=True)
def counts() -> Iterator[None]:
    """What was compared, printed at the end."""
    yield
    print("\nqueries:", dict(sorted(COUNTED.items())))
    assert COUNTED["values matched"] > 5
    assert COUNTED["values not matched"] > 5


@settings(max_examples=pairs(16))
@given(pair=queries())
def test_keys_are_matched_and_returned_as_predicted(pair: Pair) -> None:
    a, b = api.capability_of(pair.a), api.capability_of(pair.b)
    (one,) = api.match(a, b, api.open_host(vendors=False)).interactions
    COUNTED["pairs"] += 1
    with Acting(b) as there, opened(a, ["ask"], there.listening[0]) as found:
        for key, asked in a.services["ask"].keys.items():
            for kind in asked.matching:
                _compare(one, key, kind, _answers(found.association, one.key, list(a.services["ask"].keys), key, kind))


def _compare(one: Interaction, key: str, kind: MatchingType, answers: list[Dataset]) -> None:
    """An archive that looks at a value sends the one entry that has it, of the two that there are."""
    said = [reason for reason in one.reasons if reason.subject == key and reason.slug in RULES]
    if any(reason.outcome is Outcome.CANNOT_TELL for reason in said):
        COUNTED["cannot tell"] += 1
        return
    lost = {reason.slug for reason in said if reason.outcome in (Outcome.LOSS, Outcome.FAILS)}
    # Of several kinds of values, the reason names those that are not matched.
    named = [reason.message for reason in said if reason.slug == "matching-not-supported"]
    matched = "key-not-matched" not in lost and not any(NAMED[kind] in message for message in named)
    COUNTED["values matched" if matched else "values not matched"] += 1
    assert (len(answers) == 1) is matched, f"{key} {kind}: {one.reasons}"
    returned = all(answer.get(key) for answer in answers)
    COUNTED["keys returned" if returned else "keys not returned"] += 1
    assert returned is ("key-not-returned" not in lost), f"{key}: {one.reasons}"


NAMED = {MatchingType.SINGLE_VALUE: "single value", MatchingType.WILDCARD: "wildcard", MatchingType.RANGE: "range"}


def _answers(association: object, sop_class: str, keys: list[str], asked: str, kind: MatchingType) -> list[Dataset]:
    """The entries that come back if one key has a value and the others are universal."""
    identifier = Dataset()
    identifier.QueryRetrieveLevel = "STUDY"
    for key in keys:
        setattr(identifier, key, "")
    values = VALUES[kind]
    setattr(identifier, asked, values.get(asked, values.get("", "")))
    responses = association.send_c_find(identifier, sop_class)  # type: ignore[attr-defined]
    return [entry for status, entry in responses if status.Status in (0xFF00, 0xFF01)]
