"""The change rule C235: an Application Entity rejects Associations for one reason less."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer rejects Associations with {change.key}"


RULE = ChangeRule(
    code="C235",
    slug="rejection-dropped",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.REJECTION,
    actions=(Action.REMOVED,),
    what="An Application Entity rejects Associations for one reason less.",
    why="Requests that were accepted still are.",
    clause="PS3.8 9.3.4",
    say=say,
)
