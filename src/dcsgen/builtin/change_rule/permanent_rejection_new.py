"""The change rule C233: an Application Entity rejects Associations for one more reason, and for good."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} rejects Associations for good with {change.key}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether the result is 1, rejected permanently."""
    return change.key.startswith("1.")


RULE = ChangeRule(
    code="C233",
    slug="permanent-rejection-new",
    verdict=Verdict.BREAKING,
    subject=Subject.REJECTION,
    actions=(Action.ADDED,),
    what="An Application Entity rejects Associations for one more reason, and for good.",
    why="A requester that is rejected permanently was let in before, and trying again does not help.",
    hurts="Peers whose requests meet the new condition.",
    instead="Say in the condition exactly which requests are rejected, and what a site has to enter to avoid it.",
    clause="PS3.8 9.3.4",
    say=say,
    when=when,
)
