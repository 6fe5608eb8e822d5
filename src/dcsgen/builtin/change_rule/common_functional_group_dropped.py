"""The change rule C595: a Functional Group that objects can have in common is gone."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the common Functional Group "{change.key}" is gone'


RULE = ChangeRule(
    code="C595",
    slug="common-functional-group-dropped",
    verdict=Verdict.EDITORIAL,
    subject=Subject.COMMON_FUNCTIONAL_GROUP,
    actions=(Action.REMOVED,),
    what="A Functional Group that objects can have in common is not defined any more.",
    why="How objects share Functional Groups is up to the author; what objects have is told of each.",
    clause="PS3.2 N.9.1.2",
    say=say,
)
