"""Products let each other in, or not, as it is predicted: as they are delivered, and once the conditions are met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from acted import Acting, Opened, opened
from drawn_pairs import Pair, pairs, policies
from hypothesis import given, settings

from dcsgen import api
from dcsgen.base.interaction import Interaction, Outcome
from dcsgen.base.words import Configurable, Stance
from dcsgen.model import Capability
from peer_tls import uses_of
from peers import Listening

COUNTED: Counter[str] = Counter()

REASONS = {
    (1, 1, 2): "application-contexts-differ",
    (1, 1, 7): "called-title-not-accepted",
    (1, 1, 3): "calling-title-not-accepted",
    (1, 1, 1): "user-identity-demanded",
}
"""Why an Association was rejected, by result, source and reason (PS3.8 9.3.4)."""

TLS = ("tls-demanded", "tls-does-not-fit", "certificate-needed")
"""Why there is no connection at all."""

AT_DELIVERY = ("called-title-not-accepted", "calling-title-not-accepted", "certificate-needed")
"""Conditions that keep Associations out until they are met."""


@pytest.fixture(scope="module", autouse=True)
def counts() -> Iterator[None]:
    """What was compared, printed at the end; a run in which nearly all is of one kind compares too little."""
    yield
    print("\npolicies:", dict(sorted(COUNTED.items())))
    assert COUNTED["accepted"] > COUNTED["Associations"] / 20
    assert COUNTED["kept out"] > COUNTED["Associations"] / 25


@settings(max_examples=pairs(50))
@given(pair=policies())
def test_associations_are_let_in_as_predicted(pair: Pair) -> None:
    a, b = api.capability_of(pair.a), api.capability_of(pair.b)
    (one,) = api.match(a, b, api.open_host(vendors=False)).interactions
    COUNTED["pairs"] += 1
    if one.outcome is Outcome.CANNOT_TELL:
        COUNTED["cannot tell"] += 1
        return
    with Acting(b) as as_delivered:
        listening = _dialled(a, b, as_delivered)
        with opened(a, ["store"], listening) as found:
            _compare(one, _obstacles(one, AT_DELIVERY, over_tls=listening is not None and listening.tls), found)
    calling, called, known = _conditions_met(a, b)
    with Acting(b, peers=(known,)) as set_up, ExitStack() as stack:
        listening = _dialled(a, b, set_up)
        for count in range(_at_a_time(a)):
            association = opened(a, ["store"], listening, calling=calling, called=called, certificate=True)
            found = stack.enter_context(association)
            if not _too_many(one, b, count):
                _compare(one, _obstacles(one, (), over_tls=True), found)
            elif not _obstacles(one, (), over_tls=True):
                assert found.rejection == (2, 3, 2)
                COUNTED["one too many"] += 1


def _compare(one: Interaction, obstacles: set[str], found: Opened) -> None:
    """Of several obstacles, a product names one; it may be one of which nobody could tell beforehand."""
    COUNTED["Associations"] += 1
    accepted = found.results.get(one.key) == 0
    COUNTED["accepted" if accepted else "kept out"] += 1
    assert accepted is not bool(obstacles), f"{found}: {one.reasons}"
    if obstacles:
        named = {REASONS[found.rejection]} if found.rejection else set(TLS)
        open_questions = {reason.slug for reason in one.reasons if reason.outcome is Outcome.CANNOT_TELL}
        assert (obstacles | open_questions) & named, f"{found}: {obstacles}"
        COUNTED[f"kept out: {REASONS[found.rejection] if found.rejection else 'TLS'}"] += 1


def _obstacles(one: Interaction, conditions: tuple[str, ...], *, over_tls: bool) -> set[str]:
    """What is said to keep an Association out, where some conditions are not met yet."""
    failing = {reason.slug for reason in one.reasons if reason.outcome is Outcome.FAILS}
    unmet = {reason.slug for reason in one.reasons if reason.condition and reason.slug in conditions}
    return failing | (unmet if over_tls else unmet - {"certificate-needed"})


def _dialled(a: Capability, b: Capability, there: Acting) -> Listening | None:
    """Where the first product calls: over TLS if it can and either side insists on it."""
    own, others = (uses_of(side.security.secure_transport, name) for side, name in ((a, "USER"), (b, "ARCHIVE")))
    insists = any(use.stance is Stance.DEMANDS for use in (*own, *others))
    if any(use.stance is Stance.DEMANDS for use in own) and not others:
        return None
    return there.find("ARCHIVE", None, tls=bool(own and others and insists)) or there.listening[0]


def _conditions_met(a: Capability, b: Capability) -> tuple[str, str, str]:
    """The AE Titles by which the first product calls itself and the second one, and the one that the latter knows."""
    policy = b.application_entities["ARCHIVE"].association
    own, listed = a.configuration.local["USER"], policy.accepted_calling_ae_titles
    calling = own.ae_title
    if isinstance(listed, tuple) and own.configurable in (Configurable.USER, Configurable.SERVICE):
        calling = listed[0]
    called = policy.accepted_called_ae_titles
    return calling, called[0] if isinstance(called, tuple) else "", own.ae_title


def _at_a_time(a: Capability) -> int:
    limit = a.application_entities["USER"].association.as_initiator
    return limit.max_associations if limit and isinstance(limit.max_associations, int) else 1


def _too_many(one: Interaction, b: Capability, before: int) -> bool:
    """Whether an acceptor has no room for an Association, which is said of it."""
    limit = b.application_entities["ARCHIVE"].association.as_acceptor
    most = limit.max_associations if limit and isinstance(limit.max_associations, int) else before + 1
    too_many = before >= most
    assert not too_many or "more-associations-than-accepted" in {reason.slug for reason in one.reasons}
    return too_many
