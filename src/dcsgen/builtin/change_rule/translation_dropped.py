"""The change rule C326: a value of a peer is no longer translated."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer translates {change.key}"


RULE = ChangeRule(
    code="C326",
    slug="translation-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.TRANSLATION,
    actions=(Action.REMOVED,),
    what="A value of a peer is no longer translated.",
    why="It reaches the product as the peer writes it, which the product may not know.",
    hurts="Users of values of this peer.",
    instead="Keep translations as long as the peer writes the value.",
    clause="IEC TR 62266 Annex D",
    say=say,
)
