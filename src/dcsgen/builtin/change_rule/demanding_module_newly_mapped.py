"""The change rule C323: an import has one more Module, with Attributes that it demands."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} demands Attributes of the Module {change.key}, of which it did not speak before"


def when(change: Change, sides: Sides) -> bool:
    """Whether an import demands something of it."""
    return "import" in change.roles and any(each.use == "mandatory" for each in change.after.attributes.values())


RULE = ChangeRule(
    code="C323",
    slug="demanding-module-newly-mapped",
    verdict=Verdict.BREAKING,
    subject=Subject.MAPPED_MODULE,
    actions=(Action.ADDED,),
    what="An import has one more Module, with Attributes that it demands.",
    why="An object without them was imported and is refused now.",
    hurts="Senders that may lawfully leave them out.",
    instead="Take defaults if they are missing, or announce the demand.",
    clause="PS3.2 A.9.1.2",
    say=say,
    when=when,
)
