"""The change rule C498: requests over HTTP can say who sends them."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"requests can say who sends them: {change.after.scheme}"


def when(change: Change, sides: Sides) -> bool:
    """Whether peers may do without it."""
    return bool(change.after.stance != "demands")


RULE = ChangeRule(
    code="C498",
    slug="web-access-offered",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_ACCESS,
    actions=(Action.ADDED,),
    what="Requests over HTTP can say who sends them.",
    why="Requests without it are answered as before.",
    clause="PS3.2 N.8.6",
    say=say,
    when=when,
)
