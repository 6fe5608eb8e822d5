"""The change rule C366: value set changed."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the codes of {where(change)} are of another sort: {from_to(change)}"


RULE = ChangeRule(
    code="C366",
    slug="value-set-changed",
    verdict=Verdict.RISKY,
    subject=Subject.CONTEXT_GROUP,
    actions=(Action.CHANGED,),
    field="value_set",
    what="A set of codes is that of the standard where it was extended or private, or the other way round.",
    why="Which codes came or went, it does not say; peers know those of the standard.",
    hurts="Receivers that know only the codes of the standard.",
    instead="List the codes, so that they are compared one by one.",
    clause="PS3.2 Table A.9.3-1",
    say=say,
)
