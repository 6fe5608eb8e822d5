"""The change rule C122: a service is for both roles now."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the role of {service(change, sides)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C122",
    slug="role-gained",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SERVICE,
    actions=(Action.WIDENED,),
    field="role",
    what="A service is for both roles now.",
    why="What it did in its one role goes on.",
    clause="PS3.7 D.3.3.4",
    say=say,
)
