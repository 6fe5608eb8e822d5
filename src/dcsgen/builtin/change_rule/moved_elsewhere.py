"""The change rule C011: something belongs to another record now, or stands at another place where order matters."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Action, ChangeRule, Verdict

RULE = ChangeRule(
    code="C011",
    slug="moved-elsewhere",
    verdict=Verdict.RISKY,
    subject=None,
    actions=(Action.MOVED,),
    what="Something belongs to another record now, or stands at another place where order matters.",
    why="What is said around it may differ, and peers may know it by its old place.",
    hurts="Peers that are configured for the old place.",
    instead="Say in the revision history what peers have to configure anew.",
    say=in_general,
)
