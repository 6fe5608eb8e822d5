"""The change rule C007: the product offers its peers less than before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Action, ChangeRule, Stance, Verdict

RULE = ChangeRule(
    code="C007",
    slug="offer-reduced",
    verdict=Verdict.BREAKING,
    subject=None,
    actions=(Action.REMOVED, Action.NARROWED, Action.LOWERED),
    stance=Stance.OFFERS,
    what="The product offers its peers less than before, in a way for which there is no rule of its own.",
    why="Who used what was offered cannot use it any more: fewer offers break.",
    hurts="Peers that relied on the offer.",
    instead="Keep the offer, or announce its end before the version that drops it.",
    say=in_general,
)
