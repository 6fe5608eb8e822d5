"""The change rule C320: a whole mapping is new."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the attribute mapping "{change.key}" is new'


RULE = ChangeRule(
    code="C320",
    slug="mapping-new",
    verdict=Verdict.RISKY,
    subject=Subject.ATTRIBUTE_MAPPING,
    actions=(Action.ADDED,),
    what="A whole mapping is new.",
    why=(
        "It may be a new import or export, or the first description of an old one; what it demands or writes may have "
        "been so before."
    ),
    hurts="Senders whose objects lack what the mapping calls mandatory.",
    instead="Say in the revision history whether the product changed or only its description.",
    clause="PS3.2 A.9.1.2",
    say=say,
)
