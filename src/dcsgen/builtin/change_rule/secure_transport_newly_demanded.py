"""The change rule C183: a Secure Transport Connection Profile is new, and the product insists on it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.after.profile)} is demanded"


def when(change: Change, sides: Sides) -> bool:
    """Whether the product insists on it."""
    return bool(change.after.stance == "demands")


RULE = ChangeRule(
    code="C183",
    slug="secure-transport-newly-demanded",
    verdict=Verdict.BREAKING,
    subject=Subject.SECURE_TRANSPORT,
    actions=(Action.ADDED,),
    what="A Secure Transport Connection Profile is new, and the product insists on it.",
    why="A peer that connects in plain text was let in and is refused now.",
    hurts="Peers without TLS, and those whose certificates nobody has installed.",
    instead="Offer it first, and insist on it when the peers are ready.",
    clause="PS3.15 B",
    say=say,
    when=when,
)
