"""The change rule C101: a provider no longer accepts a Transfer Syntax."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import is_its_own, name, service, sop_classes
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer accepts {name(change)} for {sop_classes(change, sides)}"


RULE = ChangeRule(
    code="C101",
    slug="transfer-syntax-no-longer-accepted",
    verdict=Verdict.BREAKING,
    subject=Subject.TRANSFER_SYNTAX,
    actions=(Action.REMOVED,),
    role="SCP",
    what="A provider no longer accepts a Transfer Syntax.",
    why="A Presentation Context that offers only this Transfer Syntax is rejected now.",
    hurts="Senders that have objects in this encoding and cannot or must not convert them.",
    instead="Accept it as long as peers propose it; it need not be the preferred one.",
    clause="PS3.8 9.3.3.2, PS3.5 10",
    say=say,
    when=is_its_own,
)
