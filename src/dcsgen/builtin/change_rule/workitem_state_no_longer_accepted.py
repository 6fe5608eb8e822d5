"""The change rule C466: a transaction is refused for Workitems in a state in which it was carried out."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer accepts Workitems that are {change.path[-2]}"


RULE = ChangeRule(
    code="C466",
    slug="workitem-state-no-longer-accepted",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_STATE_RULE,
    actions=(Action.LOWERED,),
    field="accepted",
    what="A transaction is refused for Workitems in a state in which it was carried out.",
    why="What performers or managers did with such Workitems fails now.",
    hurts="Systems that drive the worklist.",
    instead="Accept what the state table of the standard accepts.",
    clause="PS3.4 Table CC.1.1-2",
    say=say,
)
