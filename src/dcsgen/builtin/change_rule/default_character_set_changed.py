"""The change rule C521: the product writes, or assumes, another character set where nothing else is said."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the default character set goes {from_to(change)}"


RULE = ChangeRule(
    code="C521",
    slug="default-character-set-changed",
    verdict=Verdict.RISKY,
    subject=Subject.CHARACTER_SETS,
    actions=(Action.CHANGED,),
    field="default",
    what="The product writes, or assumes, another character set where nothing else is said.",
    why="A peer that supports both sees no difference; one that does not shows wrong letters.",
    hurts="Peers that support only the old one, and objects that do not name theirs.",
    instead="Let the site choose, with the old one as the default.",
    clause="PS3.3 C.12.1.1.2",
    say=say,
)
