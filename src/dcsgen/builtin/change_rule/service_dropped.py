"""The change rule C117: a service is gone, and with it SOP Classes that no other service has in this role."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import loses_sop_classes
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the service "{change.key}" is gone'


def when(change: Change, sides: Sides) -> bool:
    """Whether a SOP Class is gone with it."""
    return loses_sop_classes(change, sides)


RULE = ChangeRule(
    code="C117",
    slug="service-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.SERVICE,
    actions=(Action.REMOVED,),
    what="A service is gone, and with it SOP Classes that no other service has in this role.",
    why="What was done with these SOP Classes is not done any more.",
    hurts="Every peer of the service.",
    instead="Keep it, or announce its end before the version that drops it.",
    clause="PS3.2 N.5.2",
    say=say,
    when=when,
)
