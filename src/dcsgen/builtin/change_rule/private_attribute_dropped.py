"""The change rule C351: a private Attribute is gone."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the private Attribute {change.key} is gone"


RULE = ChangeRule(
    code="C351",
    slug="private-attribute-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.PRIVATE_ATTRIBUTE,
    actions=(Action.REMOVED,),
    what="A private Attribute is gone.",
    why="Receivers that have learnt to read it do not find it in new objects.",
    hurts="The vendor's own workstations, and others that were given its meaning.",
    instead="Write it beside what takes its place for some versions.",
    clause="PS3.5 7.8",
    say=say,
)
