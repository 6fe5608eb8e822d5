"""The change rule C221: an Application Entity accepts fewer AE Titles by which it can be called."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} is stricter about called AE Titles: {from_to(change)}"


RULE = ChangeRule(
    code="C221",
    slug="called-ae-titles-restricted",
    verdict=Verdict.BREAKING,
    subject=Subject.ASSOCIATION,
    actions=(Action.NARROWED,),
    field="accepted_called_ae_titles",
    what="An Application Entity accepts fewer AE Titles by which it can be called.",
    why=(
        "An Association with another called AE Title was accepted and is rejected now, with the reason called AE Title "
        "not recognized."
    ),
    hurts="Peers that are configured with any other AE Title of the product, which did no harm before.",
    instead="Log such requests before they are rejected, and tell sites which AE Titles have to be entered.",
    clause="PS3.8 9.3.2, PS3.8 9.3.4",
    say=say,
)
