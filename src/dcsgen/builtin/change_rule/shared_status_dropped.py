"""The change rule C265: a table of status codes that services share has one code less."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has the status {change.key}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is in a table that services share."""
    return change.path[0] == "status_tables"


RULE = ChangeRule(
    code="C265",
    slug="shared-status-dropped",
    verdict=Verdict.RISKY,
    subject=Subject.STATUS,
    actions=(Action.REMOVED,),
    what="A table of status codes that services share has one code less.",
    why=(
        "Services that provide return it no more, which hurts nobody; services that use no longer say what they do "
        "with it."
    ),
    hurts="Providers that return the code to the services that refer to the table.",
    instead="Say what happens on every other code.",
    clause="PS3.7 Annex C",
    say=say,
    when=when,
)
