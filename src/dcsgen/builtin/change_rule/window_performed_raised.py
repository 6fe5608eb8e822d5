"""The change rule C230: an Application Entity performs more operations at a time on one Association."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} performs more operations at a time on an Association: {from_to(change)}"


RULE = ChangeRule(
    code="C230",
    slug="window-performed-raised",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASYNCHRONOUS_WINDOW,
    actions=(Action.RAISED,),
    field="performed",
    what="An Application Entity performs more operations at a time on one Association.",
    why=(
        "The window is negotiated with each Association; synchronous operation is the default that every Application "
        "Entity supports."
    ),
    clause="PS3.7 D.3.3.3",
    say=say,
)
