"""The change rule C435: a user agent no longer uses an Attribute in searches."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer uses the Attribute {attribute(change)}"


RULE = ChangeRule(
    code="C435",
    slug="web-attribute-no-longer-used",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_ATTRIBUTE,
    actions=(Action.REMOVED,),
    role="user_agent",
    what="A user agent no longer uses an Attribute in searches.",
    why="Less is asked of the origin server.",
    clause="PS3.18 8.3.4",
    say=say,
)
