"""The change rule C464: responses no longer carry a header field by which a kept response is validated."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer returns {change.key}"


RULE = ChangeRule(
    code="C464",
    slug="validator-dropped",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.VALIDATOR,
    actions=(Action.REMOVED,),
    what="Responses no longer carry a header field by which a kept response is validated.",
    why="A user agent that has none asks for the whole response again.",
    hurts="Nobody is hurt; repeated requests take longer.",
    clause="PS3.18 8.4",
    say=say,
)
