"""The change rule C416: a web service handles more requests at a time."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} handles more requests at a time: {from_to(change)}"


RULE = ChangeRule(
    code="C416",
    slug="more-requests-at-a-time",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_SERVICE,
    actions=(Action.RAISED,),
    field="max_requests",
    what="A web service handles more requests at a time.",
    why="Fewer requests have to wait.",
    clause="PS3.2 A.4.2.2",
    say=say,
)
