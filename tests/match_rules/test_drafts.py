"""What a draft does not list may be there all the same: no rule takes it for absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.base.interaction import Outcome, Reason, Side
from dcsgen.match import OfferedMatchRule, judge, meetings
from dcsgen.plugin import MatchRule
from dcsgen.plugin.testing import MatchCase, match_cases

FOLDER = Path(__file__).parent
RULES: dict[str, MatchRule] = {rule.slug: rule for _, rule in api.open_host(vendors=False).match_rules}

UNLISTED = {
    # The rule, its case in which something is not listed, whose list that is, and what the draft leaves of it.
    ("key-not-matched", "an Optional Key is not listed", Side.B): set(),
    ("key-not-returned", "keys are not listed, or said not to be returned", Side.B): {Outcome.LOSS},
    ("copied-value-not-returned", "it is copied, but not returned", Side.B): {Outcome.LOSS},
    ("level-not-supported", "there are no keys for objects", Side.B): set(),
    ("operation-not-supported", "an operation is not there", Side.B): {Outcome.CANNOT_TELL},
    ("event-not-handled", "one type is not handled", Side.A): set(),
    ("event-not-sent", "the result is not sent", Side.B): set(),
    ("required-attribute-not-sent", "it is never sent, sometimes, or perhaps", Side.A): {
        Outcome.CANNOT_TELL,
        Outcome.LOSS,
    },
    ("attribute-not-taken", "what is left out is told once for a Sequence", Side.B): set(),
    ("attribute-not-reported", "some is not sent", Side.B): set(),
    ("retrieved-objects-do-not-arrive", "nothing that one sends is accepted", Side.B): {Outcome.CANNOT_TELL},
    ("retrieval-without-query", "the provider does not answer", Side.B): set(),
    ("committed-objects-not-stored", "nothing is stored", Side.B): set(),
    ("optional-print-class-not-supported", "the provider does not have it", Side.B): set(),
    ("final-state-not-reached", "something is missing", Side.A): set(),
    ("states-not-followed", "steps never end", Side.A): set(),
}


def said(rule: MatchRule, case: MatchCase, drafts: frozenset[Side]) -> list[Reason]:
    pairs = meetings(api.capability_of(case.a), api.capability_of(case.b), drafts)
    judged = judge(pairs, [OfferedMatchRule("", rule)])
    return [reason for one in judged.interactions if one.user.side is Side.A for reason in one.reasons]


@pytest.mark.parametrize(("slug", "name", "side"), UNLISTED, ids=lambda one: str(one))
def test_what_a_draft_does_not_list_is_not_absent(slug: str, name: str, side: Side) -> None:
    case = next(case for case in match_cases(FOLDER / f"{slug}.yaml") if case.name == name)
    assert said(RULES[slug], case, frozenset())
    left = {reason.outcome for reason in said(RULES[slug], case, frozenset({side}))}
    assert left == UNLISTED[slug, name, side]


def test_keys_that_a_draft_does_not_list_are_asked_for_together() -> None:
    case = next(
        case for case in match_cases(FOLDER / "key-not-matched.yaml") if case.name == "an Optional Key is not listed"
    )
    (reason,) = said(RULES["keys-not-stated"], case, frozenset({Side.B}))
    assert reason.outcome is Outcome.CANNOT_TELL
    assert "Study Description and Modalities in Study" in reason.message
