"""The change rule C008: the product offers its peers more than before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Action, ChangeRule, Stance, Verdict

RULE = ChangeRule(
    code="C008",
    slug="offer-extended",
    verdict=Verdict.COMPATIBLE,
    subject=None,
    actions=(Action.ADDED, Action.WIDENED, Action.RAISED),
    stance=Stance.OFFERS,
    what="The product offers its peers more than before.",
    why="Nobody has to use it.",
    say=in_general,
)
