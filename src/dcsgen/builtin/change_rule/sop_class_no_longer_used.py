"""The change rule C113: an Application Entity no longer uses a SOP Class."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import is_its_own, name, remains, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer uses {name(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether no other service of the Application Entity has it in this role."""
    return is_its_own(change, sides) and not remains(change, sides, "SCU")


RULE = ChangeRule(
    code="C113",
    slug="sop-class-no-longer-used",
    verdict=Verdict.BREAKING,
    subject=Subject.SOP_CLASS,
    actions=(Action.REMOVED,),
    role="SCU",
    what="An Application Entity no longer uses a SOP Class.",
    why="What it did with its peers by this SOP Class does not happen any more.",
    hurts="Workflows that relied on it: providers wait for objects, queries or reports that do not come.",
    instead="Keep it, or say which SOP Class takes its place.",
    clause="PS3.2 N.5.2",
    say=say,
    when=when,
)
