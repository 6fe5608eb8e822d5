"""The change rule C292: a service changes an Attribute in other cases than before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"when {service(change, sides)} changes {attribute(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C292",
    slug="coercion-at-other-times",
    verdict=Verdict.RISKY,
    subject=Subject.COERCION,
    actions=(Action.CHANGED,),
    field="when",
    what="A service changes an Attribute in other cases than before.",
    why="Objects that passed unchanged are changed now, or the other way round.",
    hurts="Systems that match objects by the Attribute.",
    instead="Let the site choose by configuration, with the old way as its default.",
    clause="PS3.2 Table N.5-11",
    say=say,
)
