"""The change rule C322: a mapping has one more Module, and demands nothing of it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} maps the Module {change.key}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether no Attribute of it is mandatory for an import."""
    return "import" not in change.roles or all(each.use != "mandatory" for each in change.after.attributes.values())


RULE = ChangeRule(
    code="C322",
    slug="mapped-module-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.MAPPED_MODULE,
    actions=(Action.ADDED,),
    what="A mapping has one more Module, and demands nothing of it.",
    why="Objects without its Attributes are imported as before.",
    clause="PS3.2 A.9.1.2",
    say=say,
    when=when,
)
