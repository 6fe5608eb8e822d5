"""The change rule C457: requests are checked for one more thing, and refused if they fail."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{transaction(change)} refuses what fails the check "{change.key}"'


def when(change: Change, sides: Sides) -> bool:
    """Whether a request is refused that fails it."""
    return bool(change.after.consequence == "refused")


RULE = ChangeRule(
    code="C457",
    slug="check-new",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_CHECK,
    actions=(Action.ADDED,),
    what="Requests are checked for one more thing, and refused if they fail.",
    why="A request that fails the check was carried out and is refused now.",
    hurts="User agents whose objects have never been checked so strictly.",
    instead="Begin with a warning, and refuse in a later version.",
    clause="PS3.2 N.5.3",
    say=say,
    when=when,
)
