"""The change rule C319: a whole mapping is gone."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the attribute mapping "{change.key}" is gone'


RULE = ChangeRule(
    code="C319",
    slug="mapping-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE_MAPPING,
    actions=(Action.REMOVED,),
    what="A whole mapping is gone.",
    why="What an import took over, or an export wrote, is not stated any more, and most likely not done.",
    hurts="Users who rely on the data in the product, or receivers of its objects.",
    instead="Keep it, or say what takes its place.",
    clause="PS3.2 A.9.1.2",
    say=say,
)
