"""The change rule C472: one more version of TLS is supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"TLS {change.key} is supported by {protection(change)}, too"


RULE = ChangeRule(
    code="C472",
    slug="tls-version-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.TLS_VERSION,
    actions=(Action.ADDED,),
    what="One more version of TLS is supported.",
    why="Peers that do not have it agree on one of the others.",
    clause="PS3.15 B.12",
    say=say,
)
