"""The change rule C244: there is one more Application Entity."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the Application Entity "{change.key}" is new'


RULE = ChangeRule(
    code="C244",
    slug="application-entity-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.APPLICATION_ENTITY,
    actions=(Action.ADDED,),
    what="There is one more Application Entity.",
    why="Peers that are not configured for it see no difference.",
    clause="PS3.2 A.4.1.2",
    say=say,
)
