"""The change rule C287: a service no longer transcodes between two sets of Transfer Syntaxes."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{service(change, sides)} no longer transcodes "{change.key}"'


RULE = ChangeRule(
    code="C287",
    slug="transcoding-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.TRANSCODING,
    actions=(Action.REMOVED,),
    what="A service no longer transcodes between two sets of Transfer Syntaxes.",
    why="An object that is kept in the one and wanted in the other is not sent.",
    hurts="Peers that do not support the Transfer Syntax in which objects are kept.",
    instead="Keep at least the way to the default Transfer Syntax.",
    clause="PS3.2 Table N.5-9",
    say=say,
)
