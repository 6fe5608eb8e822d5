"""The change rule C475: cipher suites are preferred in another order."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{protection(change)} prefers its cipher suites in another order"


RULE = ChangeRule(
    code="C475",
    slug="cipher-preference-changed",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.CIPHER_SUITE,
    actions=(Action.MOVED,),
    field="cipher_suites",
    what="Cipher suites are preferred in another order.",
    why="Both sides support what they agree on, whichever it is.",
    hurts="Nobody is hurt, unless a policy asks for one of them.",
    clause="PS3.15 B.12",
    say=say,
)
