"""The change rule C223: an Application Entity accepts fewer AE Titles that may call it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} is stricter about calling AE Titles: {from_to(change)}"


RULE = ChangeRule(
    code="C223",
    slug="calling-ae-titles-restricted",
    verdict=Verdict.BREAKING,
    subject=Subject.ASSOCIATION,
    actions=(Action.NARROWED,),
    field="accepted_calling_ae_titles",
    what="An Application Entity accepts fewer AE Titles that may call it.",
    why=(
        "An Association with another calling AE Title was accepted and is rejected now, with the reason calling AE "
        "Title not recognized."
    ),
    hurts="Peers that nobody has registered, and those whose configured AE Title is spelt otherwise.",
    instead="Log such requests before they are rejected, and tell sites which AE Titles have to be entered.",
    clause="PS3.8 9.3.2, PS3.8 9.3.4",
    say=say,
)
