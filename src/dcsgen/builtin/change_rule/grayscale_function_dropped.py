"""The change rule C384: the product no longer follows the Grayscale Standard Display Function."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return "the grayscale no longer follows the standard display function"


RULE = ChangeRule(
    code="C384",
    slug="grayscale-function-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.GRAYSCALE,
    actions=(Action.LOWERED,),
    field="gsdf",
    what="The product no longer follows the Grayscale Standard Display Function.",
    why="Images look otherwise than on the other displays and films of a site.",
    hurts="Everybody who compares images, or reads them where the function is required.",
    instead="Keep the function for displays that are used to read images.",
    clause="PS3.14 6, PS3.2 A.9.4",
    say=say,
)
