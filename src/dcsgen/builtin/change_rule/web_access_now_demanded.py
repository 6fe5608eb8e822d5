"""The change rule C501: requests over HTTP have to say who sends them; they only could."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{protection(change)} is demanded now"


RULE = ChangeRule(
    code="C501",
    slug="web-access-now-demanded",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_ACCESS,
    actions=(Action.RAISED,),
    field="stance",
    what="Requests over HTTP have to say who sends them; they only could.",
    why="A request without it was answered and gets the status 401 now.",
    hurts="User agents that cannot log in, and scripts that never had to.",
    instead="Log such requests, and insist when there are none any more.",
    clause="PS3.2 N.8.6, PS3.18 8.5",
    say=say,
)
