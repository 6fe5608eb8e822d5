"""The change rule C460: an instance that is stored already is refused; it was taken before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} refuses instances that are stored already: {from_to(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is refused now."""
    return bool(change.after == "refused")


RULE = ChangeRule(
    code="C460",
    slug="duplicates-now-refused",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_STORAGE,
    actions=(Action.CHANGED,),
    field="duplicates",
    what="An instance that is stored already is refused; it was taken before.",
    why="A user agent that stores again after an interruption, or after a correction, gets a failure.",
    hurts="User agents that repeat requests.",
    instead="Answer with success if the instance is the same, bit for bit.",
    clause="PS3.18 10.5",
    say=say,
    when=when,
)
