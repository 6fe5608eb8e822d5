"""The change rule C006: something was not stated and is now."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Action, ChangeRule, Verdict

RULE = ChangeRule(
    code="C006",
    slug="newly-stated",
    verdict=Verdict.RISKY,
    subject=None,
    actions=(Action.STATED,),
    what="Something was not stated and is now.",
    why="Nobody can tell what it was before, so nobody can tell whether it changed.",
    hurts="Peers that relied on something else may be surprised.",
    instead="Say in the revision history whether the product changed or only its description.",
    say=in_general,
)
