"""The change rule C422: requests need no longer name a partition in the URI."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"requests to {where(change)} need not name a partition"


RULE = ChangeRule(
    code="C422",
    slug="partition-no-longer-required",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_PARTITIONS,
    actions=(Action.LOWERED,),
    field="required",
    what="Requests need no longer name a partition in the URI.",
    why="Requests that name one are answered as before.",
    clause="PS3.18 8.2, PS3.2 N.6.3",
    say=say,
)
