"""The change rule C358: a private Attribute that could identify a person is safe."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the private Attribute {change.path[1]} can no longer identify a person"


RULE = ChangeRule(
    code="C358",
    slug="private-attribute-no-longer-identifying",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.PRIVATE_ATTRIBUTE,
    actions=(Action.LOWERED,),
    field="identifiable",
    what="A private Attribute that could identify a person is safe.",
    why="Systems that remove it may go on doing so.",
    clause="PS3.2 N.9.6.3, PS3.15 E.3",
    say=say,
)
