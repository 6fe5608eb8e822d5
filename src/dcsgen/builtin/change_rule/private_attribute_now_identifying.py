"""The change rule C357: a private Attribute that was safe can identify a person."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the private Attribute {change.path[1]} can identify a person now"


RULE = ChangeRule(
    code="C357",
    slug="private-attribute-now-identifying",
    verdict=Verdict.BREAKING,
    subject=Subject.PRIVATE_ATTRIBUTE,
    actions=(Action.RAISED,),
    field="identifiable",
    what="A private Attribute that was safe can identify a person.",
    why="A system that keeps it when objects are de-identified, because it was called safe, lets a name out.",
    hurts="Research and teaching, whose list of safe private Attributes has it.",
    instead="Put what identifies into another Attribute, and leave this one safe.",
    clause="PS3.2 N.9.6.3, PS3.15 E.3",
    say=say,
)
