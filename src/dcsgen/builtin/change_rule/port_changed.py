"""The change rule C207: the port as delivered is another one."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the port of {change.key} goes {from_to(change)}"


RULE = ChangeRule(
    code="C207",
    slug="port-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.LOCAL_ADDRESS,
    actions=(Action.CHANGED,),
    field="port",
    what="The port as delivered is another one.",
    why="An Association is requested at an address and a port; at the old one nobody listens.",
    hurts="Every peer that is configured with the port, and firewalls that let it through.",
    instead="Keep the port when an installation is updated.",
    clause="PS3.2 A.4.4.1.1, PS3.8 9.1",
    say=say,
)
