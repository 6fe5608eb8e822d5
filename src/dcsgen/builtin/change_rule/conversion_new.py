"""The change rule C523: texts are converted between two more character sets."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'texts are converted by "{change.key}", too'


RULE = ChangeRule(
    code="C523",
    slug="conversion-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.CONVERSION,
    actions=(Action.ADDED,),
    what="Texts are converted between two more character sets.",
    why="Other texts are treated as before.",
    clause="PS3.2 Table N.5-165",
    say=say,
)
