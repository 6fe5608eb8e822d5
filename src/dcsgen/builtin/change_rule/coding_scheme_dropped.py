"""The change rule C367: a set of codes no longer has codes of a scheme."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has codes of {change.key}"


RULE = ChangeRule(
    code="C367",
    slug="coding-scheme-dropped",
    verdict=Verdict.RISKY,
    subject=Subject.CODING_SCHEME,
    actions=(Action.REMOVED,),
    what="A set of codes no longer has codes of a scheme.",
    why="Codes of the scheme may be refused or not proposed any more.",
    hurts="Sites that use the scheme.",
    instead="Map its codes to those of another scheme.",
    clause="PS3.16 Clause 8",
    say=say,
)
