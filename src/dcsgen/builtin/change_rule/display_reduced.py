"""The change rule C295: the value of a key that a query returns is shown to the user less often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} shows {attribute(change)} less: {from_to(change)}"


RULE = ChangeRule(
    code="C295",
    slug="display-reduced",
    verdict=Verdict.RISKY,
    subject=Subject.QUERY_KEY,
    actions=(Action.LOWERED,),
    field="display",
    what="The value of a key that a query returns is shown to the user less often.",
    why=(
        "People who chose among the responses by this value choose without it; whether another shown value tells them "
        "as much, the description does not say."
    ),
    hurts="Users of the product who tell patients or orders apart by the value.",
    instead="Keep what identifies the patient on the screen.",
    clause="PS3.2 Table N.5-2",
    say=say,
)
