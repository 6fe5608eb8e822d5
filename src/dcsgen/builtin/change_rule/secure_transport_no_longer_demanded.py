"""The change rule C185: the product offers a Secure Transport Connection Profile on which it insisted."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the secure transport {change.path[2]} is no longer demanded"


RULE = ChangeRule(
    code="C185",
    slug="secure-transport-no-longer-demanded",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SECURE_TRANSPORT,
    actions=(Action.LOWERED,),
    field="stance",
    what="The product offers a Secure Transport Connection Profile on which it insisted.",
    why="Peers that use it connect as before. Whether plain text is wanted is a question for the site.",
    clause="PS3.15 B",
    say=say,
)
