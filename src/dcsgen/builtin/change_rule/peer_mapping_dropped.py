"""The change rule C324: objects of one peer are no longer mapped in their own way."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer treats objects of {change.key} in their own way"


RULE = ChangeRule(
    code="C324",
    slug="peer-mapping-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.TARGET,
    actions=(Action.REMOVED,),
    what="Objects of one peer are no longer mapped in their own way.",
    why="Its values go where those of all peers go, untranslated.",
    hurts="The peer that is named, and users who rely on its values.",
    instead="Keep the entry until the peer writes what the default expects.",
    clause="IEC TR 62266 Annex D",
    say=say,
)
