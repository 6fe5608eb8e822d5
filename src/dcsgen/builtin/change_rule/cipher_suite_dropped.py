"""The change rule C473: a cipher suite is no longer supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the cipher suite {change.key} is no longer supported by {protection(change)}"


RULE = ChangeRule(
    code="C473",
    slug="cipher-suite-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.CIPHER_SUITE,
    actions=(Action.REMOVED,),
    what="A cipher suite is no longer supported.",
    why="A peer that shares no other fails in the handshake, before any Association.",
    hurts="Peers with a short list of cipher suites.",
    instead="Keep one suite that the profile makes mandatory.",
    clause="PS3.15 B.12",
    say=say,
)
