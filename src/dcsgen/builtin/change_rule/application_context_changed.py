"""The change rule C237: an Application Entity uses another application context name."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the application context of {where(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C237",
    slug="application-context-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.ASSOCIATION,
    actions=(Action.CHANGED,),
    field="application_context",
    what="An Application Entity uses another application context name.",
    why=(
        "A peer that knows only the name of the standard rejects the Association: application context name not "
        "supported."
    ),
    hurts="Every peer.",
    instead="Use the one name that the standard defines.",
    clause="PS3.7 A.2.1, PS3.8 9.3.4",
    say=say,
)
