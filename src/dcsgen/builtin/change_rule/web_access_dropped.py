"""The change rule C499: one way to say who sends a request over HTTP is no longer supported."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"requests can no longer say who sends them: {change.before.scheme}"


RULE = ChangeRule(
    code="C499",
    slug="web-access-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_ACCESS,
    actions=(Action.REMOVED,),
    what="One way to say who sends a request over HTTP is no longer supported.",
    why="User agents that have only this one are not known any more.",
    hurts="User agents that log in by it, and sites whose rights depend on it.",
    instead="Keep it beside the new one for a time.",
    clause="PS3.2 N.8.6",
    say=say,
)
