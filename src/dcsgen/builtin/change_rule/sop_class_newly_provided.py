"""The change rule C112: an Application Entity is provider of one more SOP Class."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import is_its_own, name, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} provides {name(change)}, too"


RULE = ChangeRule(
    code="C112",
    slug="sop-class-newly-provided",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SOP_CLASS,
    actions=(Action.ADDED,),
    role="SCP",
    what="An Application Entity is provider of one more SOP Class.",
    why="Peers that do not use it see no difference.",
    clause="PS3.8 9.3.3.2",
    say=say,
    when=is_its_own,
)
