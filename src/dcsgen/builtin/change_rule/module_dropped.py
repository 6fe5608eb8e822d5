"""The change rule C333: an applied IOD no longer has a Module."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has the Module {change.key}"


RULE = ChangeRule(
    code="C333",
    slug="module-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.MODULE,
    actions=(Action.REMOVED,),
    what="An applied IOD no longer has a Module.",
    why="Its Attributes are not written, or not used, any more.",
    hurts="Receivers that use the Attributes, or senders whose values were used.",
    instead="Keep the Module as long as the product has its values.",
    clause="PS3.3 A.1.4",
    say=say,
)
