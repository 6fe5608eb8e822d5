"""The change rule C010: the product demands less of its peers than before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Action, ChangeRule, Stance, Verdict

RULE = ChangeRule(
    code="C010",
    slug="demand-dropped",
    verdict=Verdict.COMPATIBLE,
    subject=None,
    actions=(Action.REMOVED, Action.NARROWED, Action.LOWERED),
    stance=Stance.DEMANDS,
    what="The product demands less of its peers than before.",
    why="Peers that met the demand still do.",
    say=in_general,
)
