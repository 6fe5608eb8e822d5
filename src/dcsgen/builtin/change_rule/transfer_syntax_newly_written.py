"""The change rule C397: objects are written to media in one more Transfer Syntax."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} writes {name(change)} to media, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is on media to which the product writes: a File-set Updater creates files, too."""
    return change.path[0] == "media" and not {"FSC", "FSU"}.isdisjoint(change.roles)


RULE = ChangeRule(
    code="C397",
    slug="transfer-syntax-newly-written",
    verdict=Verdict.RISKY,
    subject=Subject.TRANSFER_SYNTAX,
    actions=(Action.ADDED,),
    what="Objects are written to media in one more Transfer Syntax.",
    why="Nothing is negotiated on media: whether a reader takes it, depends on the profile that the reader claims.",
    hurts="Readers of the media that support fewer Transfer Syntaxes.",
    instead="Let the user choose, with the old one as the default.",
    clause="PS3.10 8.3, PS3.11",
    say=say,
    when=when,
)
