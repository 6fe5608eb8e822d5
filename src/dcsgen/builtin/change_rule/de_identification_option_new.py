"""The change rule C494: one more option of de-identification is supported."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{name(change)} is an option of {protection(change)}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is an option of de-identification."""
    return change.path[1] == "de_identification"


RULE = ChangeRule(
    code="C494",
    slug="de-identification-option-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SECURITY_PROFILE,
    actions=(Action.ADDED,),
    what="One more option of de-identification is supported.",
    why="Without it, objects are de-identified as before.",
    clause="PS3.15 E.3",
    say=say,
    when=when,
)
