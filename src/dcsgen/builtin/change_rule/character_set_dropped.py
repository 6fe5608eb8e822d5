"""The change rule C171: a character set is no longer supported."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Stance, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the character set {change.key} is no longer supported"


RULE = ChangeRule(
    code="C171",
    slug="character-set-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.CHARACTER_SET,
    actions=(Action.REMOVED,),
    stance=Stance.OFFERS,
    what="A character set is no longer supported.",
    why="Names and texts in it are not shown, or not stored, as they are written.",
    hurts="Sites whose language needs it.",
    instead="Keep it: it cannot be negotiated, so peers cannot know.",
    clause="PS3.5 6.1.2.4, PS3.3 C.12.1.1.2",
    say=say,
)
