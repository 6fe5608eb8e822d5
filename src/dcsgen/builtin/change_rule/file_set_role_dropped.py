"""The change rule C191: an Application Entity has one role less with File-sets."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} is no longer {change.key}"


RULE = ChangeRule(
    code="C191",
    slug="file-set-role-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.FILE_SET_ROLE,
    actions=(Action.REMOVED,),
    what=(
        "An Application Entity has one role less with File-sets: it no longer creates, reads or updates them under a "
        "profile."
    ),
    why="Media that were written or read are not any more.",
    hurts="People who exchange media of this profile with the product.",
    instead="Keep the role, or name the profile that takes its place.",
    clause="PS3.10 8.3, PS3.11",
    say=say,
)
