"""The change rule C502: requests over HTTP need no longer say who sends them."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{protection(change)} is no longer demanded"


RULE = ChangeRule(
    code="C502",
    slug="web-access-no-longer-demanded",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_ACCESS,
    actions=(Action.LOWERED,),
    field="stance",
    what="Requests over HTTP need no longer say who sends them.",
    why="Those that do are answered as before. Whether a site wants others is a question of its security.",
    clause="PS3.2 N.8.6",
    say=say,
)
