"""The change rule C012: something differs that is neither an offer nor a demand."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import ChangeRule, Verdict

RULE = ChangeRule(
    code="C012",
    slug="other-difference",
    verdict=Verdict.RISKY,
    subject=None,
    actions=(),
    what="Something differs that is neither an offer nor a demand, in a way for which there is no rule of its own.",
    why="The descriptions do not hold enough to decide what it means for a peer.",
    hurts="Peers for which it matters, if there are any.",
    instead="Say in the revision history what it means for peers.",
    say=in_general,
)
