"""The change rule C009: the product demands more of its peers than before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Action, ChangeRule, Stance, Verdict

RULE = ChangeRule(
    code="C009",
    slug="demand-added",
    verdict=Verdict.BREAKING,
    subject=None,
    actions=(Action.ADDED, Action.WIDENED, Action.RAISED),
    stance=Stance.DEMANDS,
    what="The product demands more of its peers than before, in a way for which there is no rule of its own.",
    why="A peer that did what was asked of it no longer does enough: more demands break.",
    hurts="Peers that do not meet the new demand.",
    instead="Make the demand optional, or announce it before the version that makes it.",
    say=in_general,
)
