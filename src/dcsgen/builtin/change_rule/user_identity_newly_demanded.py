"""The change rule C481: peers have to say who the user of an Association is."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.after.profile)} is demanded"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is about the identity of users, which peers have to give."""
    return change.path[1] == "user_identity" and change.after.stance == "demands"


RULE = ChangeRule(
    code="C481",
    slug="user-identity-newly-demanded",
    verdict=Verdict.BREAKING,
    subject=Subject.SECURITY_USE,
    actions=(Action.ADDED,),
    what="Peers have to say who the user of an Association is.",
    why="A peer that proposes no identity was let in and is rejected now.",
    hurts="Modalities and other peers that cannot propose one: the negotiation is optional.",
    instead="Offer it first, and let sites except devices that cannot do it.",
    clause="PS3.7 D.3.3.7, PS3.15 B.4 to B.7",
    say=say,
    when=when,
)
