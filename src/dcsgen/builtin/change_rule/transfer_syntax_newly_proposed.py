"""The change rule C104: a user proposes one more Transfer Syntax."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import is_its_own, name, service, sop_classes
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} proposes {name(change)} for {sop_classes(change, sides)}, too"


RULE = ChangeRule(
    code="C104",
    slug="transfer-syntax-newly-proposed",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.TRANSFER_SYNTAX,
    actions=(Action.ADDED,),
    role="SCU",
    what="A user proposes one more Transfer Syntax.",
    why="A provider that does not support it accepts one of the others, as before.",
    clause="PS3.8 9.3.3.2",
    say=say,
    when=is_its_own,
)
