"""The change rule C569: a limit of what a service keeps is another one, or is said in other words."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the limit "{change.key}" of {service(change, sides)} goes {from_to(change)}'


RULE = ChangeRule(
    code="C569",
    slug="limit-reworded",
    verdict=Verdict.RISKY,
    subject=Subject.LIMIT,
    actions=(Action.CHANGED,),
    field="limit",
    what="A limit of what a service keeps is another one, or is said in other words.",
    why="The limit is a text, so nobody can tell from here whether less is kept than before.",
    hurts="Users that send more, or larger, objects than are kept now.",
    instead="Say in the revision history whether the limit is lower.",
    clause="PS3.2 N.5.2.5.2",
    say=say,
)
