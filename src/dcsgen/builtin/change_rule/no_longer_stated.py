"""The change rule C005: something was stated and is no longer."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Action, ChangeRule, Verdict

RULE = ChangeRule(
    code="C005",
    slug="no-longer-stated",
    verdict=Verdict.RISKY,
    subject=None,
    actions=(Action.UNSTATED,),
    what="Something was stated and is no longer.",
    why="What is not stated may still be so, or not: nobody can tell.",
    hurts="Peers that relied on it cannot know whether it still holds.",
    instead="State it, or state that it is not so.",
    say=in_general,
)
