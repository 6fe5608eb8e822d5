"""The change rule C467: a transaction is carried out for Workitems in one more state."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} accepts Workitems that are {change.path[-2]}"


RULE = ChangeRule(
    code="C467",
    slug="workitem-state-now-accepted",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_STATE_RULE,
    actions=(Action.RAISED,),
    field="accepted",
    what="A transaction is carried out for Workitems in one more state.",
    why="In the other states it is as before.",
    clause="PS3.4 Table CC.1.1-2",
    say=say,
)
