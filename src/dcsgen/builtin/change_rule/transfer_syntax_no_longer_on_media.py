"""The change rule C396: objects are no longer written to, or read from, media in a Transfer Syntax."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has {name(change)} on media"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is on media."""
    return change.path[0] == "media"


RULE = ChangeRule(
    code="C396",
    slug="transfer-syntax-no-longer-on-media",
    verdict=Verdict.BREAKING,
    subject=Subject.TRANSFER_SYNTAX,
    actions=(Action.REMOVED,),
    what="Objects are no longer written to, or read from, media in a Transfer Syntax.",
    why="Nothing is negotiated on media: a file in the wrong Transfer Syntax cannot be read.",
    hurts="People with media in this Transfer Syntax.",
    instead="Keep reading what earlier versions have written.",
    clause="PS3.11",
    say=say,
    when=when,
)
