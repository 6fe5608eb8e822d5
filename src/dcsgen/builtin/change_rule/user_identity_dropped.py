"""The change rule C479: a way to say who the user of an Association is, is no longer supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{shown(change.before.profile)} is no longer supported"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is about the identity of users."""
    return change.path[1] == "user_identity"


RULE = ChangeRule(
    code="C479",
    slug="user-identity-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.SECURITY_USE,
    actions=(Action.REMOVED,),
    what="A way to say who the user of an Association is, is no longer supported.",
    why=(
        "The Association is accepted without a positive response; a requester that asks for one cannot go on, and "
        "access by user ends."
    ),
    hurts="Sites whose rights, or audit messages, depend on the user.",
    instead="Keep it until the sites have changed to another one.",
    clause="PS3.7 D.3.3.7, PS3.15 B.4 to B.7",
    say=say,
    when=when,
)
