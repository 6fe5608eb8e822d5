"""The change rule C169: an import demands an Attribute that it did not speak of before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} demands {attribute(change)}, of which it did not speak before"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is mandatory."""
    return bool(change.after.use == "mandatory")


RULE = ChangeRule(
    code="C169",
    slug="mandatory-attribute-newly-mapped",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.ADDED,),
    role="import",
    what="An import demands an Attribute that it did not speak of before.",
    why="An object without it, or without a value in it, was imported and is refused now.",
    hurts="Senders that may lawfully leave it out.",
    instead="Take a default if it is missing, or announce the demand.",
    clause="IEC TR 62266 Annex B",
    say=say,
    when=when,
)
