"""The change rule C243: an Application Entity is gone."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the Application Entity "{change.key}" is gone'


RULE = ChangeRule(
    code="C243",
    slug="application-entity-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.APPLICATION_ENTITY,
    actions=(Action.REMOVED,),
    what="An Application Entity is gone.",
    why="Peers know it by its AE Title and address; nobody answers there, and nobody comes from there, any more.",
    hurts="Every peer that is configured with the Application Entity.",
    instead="Let another Application Entity answer to its AE Title for a time.",
    clause="PS3.2 A.4.1.2",
    say=say,
)
