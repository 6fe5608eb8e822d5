"""The change rule C262: a field no longer comes with a status."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{name(change)} no longer comes with a status in {where(change)}"


RULE = ChangeRule(
    code="C262",
    slug="related-field-dropped",
    verdict=Verdict.RISKY,
    subject=Subject.RELATED_FIELD,
    actions=(Action.REMOVED,),
    what="A field no longer comes with a status.",
    why="The field is optional and explains the status; what a peer does without it, its statement rarely says.",
    hurts="People who look for the cause in logs, and peers that show the field.",
    instead="Keep it: an error without its offending element takes long to find.",
    clause="PS3.7 Annex C",
    say=say,
)
