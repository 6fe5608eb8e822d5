"""The change rule C486: an audit message is no longer sent."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the audit message "{change.key}" is no longer sent'


RULE = ChangeRule(
    code="C486",
    slug="audit-message-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.AUDIT_MESSAGE,
    actions=(Action.REMOVED,),
    what="An audit message is no longer sent.",
    why="The repository does not learn of the event, so nobody can reconstruct it.",
    hurts="Security officers, and sites that have to keep such a record.",
    instead="Keep it; let the site switch it off if it is too much.",
    clause="PS3.15 A.5.3",
    say=say,
)
