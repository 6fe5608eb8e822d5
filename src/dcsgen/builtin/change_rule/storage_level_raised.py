"""The change rule C255: a storage provider keeps more of the objects: its level of conformance is higher."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the level of conformance of {service(change, sides)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C255",
    slug="storage-level-raised",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SERVICE,
    actions=(Action.RAISED,),
    field="level_of_conformance",
    what="A storage provider keeps more of the objects: its level of conformance is higher.",
    why="What was kept still is.",
    clause="PS3.4 B.4.1",
    say=say,
)
