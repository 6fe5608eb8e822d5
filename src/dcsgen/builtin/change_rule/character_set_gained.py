"""The change rule C172: one more character set is supported."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Stance, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the character set {change.key} is supported, too"


RULE = ChangeRule(
    code="C172",
    slug="character-set-gained",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.CHARACTER_SET,
    actions=(Action.ADDED,),
    stance=Stance.OFFERS,
    what="One more character set is supported.",
    why="Texts in the others are treated as before.",
    clause="PS3.5 6.1.2.4, PS3.3 C.12.1.1.2",
    say=say,
)
