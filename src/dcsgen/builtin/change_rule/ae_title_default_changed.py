"""The change rule C204: the AE Title as delivered is another one."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the AE Title of {change.key} goes {from_to(change)}"


RULE = ChangeRule(
    code="C204",
    slug="ae-title-default-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.LOCAL_ADDRESS,
    actions=(Action.CHANGED,),
    field="ae_title",
    what="The AE Title as delivered is another one.",
    why=(
        "Peers that call the old AE Title are refused by an Application Entity that looks at it, and peers that let "
        "in only the AE Titles they know refuse the new one."
    ),
    hurts="Every peer that is configured with the AE Title.",
    instead="Keep the AE Title when an installation is updated.",
    clause="PS3.2 A.4.4.1.1, PS3.8 9.3.2",
    say=say,
)
