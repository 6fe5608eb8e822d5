"""The change rule C474: one more cipher suite is supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the cipher suite {change.key} is supported by {protection(change)}, too"


RULE = ChangeRule(
    code="C474",
    slug="cipher-suite-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.CIPHER_SUITE,
    actions=(Action.ADDED,),
    what="One more cipher suite is supported.",
    why="Peers that do not have it agree on one of the others.",
    clause="PS3.15 B.12",
    say=say,
)
