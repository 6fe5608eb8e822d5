"""The change rule C231: an Application Entity wants to invoke more operations at a time on one Association."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} invokes more operations at a time on an Association: {from_to(change)}"


RULE = ChangeRule(
    code="C231",
    slug="window-invoked-raised",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.ASYNCHRONOUS_WINDOW,
    actions=(Action.RAISED,),
    field="invoked",
    what="An Application Entity wants to invoke more operations at a time on one Association.",
    why="An acceptor answers with the number that it can perform, or leaves the negotiation out, which means one.",
    clause="PS3.7 D.3.3.3",
    say=say,
)
