"""The change rule C461: of two instances with the same UID another one is kept than before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} treats instances that are stored already otherwise: {from_to(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is taken."""
    return bool(change.after != "refused")


RULE = ChangeRule(
    code="C461",
    slug="duplicates-otherwise-treated",
    verdict=Verdict.RISKY,
    subject=Subject.WEB_STORAGE,
    actions=(Action.CHANGED,),
    field="duplicates",
    what="Of two instances with the same UID another one is kept than before.",
    why="Which of them is right, nobody can tell from here.",
    hurts="Users who rely on the first, or on the latest.",
    instead="Say which one is kept in the response.",
    clause="PS3.18 10.5",
    say=say,
    when=when,
)
