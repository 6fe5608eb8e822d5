"""The change rule C448: a transaction no longer requires a header field."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer requires the header {change.path[-2]}"


RULE = ChangeRule(
    code="C448",
    slug="web-header-no-longer-required",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_HEADER,
    actions=(Action.LOWERED,),
    field="required",
    what="A transaction no longer requires a header field.",
    why="Requests with it are answered as before.",
    clause="PS3.18 8.4",
    say=say,
)
