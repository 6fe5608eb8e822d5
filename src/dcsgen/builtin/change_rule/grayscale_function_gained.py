"""The change rule C385: the product follows the Grayscale Standard Display Function."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return "the grayscale follows the standard display function"


RULE = ChangeRule(
    code="C385",
    slug="grayscale-function-gained",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.GRAYSCALE,
    actions=(Action.RAISED,),
    field="gsdf",
    what="The product follows the Grayscale Standard Display Function.",
    why="Images look as on other displays that do so.",
    clause="PS3.14 6, PS3.2 A.9.4",
    say=say,
)
