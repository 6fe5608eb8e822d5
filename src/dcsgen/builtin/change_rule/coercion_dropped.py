"""The change rule C196: a service no longer changes an Attribute of the objects that pass through it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer changes {attribute(change)}"


RULE = ChangeRule(
    code="C196",
    slug="coercion-dropped",
    verdict=Verdict.RISKY,
    subject=Subject.COERCION,
    actions=(Action.REMOVED,),
    what="A service no longer changes an Attribute of the objects that pass through it.",
    why="What was put right on the way stays as the sender wrote it.",
    hurts="Systems that rely on the value that the service wrote.",
    instead="Say who writes the value now.",
    clause="PS3.2 Table N.5-11",
    say=say,
)
