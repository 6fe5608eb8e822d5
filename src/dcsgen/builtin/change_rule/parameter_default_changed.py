"""The change rule C203: a parameter has another default."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the default of the parameter "{change.key}" goes {from_to(change)}'


RULE = ChangeRule(
    code="C203",
    slug="parameter-default-changed",
    verdict=Verdict.RISKY,
    subject=Subject.PARAMETER,
    actions=(Action.CHANGED,),
    field="default",
    what="A parameter has another default.",
    why="Where nobody has set it, the product behaves otherwise after an update or a new installation.",
    hurts="Sites that rely on the old default.",
    instead="Keep the default, or keep the old value when an installation is updated.",
    clause="PS3.2 N.6",
    say=say,
)
