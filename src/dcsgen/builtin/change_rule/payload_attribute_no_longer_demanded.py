"""The change rule C463: less is demanded of an Attribute in a payload."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} demands less of {attribute(change)}: {from_to(change)}"


RULE = ChangeRule(
    code="C463",
    slug="payload-attribute-no-longer-demanded",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_PAYLOAD_ATTRIBUTE,
    actions=(Action.NARROWED,),
    field="demand",
    what="Less is demanded of an Attribute in a payload.",
    why="Payloads that met the demand still do.",
    clause="PS3.4 5.4, PS3.18 8.6",
    say=say,
)
