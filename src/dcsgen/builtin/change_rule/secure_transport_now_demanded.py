"""The change rule C184: the product insists on a Secure Transport Connection Profile that it only offered."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the secure transport {change.path[2]} is demanded now"


RULE = ChangeRule(
    code="C184",
    slug="secure-transport-now-demanded",
    verdict=Verdict.BREAKING,
    subject=Subject.SECURE_TRANSPORT,
    actions=(Action.RAISED,),
    field="stance",
    what="The product insists on a Secure Transport Connection Profile that it only offered.",
    why="A peer that connects in plain text was let in and is refused now.",
    hurts="Peers without TLS, and those whose certificates nobody has installed.",
    instead="Offer it first, and insist on it when the peers are ready.",
    clause="PS3.15 B",
    say=say,
)
