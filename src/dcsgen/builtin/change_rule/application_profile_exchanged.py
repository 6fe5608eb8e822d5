"""The change rule C393: a media service is for another Application Profile."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Application Profile of {where(change)} is another one: {from_to(change)}"


RULE = ChangeRule(
    code="C393",
    slug="application-profile-exchanged",
    verdict=Verdict.BREAKING,
    subject=Subject.APPLICATION_PROFILE,
    actions=(Action.CHANGED,),
    field="profile",
    what="A media service is for another Application Profile.",
    why=(
        "A profile fixes the medium, the SOP Classes and the Transfer Syntaxes; readers of the old one may not take "
        "the new one."
    ),
    hurts="People who exchange media with the product.",
    instead="Keep the old profile beside the new one.",
    clause="PS3.11, PS3.2 7.4",
    say=say,
)
