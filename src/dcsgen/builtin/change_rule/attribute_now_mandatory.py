"""The change rule C161: an import demands an Attribute that was optional or not used."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} demands {attribute(change)}: {change.after}, not {change.before} any more"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is mandatory now."""
    return bool(change.after == "mandatory")


RULE = ChangeRule(
    code="C161",
    slug="attribute-now-mandatory",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.RAISED,),
    role="import",
    field="use",
    what="An import demands an Attribute that was optional or not used.",
    why="An object without it, or without a value in it, was imported and is refused now.",
    hurts="Senders that may lawfully leave it out: its Type in the standard is less than the import demands.",
    instead="Take a default if it is missing, or announce the demand.",
    clause="IEC TR 62266 Annex B",
    say=say,
    when=when,
)
