"""The change rule C312: an import that refuses an object because of an Attribute returns another status code."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"objects that {where(change)} refuses because of {attribute(change)} get another status: {from_to(change)}"


RULE = ChangeRule(
    code="C312",
    slug="refusal-status-changed",
    verdict=Verdict.RISKY,
    subject=Subject.ATTRIBUTE,
    actions=(Action.CHANGED,),
    field="status",
    what="An import that refuses an object because of an Attribute returns another status code.",
    why="What a sender does depends on whether it knows the code, or goes by the class alone.",
    hurts="Senders that know only the old code.",
    instead="Keep the code.",
    clause="PS3.7 Annex C",
    say=say,
)
