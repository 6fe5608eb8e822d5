"""The change rule C164: an import uses an Attribute that it ignored, without demanding it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} uses {attribute(change)} now"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is optional now."""
    return bool(change.after == "optional")


RULE = ChangeRule(
    code="C164",
    slug="attribute-now-used",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ATTRIBUTE,
    actions=(Action.RAISED,),
    role="import",
    field="use",
    what="An import uses an Attribute that it ignored, without demanding it.",
    why="Objects without it are imported as before.",
    clause="IEC TR 62266 Annex B",
    say=say,
    when=when,
)
