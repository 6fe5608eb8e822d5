"""The change rule C487: one more audit message is sent."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the audit message "{change.key}" is sent, too'


RULE = ChangeRule(
    code="C487",
    slug="audit-message-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.AUDIT_MESSAGE,
    actions=(Action.ADDED,),
    what="One more audit message is sent.",
    why="A repository takes all messages of the format.",
    clause="PS3.15 A.5.3",
    say=say,
)
