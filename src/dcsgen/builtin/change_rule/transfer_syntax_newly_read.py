"""The change rule C398: objects are read from media in one more Transfer Syntax."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} reads {name(change)} from media, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is on media."""
    return change.path[0] == "media"


RULE = ChangeRule(
    code="C398",
    slug="transfer-syntax-newly-read",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.TRANSFER_SYNTAX,
    actions=(Action.ADDED,),
    role="FSR",
    what="Objects are read from media in one more Transfer Syntax.",
    why="The others are read as before.",
    clause="PS3.11",
    say=say,
    when=when,
)
