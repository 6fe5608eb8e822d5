"""The change rule C421: requests have to name a partition in the URI."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"requests to {where(change)} have to name a partition"


RULE = ChangeRule(
    code="C421",
    slug="partition-now-required",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_PARTITIONS,
    actions=(Action.RAISED,),
    field="required",
    what="Requests have to name a partition in the URI.",
    why="A request without it was answered from the default partition and is refused now.",
    hurts="User agents that know nothing of partitions.",
    instead="Answer requests without one from the default partition.",
    clause="PS3.18 8.2, PS3.2 N.6.3",
    say=say,
)
