"""The change rule C423: partitions are named in another way in the URI."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"partitions of {where(change)} are named otherwise in the URI: {from_to(change)}"


RULE = ChangeRule(
    code="C423",
    slug="partition-uri-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_PARTITIONS,
    actions=(Action.CHANGED,),
    field="uri",
    what="Partitions are named in another way in the URI.",
    why="Requests with the old segment are not found.",
    hurts="Every user agent that names a partition, and links that are kept elsewhere.",
    instead="Take both forms for a time.",
    clause="PS3.18 8.2, PS3.2 N.6.3",
    say=say,
)
