"""The change rule C567: an Attribute of a payload is empty or missing less often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} sends {attribute(change)} more surely: {from_to(change)}"


RULE = ChangeRule(
    code="C567",
    slug="payload-value-more-certain",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_PAYLOAD_ATTRIBUTE,
    actions=(Action.NARROWED,),
    field="presence",
    what="An Attribute of a payload is empty or missing less often.",
    why="Who can do without the value can do with it.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
