"""The change rule C225: called ae titles exchanged."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} accepts other called AE Titles: {from_to(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether both sides name AE Titles."""
    return isinstance(change.before, tuple) and isinstance(change.after, tuple)


RULE = ChangeRule(
    code="C225",
    slug="called-ae-titles-exchanged",
    verdict=Verdict.BREAKING,
    subject=Subject.ASSOCIATION,
    actions=(Action.CHANGED,),
    field="accepted_called_ae_titles",
    what=(
        "An Application Entity has another list of AE Titles by which it can be called, in which one of the old ones "
        "is missing."
    ),
    why="An Association with the missing called AE Title is rejected now.",
    hurts="Peers that use the AE Title that is gone.",
    instead="Keep the old AE Titles in the list beside the new ones.",
    clause="PS3.8 9.3.2, PS3.8 9.3.4",
    say=say,
    when=when,
)
