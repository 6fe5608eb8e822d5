"""The change rule C289: a service says that it no longer transcodes between two sets of Transfer Syntaxes."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the transcoding "{change.path[3]}" of {service(change, sides)} is not supported any more'


def when(change: Change, sides: Sides) -> bool:
    """Whether it is not supported now."""
    return bool(change.after == "not_supported")


RULE = ChangeRule(
    code="C289",
    slug="transcoding-refused",
    verdict=Verdict.BREAKING,
    subject=Subject.TRANSCODING,
    actions=(Action.CHANGED,),
    field="result",
    what="A service says that it no longer transcodes between two sets of Transfer Syntaxes.",
    why="An object that is kept in the one and wanted in the other is not sent.",
    hurts="Peers that do not support the Transfer Syntax in which objects are kept.",
    instead="Keep at least the way to the default Transfer Syntax.",
    clause="PS3.2 Table N.5-9",
    say=say,
    when=when,
)
