"""The change rule C361: a code is no longer in a set of codes."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has the code {change.key}"


RULE = ChangeRule(
    code="C361",
    slug="code-dropped",
    verdict=Verdict.RISKY,
    subject=Subject.CODE,
    actions=(Action.REMOVED,),
    what="A code is no longer in a set of codes.",
    why=(
        "Objects that hold it already stay as they are; whether new ones need another code for the same thing, the "
        "description does not say."
    ),
    hurts="Sites that choose the code, and receivers that wait for it.",
    instead="Keep codes that are in use, even if they are no longer proposed.",
    clause="PS3.2 A.9.3.3",
    say=say,
)
