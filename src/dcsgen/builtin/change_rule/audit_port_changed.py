"""The change rule C490: audit messages go to another port."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{protection(change)} uses another port: {from_to(change)}"


RULE = ChangeRule(
    code="C490",
    slug="audit-port-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.AUDIT_TRAIL,
    actions=(Action.CHANGED,),
    field="port",
    what="Audit messages go to another port.",
    why="At the new one nobody listens, and messages over UDP are lost without an error.",
    hurts="Repositories and firewalls that are configured for the old port.",
    instead="Keep the port when an installation is updated.",
    clause="PS3.15 A.6",
    say=say,
)
