"""The change rule C234: an Application Entity rejects Associations for one more reason, for a time."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} rejects Associations for a time with {change.key}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether the result is 2, rejected for a time."""
    return change.key.startswith("2.")


RULE = ChangeRule(
    code="C234",
    slug="transient-rejection-new",
    verdict=Verdict.RISKY,
    subject=Subject.REJECTION,
    actions=(Action.ADDED,),
    what="An Application Entity rejects Associations for one more reason, for a time.",
    why=(
        "A requester that tries again later gets through; the descriptions of the peers rarely say whether and when "
        "they do."
    ),
    hurts="Requesters that take every rejection for final, and lose what they wanted to send.",
    instead="Say after which time a request is worth repeating.",
    clause="PS3.8 9.3.4",
    say=say,
    when=when,
)
