"""The change rule C525: one more version of IP, physical medium or protocol is supported."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{change.key} is supported by the stack {change.path[2]}, too"


RULE = ChangeRule(
    code="C525",
    slug="stack-part-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.STACK_PART,
    actions=(Action.ADDED,),
    what="One more version of IP, physical medium or protocol is supported.",
    why="The others are supported as before.",
    clause="PS3.8 9, PS3.2 A.4.3",
    say=say,
)
