"""The change rule C471: a version of TLS is no longer supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"TLS {change.key} is no longer supported by {protection(change)}"


RULE = ChangeRule(
    code="C471",
    slug="tls-version-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.TLS_VERSION,
    actions=(Action.REMOVED,),
    what="A version of TLS is no longer supported.",
    why="A peer that has no other version fails in the handshake, before any Association.",
    hurts="Old devices, which rarely get a new version; drop one that is known to be unsafe all the same.",
    instead="Tell sites the date, and how to find the connections that use it.",
    clause="PS3.15 B.12",
    say=say,
)
