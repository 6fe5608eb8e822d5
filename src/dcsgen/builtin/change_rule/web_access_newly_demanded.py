"""The change rule C497: requests over HTTP have to say who sends them."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"requests have to say who sends them: {change.after.scheme}"


def when(change: Change, sides: Sides) -> bool:
    """Whether the product insists on it."""
    return bool(change.after.stance == "demands")


RULE = ChangeRule(
    code="C497",
    slug="web-access-newly-demanded",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_ACCESS,
    actions=(Action.ADDED,),
    what="Requests over HTTP have to say who sends them.",
    why="A request without it was answered and gets the status 401 now.",
    hurts="User agents that cannot log in, and scripts that never had to.",
    instead="Offer it first, and insist on it when the peers are ready.",
    clause="PS3.2 N.8.6, PS3.18 8.5",
    say=say,
    when=when,
)
