"""The change rule C553: there is one more part of what is on media."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the content "{change.key}" of {where(change)} is new'


RULE = ChangeRule(
    code="C553",
    slug="media-content-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.MEDIA_CONTENT,
    actions=(Action.ADDED,),
    what="There is one more part of what is on media.",
    why="The others are as before.",
    clause="PS3.11",
    say=say,
)
