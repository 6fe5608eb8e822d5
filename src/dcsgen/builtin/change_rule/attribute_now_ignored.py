"""The change rule C163: an import no longer uses an Attribute."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer uses {attribute(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is ignored now."""
    return bool(change.after == "ignored")


RULE = ChangeRule(
    code="C163",
    slug="attribute-now-ignored",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.LOWERED,),
    role="import",
    field="use",
    what="An import no longer uses an Attribute.",
    why="Its value does not reach the product any more.",
    hurts="Users who rely on the value in the product, often without noticing that it is missing.",
    instead="Keep it, or say where the value comes from now.",
    clause="IEC TR 62266 Annex B",
    say=say,
    when=when,
)
