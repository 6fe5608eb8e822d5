"""The change rule C261: a status code is of another class."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the status {change.key} in {where(change)} is of another class: {from_to(change)}"


RULE = ChangeRule(
    code="C261",
    slug="status-class-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.STATUS,
    actions=(Action.CHANGED,),
    field="class",
    what="A status code is of another class.",
    why=(
        "Peers go by the class: after a warning an object counts as stored, after a failure it is sent again or given "
        "up."
    ),
    hurts="Peers that treat the code by its old class.",
    instead="Take another code for the other meaning.",
    clause="PS3.7 Annex C",
    say=say,
)
