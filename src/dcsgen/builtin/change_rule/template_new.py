"""The change rule C379: there is one more template of reports."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the template "{change.key}" is new'


RULE = ChangeRule(
    code="C379",
    slug="template-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.TEMPLATE,
    actions=(Action.ADDED,),
    what="There is one more template of reports.",
    why="Reports of the others are as before.",
    clause="PS3.2 N.10",
    say=say,
)
