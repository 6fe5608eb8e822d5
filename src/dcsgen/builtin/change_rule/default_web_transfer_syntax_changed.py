"""The change rule C444: a media type has another default Transfer Syntax."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the default Transfer Syntax of {change.path[-2]} in {transaction(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C444",
    slug="default-web-transfer-syntax-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.TRANSFER_SYNTAX,
    actions=(Action.CHANGED,),
    field="default_transfer_syntax",
    what="A media type has another default Transfer Syntax.",
    why="A user agent that names none gets objects in an encoding that it may not be able to read.",
    hurts="User agents that rely on the default of PS3.18.",
    instead="Return the default of the standard unless another one is asked for.",
    clause="PS3.18 8.7.3.4",
    say=say,
)
