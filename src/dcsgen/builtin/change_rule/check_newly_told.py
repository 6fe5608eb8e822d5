"""The change rule C549: requests are checked for one more thing, and carried out even if they fail."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import shown, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'{transaction(change)} makes the check "{change.key}": {shown(change.after.consequence)}'


def when(change: Change, sides: Sides) -> bool:
    """Whether a request that fails it is carried out."""
    return bool(change.after.consequence != "refused")


RULE = ChangeRule(
    code="C549",
    slug="check-newly-told",
    verdict=Verdict.RISKY,
    subject=Subject.WEB_CHECK,
    actions=(Action.ADDED,),
    what="Requests are checked for one more thing, and carried out even if they fail.",
    why=(
        "The response has a warning that it did not have, or what is stored is not what was sent; what a user agent "
        "makes of it, its own statement may tell."
    ),
    hurts="User agents that take a warning for a failure, and those that expect back what they sent.",
    instead="Name what was found in the response.",
    clause="PS3.2 N.5.3",
    say=say,
    when=when,
)
