"""The change rule C288: a service transcodes between two more sets of Transfer Syntaxes."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{service(change, sides)} transcodes "{change.key}", too'


RULE = ChangeRule(
    code="C288",
    slug="transcoding-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.TRANSCODING,
    actions=(Action.ADDED,),
    what="A service transcodes between two more sets of Transfer Syntaxes.",
    why="Who takes objects as they are kept sees no difference.",
    clause="PS3.2 Table N.5-9",
    say=say,
)
