"""The change rule C111: an Application Entity is no longer provider of a SOP Class."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import is_its_own, name, remains, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer provides {name(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether no other service of the Application Entity has it in this role."""
    return is_its_own(change, sides) and not remains(change, sides, "SCP")


RULE = ChangeRule(
    code="C111",
    slug="sop-class-no-longer-provided",
    verdict=Verdict.BREAKING,
    subject=Subject.SOP_CLASS,
    actions=(Action.REMOVED,),
    role="SCP",
    what="An Application Entity is no longer provider of a SOP Class.",
    why="Presentation Contexts with this Abstract Syntax are rejected now.",
    hurts="Every peer that uses the SOP Class with this product.",
    instead="Keep it, or announce its end before the version that drops it.",
    clause="PS3.8 9.3.3.2",
    say=say,
    when=when,
)
