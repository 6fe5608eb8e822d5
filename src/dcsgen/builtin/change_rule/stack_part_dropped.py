"""The change rule C524: a version of IP, a physical medium or a protocol is no longer supported."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{change.key} is no longer supported by the stack {change.path[2]}"


RULE = ChangeRule(
    code="C524",
    slug="stack-part-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.STACK_PART,
    actions=(Action.REMOVED,),
    what="A version of IP, a physical medium or a protocol is no longer supported.",
    why="A network that has only this one cannot carry the product any more.",
    hurts="Sites with such a network, for example one with IPv4 alone.",
    instead="Keep it until networks have changed.",
    clause="PS3.8 9, PS3.2 A.4.3",
    say=say,
)
