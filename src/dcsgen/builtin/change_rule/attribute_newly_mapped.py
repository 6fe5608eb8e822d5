"""The change rule C168: one more Attribute is part of an import, and is not demanded."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} maps {attribute(change)}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it may be missing."""
    return bool(change.after.use != "mandatory")


RULE = ChangeRule(
    code="C168",
    slug="attribute-newly-mapped",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ATTRIBUTE,
    actions=(Action.ADDED,),
    role="import",
    what="One more Attribute is part of an import, and is not demanded.",
    why="Objects without it are imported as before.",
    clause="IEC TR 62266 Annex B",
    say=say,
    when=when,
)
