"""The change rule C576: what something is for came or went, and is named there or no longer."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def when(change: Change, sides: Sides) -> bool:
    """Whether the service or Application Entity itself came or went, which is told elsewhere."""
    old, new = (
        side.services if change.path[-2] == "services" else side.application_entities for side in (sides.old, sides.new)
    )
    before, after = change.key in old, change.key in new
    return (before, after) == ((False, True) if change.action is Action.ADDED else (True, False))


RULE = ChangeRule(
    code="C576",
    slug="scope-follows-thing",
    verdict=Verdict.EDITORIAL,
    subject=Subject.SCOPE,
    actions=(Action.ADDED, Action.REMOVED),
    what="A service or Application Entity came or went, and so did its name where it is said what something is for.",
    why="For the others nothing changes; what the thing itself means is told where it came or went.",
    hurts="Nobody is hurt by this alone.",
    instead="Nothing has to be done.",
    say=in_general,
    when=when,
)
