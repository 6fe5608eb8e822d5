"""The change rule C242: the private information in the File Meta Information has another creator UID."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the private information in files of {where(change)} is of another creator: {from_to(change)}"


RULE = ChangeRule(
    code="C242",
    slug="private-information-creator-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.FILE_META_INFORMATION,
    actions=(Action.CHANGED,),
    field="private_information_creator_uid",
    what="The private information in the File Meta Information has another creator UID.",
    why="A reader knows by this UID how the private information is laid out; under another one it has to ignore it.",
    hurts="Readers that use the private information.",
    instead="Keep the UID as long as the layout is the same, and write both for a time if it is not.",
    clause="PS3.10 7.1",
    say=say,
)
