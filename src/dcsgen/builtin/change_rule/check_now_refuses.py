"""The change rule C459: a request that fails a check is refused; it was carried out before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{transaction(change)} refuses what fails the check "{change.path[-2]}": {from_to(change)}'


def when(change: Change, sides: Sides) -> bool:
    """Whether it is refused now."""
    return bool(change.after == "refused")


RULE = ChangeRule(
    code="C459",
    slug="check-now-refuses",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_CHECK,
    actions=(Action.CHANGED,),
    field="consequence",
    what="A request that fails a check is refused; it was carried out before.",
    why="What came back with a warning, or was put right, is refused now.",
    hurts="User agents that have lived with the warning.",
    instead="Say in the warning, for one version, that it will be refused.",
    clause="PS3.2 N.5.3",
    say=say,
    when=when,
)
