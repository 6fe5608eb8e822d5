"""The change rule C187: one more Attribute is part of an export."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} writes {attribute(change)}, too"


RULE = ChangeRule(
    code="C187",
    slug="attribute-newly-exported",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ATTRIBUTE,
    actions=(Action.ADDED,),
    role="export",
    what="One more Attribute is part of an export.",
    why="Receivers that do not use it see no difference.",
    clause="IEC TR 62266 Annex B",
    say=say,
)
